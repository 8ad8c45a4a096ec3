package org.demandwright.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.demandwright.app.English.english;
import static org.demandwright.core.quality.PlantedSeries.clean;
import static org.demandwright.core.quality.PlantedSeries.day;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CustomerSpikesTest {
  private static List<Finding> spikes(PlantedSeries series) {
    return series.findings(Rule.CUSTOMER_SPIKE);
  }

  @Test
  void oneCustomersOrderThatMakesAPeakIsFound() {
    List<Finding> found = spikes(clean(400, 2, 1).sell(200, "BIG", 400, "5", "CNY"));

    assertThat(found).hasSize(1);
    Finding spike = found.get(0);
    assertThat(spike.first()).isEqualTo(day(196)).matches(d -> d.getDayOfWeek().getValue() == 1);
    assertThat(spike.last()).isEqualTo(day(202));
    assertThat(spike.lines().customer()).isEqualTo(Optional.of("BIG"));
    assertThat(spike.lines().count()).isEqualTo(1);
    assertThat(spike.effectUnits()).isEqualTo(400, within(30.0));
    assertThat(english(spike.meaning())).startsWith("Customer BIG took 400 of the");
  }

  @Test
  void whatIsCountedInTonnesIsFoundLikeWhatIsCountedInGrams() {
    PlantedSeries tonnes =
        clean(400, 2, 1)
            .sell(200, "BIG", 400, "5", "CNY")
            .from(
                0,
                l ->
                    new BookedLine(
                        l.day(),
                        l.document(),
                        l.customer(),
                        l.quantity().movePointLeft(6),
                        l.money(),
                        false,
                        false));

    List<Finding> found = spikes(tonnes);

    assertThat(found).hasSize(1);
    assertThat(found.get(0).effectUnits()).isEqualTo(0.0004, within(0.00003));
    assertThat(english(found.get(0).meaning()))
        .startsWith("Customer BIG took 0.0004 of the 0.0004");
  }

  @Test
  void aPeakThatAllCustomersMadeIsNoSpikeOfOne() {
    PlantedSeries feast = clean(400, 2, 2);
    for (int i = 0; i < 200; i++) {
      feast.sell(200, "C" + i % 40, 2, "5", "CNY");
    }
    assertThat(spikes(feast)).isEmpty();
  }

  @Test
  void theOnlyCustomerOfASeriesIsNoSpike() {
    PlantedSeries single = PlantedSeries.empty(400);
    for (int day = 0; day < 400; day += 7) {
      single.sell(day, "ONLY", day == 210 ? 500 : 20, "5", "CNY");
    }
    assertThat(spikes(single)).isEmpty();
  }

  @Test
  void whoComesEveryQuarterIsALargeCustomer() {
    PlantedSeries series = clean(400, 2, 3);
    for (int day = 50; day < 400; day += 90) {
      series.sell(day, "BIG", 400, "5", "CNY");
    }
    assertThat(spikes(series)).isEmpty();
  }

  @Test
  void whereMostWeeksAreSilentALargeOrderIsNothingUnusual() {
    PlantedSeries rare = clean(700, 0.05, 5).sell(352, "C1", 9, "5", "CNY");
    rare.sell(353, "C2", 1, "5", "CNY")
        .sell(359, "C3", 1, "5", "CNY")
        .sell(360, "C4", 1, "5", "CNY");
    assertThat(spikes(rare)).isEmpty();
  }

  @Test
  void withoutCustomersThereIsNothingToSay() {
    assertThat(spikes(clean(400, 2, 4).sell(200, "", 400, "5", "CNY"))).isEmpty();
  }
}
