package org.demandwright.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.demandwright.app.English.english;
import static org.demandwright.core.quality.PlantedSeries.clean;
import static org.demandwright.core.quality.PlantedSeries.day;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GapsTest {
  private static final int DAYS = 500;

  private static List<Finding> gaps(PlantedSeries series) {
    return series.findings(Rule.GAP);
  }

  /** The worked example of the Javadoc. */
  @Test
  void tenUnitsADayForAYearAndThenThirtyDaysNothingMissThreeHundred() {
    PlantedSeries series = PlantedSeries.empty(395);
    for (int day = 0; day < 365; day++) {
      series.sell(day, "C1", 10, "5", "CNY");
    }

    List<Finding> found = gaps(series);

    assertThat(found).hasSize(1);
    Finding gap = found.get(0);
    assertThat(gap.first()).isEqualTo(day(365));
    assertThat(gap.last()).isEqualTo(day(394));
    assertThat(gap.effectUnits()).isEqualTo(300);
    assertThat(gap.effectShare()).isEqualTo(300 / 3650.0, within(1e-12));
    assertThat(gap.lines()).isEqualTo(LineSelection.ofDays(day(364), day(364), 1));
    assertThat(english(gap.meaning())).contains("No sale on 30 days in stock, up to now");
  }

  @Test
  void aSilenceThatEndedIsFoundToo() {
    List<Finding> found = gaps(clean(DAYS, 2, 1).silence(400, 440));

    assertThat(found).hasSize(1);
    assertThat(found.get(0).first()).isBetween(day(396), day(400));
    assertThat(found.get(0).last()).isBetween(day(440), day(444));
    assertThat(english(found.get(0).meaning())).contains("until it sold again");
  }

  @Test
  void aStockOutIsNoSilence() {
    PlantedSeries series = clean(DAYS, 2, 2).silence(400, 440).outOfStock(399, 441);
    assertThat(gaps(series)).isEmpty();
  }

  @Test
  void anItemThatWasEndedIsSilentForAReason() {
    ItemState ended = new ItemState(true, false, Optional.of(day(459)));
    assertThat(gaps(clean(DAYS, 2, 3).silence(460, DAYS).item(ended))).isEmpty();
    assertThat(gaps(clean(DAYS, 2, 3).silence(460, DAYS))).hasSize(1);
    assertThat(gaps(clean(DAYS, 2, 3).silence(300, 360).item(ended)))
        .as("a silence before its end is one")
        .hasSize(1);
  }

  @Test
  void aSeasonThatEndsEveryYearIsNoGap() {
    PlantedSeries summer = clean(1000, 2, 4);
    summer.silence(180, 363).silence(180 + 364, 363 + 364);
    assertThat(gaps(summer).stream().map(Finding::first).toList())
        .as("the first winter cannot be known as one, the second can")
        .allMatch(first -> first.isBefore(day(364)))
        .hasSize(1);
  }

  @Test
  void aSlowItemIsSilentForWeeksAndNothingIsWrong() {
    assertThat(gaps(clean(DAYS, 0.1, 5))).isEmpty();
    assertThat(gaps(clean(DAYS, 0.1, 6).silence(450, DAYS))).isEmpty();
  }

  @Test
  void aNewItemHasNoUsualYet() {
    assertThat(gaps(clean(60, 3, 7).asOf(120))).isEmpty();
  }

  @Test
  void weekendsAreNoSilence() {
    PlantedSeries workdays = PlantedSeries.empty(DAYS);
    for (int day = 0; day < DAYS; day++) {
      LocalDate date = day(day);
      if (date.getDayOfWeek().getValue() < 6) {
        workdays.sell(day, "C1", 3, "5", "CNY");
      }
    }
    assertThat(gaps(workdays)).isEmpty();
  }
}
