package org.demandwright.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.demandwright.core.intake.StockOwners.Teller;
import org.demandwright.core.intake.StockOwners.Turn;
import org.junit.jupiter.api.Test;

class StockOwnersTest {
  private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
  private static final DaySpan BEFORE = new DaySpan(SourceCode.ALWAYS, DAY.minusDays(1));
  private static final DaySpan SINCE = new DaySpan(DAY, SourceCode.FOR_EVER);

  @Test
  void each_counts_on_its_days() {
    assertThat(StockOwners.of(List.of(new Teller("erp", SINCE), new Teller("old", BEFORE))))
        .containsExactly(new Turn("old", BEFORE), new Turn("erp", SINCE));
  }

  @Test
  void of_two_that_count_the_first_does() {
    assertThat(StockOwners.of(List.of(new Teller("erp", DaySpan.ALL), new Teller("old", BEFORE))))
        .containsExactly(new Turn("erp", DaySpan.ALL));
  }

  @Test
  void where_none_counts_the_first_does() {
    DaySpan later = new DaySpan(DAY.plusDays(9), SourceCode.FOR_EVER);
    assertThat(StockOwners.of(List.of(new Teller("erp", later), new Teller("old", BEFORE))))
        .containsExactly(new Turn("old", BEFORE), new Turn("erp", SINCE));
  }
}
