package org.demandwright.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.core.quality.PlantedSeries.clean;
import static org.demandwright.core.quality.PlantedSeries.day;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DuplicatesTest {
  private static List<Finding> duplicates(PlantedSeries series) {
    return series.findings(Rule.DUPLICATE);
  }

  private static BookedLine line(int day, String document, int quantity, boolean flagged) {
    return new BookedLine(
        day(day), document, "C1", BigDecimal.valueOf(quantity), Optional.empty(), flagged);
  }

  @Test
  void linesThatWereBookedTwiceAreFound() {
    PlantedSeries series = clean(300, 2, 1);
    List<BookedLine> twice =
        series.lines().stream()
            .filter(l -> !l.day().isBefore(day(100)) && l.day().isBefore(day(107)))
            .toList();
    twice.forEach(series::add);

    List<Finding> found = duplicates(series);

    assertThat(found).hasSize(1);
    double units = twice.stream().mapToDouble(l -> l.quantity().doubleValue()).sum();
    assertThat(found.get(0).effectUnits()).isEqualTo(units);
    assertThat(found.get(0).lines().count()).isEqualTo(2L * twice.size());
    assertThat(found.get(0).lines().repeats()).isTrue();
    assertThat(found.get(0).first()).isBetween(day(100), day(106));
  }

  @Test
  void aLineThatTheViewFlagsIsAlwaysFound() {
    PlantedSeries series = clean(300, 2, 2);
    series.add(line(50, "X", 3, false)).add(line(50, "X", 3, true));
    assertThat(duplicates(series)).hasSize(1);
    assertThat(duplicates(series).get(0).meaning()).contains("flags 1 as exact repeats");
  }

  @Test
  void anItemThatOftenStandsTwiceInADocumentRepeatsItselfByChance() {
    Random random = new Random(3);
    PlantedSeries series = PlantedSeries.empty(300);
    for (int day = 0; day < 300; day++) {
      series.add(line(day, "D" + day, 1 + random.nextInt(2), false));
      series.add(line(day, "D" + day, 1 + random.nextInt(2), false));
    }
    assertThat(series.profile().repeats().surplus()).isGreaterThan(100);
    assertThat(duplicates(series)).isEmpty();
  }

  @Test
  void otherCustomersDocumentsAndDaysAreNoRepeats() {
    PlantedSeries series = PlantedSeries.empty(300);
    for (int day = 0; day < 100; day++) {
      series.add(line(day, "SAME", 2, false)).sell(day, "C2", 2, "5", "CNY");
    }
    assertThat(duplicates(series)).isEmpty();
  }
}
