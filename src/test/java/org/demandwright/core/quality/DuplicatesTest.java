package org.demandwright.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.app.English.english;
import static org.demandwright.core.quality.PlantedSeries.clean;
import static org.demandwright.core.quality.PlantedSeries.day;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DuplicatesTest {
  private static List<Finding> duplicates(PlantedSeries series) {
    return series.findings(Rule.DUPLICATE);
  }

  private static BookedLine line(int day, String document, int quantity, boolean flagged) {
    return new BookedLine(
        day(day), document, "C1", BigDecimal.valueOf(quantity), Optional.empty(), flagged, false);
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
    assertThat(english(duplicates(series).get(0).meaning())).contains("flags 1 as exact repeats");
  }

  @Test
  void anItemThatOftenStandsTwiceInADocumentRepeatsItselfByChance() {
    for (int seed = 0; seed < 2_000; seed++) {
      PlantedSeries series = PlantedSeries.inPairs(600, seed);
      assertThat(series.profile().repeats().surplus()).isGreaterThan(60);
      assertThat(duplicates(series)).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void whatIsSaidOfChanceIsKept() {
    int series = 2_000;
    int tenth = 0;
    for (int seed = 0; seed < series; seed++) {
      Optional<RepeatGroup> least =
          PlantedSeries.inPairs(200, seed).profile().repeats().leastLikely();
      tenth += least.filter(g -> g.chance() < 0.1).isPresent() ? 1 : 0;
    }
    assertThat(tenth).isLessThan(series / 10);
  }

  @Test
  void thirtyRareQuantitiesThatWereBookedTwiceAreFoundAmongManyRepeatsByChance() {
    PlantedSeries series = PlantedSeries.inPairs(5_000, 4);
    for (int i = 0; i < 30; i++) {
      series.add(line(i, "X" + i, 100 + i, false)).add(line(i, "X" + i, 100 + i, false));
    }

    assertThat(series.profile().repeats().surplus()).isGreaterThan(700);
    assertThat(duplicates(series)).hasSize(1);
    assertThat(english(duplicates(series).get(0).meaning())).contains("rarest quantities do so in");
    double twice = 30 * 114.5;
    assertThat(duplicates(series).get(0).effectUnits()).isBetween(twice, 1.3 * twice);
  }

  @Test
  void oneQuantityThatWasOftenBookedTwiceIsFoundAmongManyRepeatsByChance() {
    PlantedSeries series = PlantedSeries.inPairs(5_000, 5);
    for (int i = 0; i < 30; i++) {
      series.add(line(i, "X" + i, 9, false)).add(line(i, "X" + i, 9, false));
    }
    assertThat(duplicates(series)).hasSize(1);
    assertThat(english(duplicates(series).get(0).meaning())).contains("The quantity 9 does so in");
  }

  @Test
  void fewerThanFiveDocumentsAreLeftToTheView() {
    PlantedSeries series = clean(300, 2, 6);
    for (int i = 0; i < 4; i++) {
      series.add(line(i, "X" + i, 100 + i, false)).add(line(i, "X" + i, 100 + i, false));
    }
    assertThat(duplicates(series)).isEmpty();
    series.add(line(4, "X4", 104, false)).add(line(4, "X4", 104, false));
    assertThat(duplicates(series)).hasSize(1);
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
