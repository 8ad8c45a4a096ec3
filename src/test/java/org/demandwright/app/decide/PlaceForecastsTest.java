package org.demandwright.app.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.evaluate.TotalLevels;
import org.demandwright.core.evaluate.TotalStep;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.store.forecast.TotalsStore;
import org.junit.jupiter.api.Test;

class PlaceForecastsTest {
  private static final Period FIRST = Period.of(Bucket.WEEK, LocalDate.of(2026, 1, 5));
  private static final SeriesKey SHOP = new SeriesKey("A", "tea", "S1", "shop");
  private static final SeriesKey WEB = new SeriesKey("A", "tea", "S1", "web");
  private static final Place TEA =
      new Place(7, new PolicySubject.Key("A", "tea", "S1"), List.of(entry(7, SHOP), entry(8, WEB)));

  private static TotalsStore.Entry entry(long number, SeriesKey key) {
    return new TotalsStore.Entry(number, key, "TEA", "EA", Verdict.ML_PAYS);
  }

  private static PastForecasts.Version version(SeriesKey key, int week, double mean) {
    Period origin = FIRST.plus(week);
    TotalStep step = new TotalStep(mean, 0, DoubleVector.filled(TotalLevels.COUNT, mean));
    return new PastForecasts.Version(
        new TotalDemand(origin, List.of(step)),
        DemandSeries.of(key, origin.plus(-4), mean, mean, mean, mean));
  }

  @Test
  void an_origin_at_which_a_channel_was_not_forecast_has_no_total() {
    Map<SeriesKey, List<PastForecasts.Version>> published =
        Map.of(
            SHOP,
            List.of(version(SHOP, 0, 3), version(SHOP, 1, 4)),
            WEB,
            List.of(version(WEB, 0, 2), version(WEB, 2, 9)));
    PlaceForecasts made = PlaceForecasts.of(List.of(TEA), published, published);
    assertThat(made.leftOver()).isZero();
    assertThat(made.totals().get(7L)).extracting(TotalDemand::origin).containsExactly(FIRST);
    assertThat(made.totals().get(7L).get(0).steps().get(0).mean()).isEqualTo(5);
  }

  @Test
  void what_a_method_cannot_forecast_at_each_origin_is_left_to_the_published_way() {
    Map<SeriesKey, List<PastForecasts.Version>> published =
        Map.of(
            SHOP,
            List.of(version(SHOP, 0, 3), version(SHOP, 1, 4)),
            WEB,
            List.of(version(WEB, 0, 2), version(WEB, 1, 2)));
    Map<SeriesKey, List<PastForecasts.Version>> made =
        Map.of(
            SHOP,
            List.of(version(SHOP, 0, 30)),
            WEB,
            List.of(version(WEB, 0, 10), version(WEB, 1, 20)));
    PlaceForecasts of = PlaceForecasts.of(List.of(TEA), published, made);
    assertThat(of.leftOver()).isEqualTo(1);
    assertThat(of.totals().get(7L))
        .extracting(t -> t.steps().get(0).mean())
        .containsExactly(13.0, 24.0);
  }

  @Test
  void a_place_of_which_a_channel_was_never_forecast_has_none() {
    Map<SeriesKey, List<PastForecasts.Version>> published =
        Map.of(SHOP, List.of(version(SHOP, 0, 3)));
    assertThat(PlaceForecasts.of(List.of(TEA), published, published).totals()).isEmpty();
  }
}
