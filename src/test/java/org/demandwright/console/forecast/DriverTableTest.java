package org.demandwright.console.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.demandwright.app.forecast.SeriesExplanation;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.explain.Contribution;
import org.demandwright.core.explain.Drivers;
import org.demandwright.core.explain.Explanation;
import org.junit.jupiter.api.Test;

class DriverTableTest {
  private static final LocalDate DAY = LocalDate.of(2024, 1, 1);

  @Test
  void whatItStartsFromIsFirstThenTheStrongest() {
    DriverTable table = DriverTable.of(explained(1, 10, -1, 4, 5), explained(4, 40, -4, -50, 100));
    assertThat(table.lines())
        .containsExactly(
            new DriverTable.Line("What is usual at this level of demand", 10, 40, 40),
            new DriverTable.Line("weather", 5, 100, 100),
            new DriverTable.Line("Season", 4, -50, 50),
            new DriverTable.Line("Price", -1, -4, 4));
    assertThat(table.lines())
        .extracting(DriverTable.Line::isLess)
        .containsExactly(false, false, true, true);
    assertThat(table.next()).isEqualTo(18);
    assertThat(table.total()).isEqualTo(86);
    assertThat(table.members()).isEmpty();
  }

  @Test
  void aCombinationNamesTheSharesOfItsMembers() {
    SeriesExplanation one = explained(1, 10, -1, 4, 5);
    SeriesExplanation two =
        new SeriesExplanation(
            1,
            null,
            1,
            1,
            DAY,
            DAY,
            one.total(),
            List.of(
                new SeriesExplanation.Member("Theta", 0.7, one.total()),
                new SeriesExplanation.Member("Naive", 0.3, one.total())),
            List.of());
    assertThat(DriverTable.of(two, two).members()).isEqualTo("Theta 70 %, Naive 30 %");
  }

  private static SeriesExplanation explained(int steps, double... amounts) {
    List<String> drivers = List.of(Drivers.BASE, Drivers.PRICE, Drivers.SEASON, "weather");
    Explanation total =
        new Explanation(
            DoubleVector.of(Arrays.stream(amounts).sum()),
            drivers.stream()
                .map(d -> new Contribution(d, DoubleVector.of(amounts[drivers.indexOf(d)])))
                .toList());
    return new SeriesExplanation(
        1,
        null,
        1,
        steps,
        DAY,
        DAY,
        total,
        List.of(new SeriesExplanation.Member("Theta", 1, total)),
        List.of());
  }
}
