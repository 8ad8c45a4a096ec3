package org.demandwright.core.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.demandwright.core.demand.OpenDemand.Step;
import org.junit.jupiter.api.Test;

class OpenDemandTest {
  private static final Period JULY = Period.of(Bucket.MONTH, LocalDate.of(2024, 7, 1));

  private static DayTotal open(String day, String units) {
    return DayTotal.of(LocalDate.parse(day), new BigDecimal(units));
  }

  @Test
  void addsUpByStepAndLeavesOutWhatComesLater() {
    OpenDemand open =
        OpenDemand.of(
            List.of(
                open("2024-09-30", "4"),
                open("2024-07-03", "1.5"),
                open("2024-07-31", "2"),
                open("2024-10-01", "100")),
            JULY,
            3);
    assertThat(open.steps())
        .extracting(s -> s.units().toPlainString(), s -> s.total().toPlainString())
        .containsExactly(tuple("3.5", "3.5"), tuple("0", "3.5"), tuple("4", "7.5"));
  }

  @Test
  void nothingOpenIsNoStep() {
    assertThat(OpenDemand.of(List.of(), JULY, 3).steps()).isEmpty();
    assertThat(OpenDemand.of(List.of(open("2024-10-01", "1")), JULY, 3).steps())
        .isEqualTo(List.<Step>of());
  }
}
