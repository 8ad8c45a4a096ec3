package org.demandwright.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.demandwright.core.quality.PlantedSeries.clean;
import static org.demandwright.core.quality.PlantedSeries.day;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Outliers, orphans and currencies. */
class OtherRulesTest {

  @Test
  void anOutlierIsWhatTheCleanerLowers() {
    PlantedSeries series = clean(500, 3, 1);
    for (int i = 0; i < 300; i++) {
      series.sell(255, "C" + i % 40, 2, "5", "CNY");
    }

    List<Finding> found = series.findings(Rule.OUTLIER);

    assertThat(found).hasSize(1);
    var correction = series.inspected().cleaned().orElseThrow().corrections().get(0);
    assertThat(found.get(0).effectUnits()).isEqualTo(correction.from() - correction.to());
    assertThat(found.get(0).first()).isEqualTo(day(252));
    assertThat(found.get(0).lines().count()).isGreaterThanOrEqualTo(300);
  }

  @Test
  void aPeakThatIsKnownInAdvanceIsNoOutlier() {
    assertThat(peak().event(250, 254).findings(Rule.OUTLIER)).as("a day of its week").isEmpty();
    assertThat(peak().event(260, 262).findings(Rule.OUTLIER)).as("the week after").hasSize(1);
    PlantedSeries promoted =
        peak()
            .from(
                0,
                l ->
                    new BookedLine(
                        l.day(),
                        l.document(),
                        l.customer(),
                        l.quantity(),
                        l.money(),
                        false,
                        l.day().equals(day(255))));
    assertThat(promoted.findings(Rule.OUTLIER)).as("sold under a promotion").isEmpty();
  }

  @Test
  void anEffectIsWorthItsUnitsAtTheMeanPriceOfOneCurrency() {
    Finding found = peak().findings(Rule.OUTLIER).get(0);
    assertThat(found.value()).contains(new Finding.Money(5 * found.effectUnits(), "CNY"));
    assertThat(peak().sell(256, "C1", 1, "7", "EUR").findings(Rule.OUTLIER).get(0).value())
        .as("two currencies are not compared")
        .isEmpty();
  }

  private static PlantedSeries peak() {
    PlantedSeries series = clean(500, 3, 1);
    for (int i = 0; i < 300; i++) {
      series.sell(255, "C" + i % 40, 2, "5", "CNY");
    }
    return series;
  }

  @Test
  void salesAfterTheEndOfAnItemAreOrphans() {
    ItemState ended = new ItemState(true, false, Optional.of(day(380)));
    List<Finding> found = clean(400, 3, 2).item(ended).findings(Rule.ORPHAN_ITEM);

    assertThat(found).hasSize(1);
    assertThat(found.get(0).first()).isAfterOrEqualTo(day(381));
    assertThat(found.get(0).effectShare()).isEqualTo(19 / 400.0, within(0.03));
  }

  @Test
  void anItemThatStoppedWhenItEndedIsNoOrphan() {
    ItemState ended = new ItemState(true, false, Optional.of(day(380)));
    assertThat(clean(400, 3, 3).silence(380, 400).item(ended).findings(Rule.ORPHAN_ITEM)).isEmpty();
  }

  @Test
  void anInactiveItemWithoutADayIsPassedOver() {
    ItemState inactive = new ItemState(true, false, Optional.empty());
    assertThat(clean(400, 3, 4).item(inactive).findings(Rule.ORPHAN_ITEM)).isEmpty();
  }

  @Test
  void everySaleOfAMissingItemIsAnOrphan() {
    List<Finding> found = clean(400, 3, 5).item(ItemState.missing()).findings(Rule.ORPHAN_ITEM);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).effectShare()).isEqualTo(1, within(1e-12));
  }

  @Test
  void linesInAnotherCurrencyAreFoundAndNeverAddedUp() {
    PlantedSeries series = clean(400, 3, 6).sell(100, "C1", 7, "0.7", "USD");
    List<Finding> found = series.findings(Rule.MIXED_CURRENCY);

    assertThat(found).hasSize(1);
    assertThat(found.get(0).effectUnits()).isEqualTo(7);
    assertThat(found.get(0).lines().count()).isEqualTo(1);
    assertThat(found.get(0).lines().currency()).isEqualTo(Optional.of("CNY"));
    assertThat(found.get(0).severity()).isEqualTo(Severity.LOW);
  }
}
