package org.demandwright.rest.decide;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.demandwright.rest.wire.BadParameter;
import org.junit.jupiter.api.Test;

class PromotionsResourceTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @Test
  void days_in_the_wrong_order_are_refused_and_not_an_empty_list() {
    assertThatThrownBy(
            () ->
                new PromotionsResource()
                    .all(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(DAY),
                        Optional.of(DAY.minusDays(1)),
                        Optional.empty(),
                        null))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("to is 2026-03-01, before from, which is 2026-03-02");
  }
}
