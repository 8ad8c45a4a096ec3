package org.demandwright.app.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.demandwright.core.decide.CostTerms;
import org.demandwright.core.decide.DayDistribution;
import org.demandwright.core.decide.OrderTerms;
import org.demandwright.core.decide.ReviewCycle;
import org.demandwright.core.decide.ServiceTarget;
import org.demandwright.core.decide.StockPolicy;
import org.demandwright.core.decide.StockTerms;
import org.demandwright.core.decide.SupplyDays;
import org.demandwright.core.decide.simulate.DailyDemand;
import org.demandwright.core.decide.simulate.PlaceReplay;
import org.demandwright.core.decide.simulate.ReplayWindows;
import org.demandwright.core.decide.simulate.ReplayedPlace;
import org.demandwright.core.decide.simulate.SimulationTerms;
import org.demandwright.core.decide.simulate.Unserved;
import org.demandwright.core.decide.simulate.WayOfOrdering;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Covariates;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.pipeline.EngineOptions;
import org.demandwright.core.pipeline.SeriesInput;
import org.junit.jupiter.api.Test;

class PastForecastsTest {
  private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);
  private static final Period FIRST = Period.of(Bucket.WEEK, MONDAY);
  private static final int WEEKS = 70;
  private static final int KNOWN = 56;
  private static final EngineOptions OPTIONS =
      EngineOptions.defaults(Bucket.WEEK)
          .withHorizon(6)
          .withModels(List.of("SeasonalNaive", "MovingAverage", "TSB"));

  private static SeriesInput series(int item, int wildFrom) {
    Random random = new Random(item);
    double[] units = new double[WEEKS];
    for (int t = 0; t < WEEKS; t++) {
      double sold = Math.rint(5 + item + 4 * random.nextDouble());
      units[t] = t >= wildFrom ? 1_000 : item % 3 == 2 && t % 3 > 0 ? 0 : sold;
    }
    return new SeriesInput(
        DemandSeries.of(SeriesKey.of("item" + item), FIRST, units), Covariates.none());
  }

  private static List<SeriesInput> panel(int wildFrom) {
    List<SeriesInput> panel = new ArrayList<>();
    for (int item = 0; item < 6; item++) {
      panel.add(series(item, wildFrom));
    }
    return panel;
  }

  private static Map<SeriesKey, List<PastForecasts.Version>> versions(
      List<SeriesInput> panel, PastForecasts.Each each) {
    return new PastForecasts(OPTIONS)
        .round(
            List.of(FIRST.plus(KNOWN), FIRST.plus(KNOWN + 1), FIRST.plus(KNOWN + 2)),
            origin ->
                panel.stream()
                    .map(input -> PastForecasts.knownAt(input, origin, OPTIONS.horizon()))
                    .toList(),
            each);
  }

  @Test
  void a_version_is_made_at_each_origin_and_sees_nothing_after_it() {
    Map<SeriesKey, List<PastForecasts.Version>> made =
        versions(panel(WEEKS), PastForecasts.Each.IN_TURN);
    assertThat(made).hasSize(6);
    made.values()
        .forEach(
            all ->
                assertThat(all)
                    .extracting(v -> v.told().origin())
                    .containsExactly(
                        FIRST.plus(KNOWN), FIRST.plus(KNOWN + 1), FIRST.plus(KNOWN + 2)));
    Map<SeriesKey, List<PastForecasts.Version>> wild =
        versions(panel(KNOWN + 1), PastForecasts.Each.IN_TURN);
    made.forEach(
        (key, all) -> {
          assertThat(wild.get(key).get(0)).as("%s at the contest", key).isEqualTo(all.get(0));
          assertThat(wild.get(key).get(1)).as("%s a week on", key).isEqualTo(all.get(1));
          assertThat(wild.get(key).get(2)).as("%s once it is known", key).isNotEqualTo(all.get(2));
        });
  }

  @Test
  void the_number_of_threads_does_not_matter() {
    PastForecasts.Each atOnce =
        new PastForecasts.Each() {
          @Override
          public <T, R> List<R> of(List<T> all, Function<T, R> work) {
            return all.parallelStream().map(work).toList();
          }
        };
    assertThat(versions(panel(WEEKS), atOnce))
        .isEqualTo(versions(panel(WEEKS), PastForecasts.Each.IN_TURN));
  }

  /** What came in the test moves no knob, and what a rule orders on a day knows of no later one. */
  @Test
  void tuning_sees_nothing_of_the_test() {
    ReplayWindows windows =
        new ReplayWindows(MONDAY.plusWeeks(20), MONDAY.plusWeeks(40), MONDAY.plusWeeks(60));
    long[] calm = new long[7 * 60];
    Arrays.fill(calm, 2);
    long[] wild = calm.clone();
    Arrays.fill(wild, 7 * 40, wild.length, 50);
    for (WayOfOrdering way : List.of(WayOfOrdering.MIN_MAX, WayOfOrdering.MOVING_AVERAGE)) {
      List<PlaceReplay.Point> one = replay(calm, windows).curve(way, Optional.empty(), way.knobs());
      List<PlaceReplay.Point> other =
          replay(wild, windows).curve(way, Optional.empty(), way.knobs());
      assertThat(one)
          .extracting(PlaceReplay.Point::tuned)
          .isEqualTo(other.stream().map(PlaceReplay.Point::tuned).toList());
      assertThat(one.get(0).tested()).isNotEqualTo(other.get(0).tested());
      assertThat(one)
          .as("with the same seed")
          .isEqualTo(replay(calm, windows).curve(way, Optional.empty(), way.knobs()));
    }
  }

  private static PlaceReplay replay(long[] units, ReplayWindows windows) {
    DayDistribution lead = DayDistribution.of(Map.of(4, 1.0, 6, 2.0, 9, 1.0));
    CostTerms costs = new CostTerms(10, 0.25, 3, Optional.of(4.0));
    return new PlaceReplay(
        new ReplayedPlace(
            "tea|S1",
            DailyDemand.of(MONDAY, units),
            new SimulationTerms(7, SupplyDays.ALL, lead, 6, OrderTerms.any(), costs, Unserved.LOST),
            lead,
            ReviewCycle.of(lead, 7),
            (demand, cycle) ->
                StockTerms.of(StockPolicy.ORDER_UP_TO, ServiceTarget.fillRate(0.95)).with(costs),
            Optional.empty()),
        windows,
        11);
  }
}
