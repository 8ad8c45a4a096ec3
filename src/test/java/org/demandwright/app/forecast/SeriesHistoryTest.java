package org.demandwright.app.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Covariates;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.pipeline.SeriesInput;
import org.demandwright.store.forecast.ResultStore;
import org.demandwright.store.forecast.SnapshotStore;
import org.junit.jupiter.api.Test;

class SeriesHistoryTest {
  private static final SeriesKey TEA = SeriesKey.of("tea");
  private static final Period MAY = Period.of(Bucket.MONTH, LocalDate.of(2026, 5, 1));

  @Test
  void tellsRawCorrectedAndCleanedApart() {
    DemandSeries raw = DemandSeries.of(TEA, MAY, 10, 900, 12);
    DemandSeries corrected = DemandSeries.of(TEA, MAY, 10, 90, 12);

    List<SeriesChart.Past> past =
        history(raw, corrected, DoubleVector.of(10, 30, 12), DoubleVector.of(11));

    assertThat(past).extracting(SeriesChart.Past::units).containsExactly(10.0, 900.0, 12.0);
    assertThat(past.get(1).corrected()).contains(90.0);
    assertThat(past.get(1).cleaned()).contains(30.0);
    assertThat(past).extracting(SeriesChart.Past::fitted).last().isEqualTo(Optional.of(11.0));
    assertThat(past.get(1).fitted()).isEmpty();
  }

  @Test
  void beginsWithWhicheverBeginsFirst() {
    DemandSeries early = DemandSeries.of(TEA, MAY, 10, 900, 12);
    DemandSeries late = DemandSeries.of(TEA, MAY.plus(2), 12);

    List<SeriesChart.Past> cut = history(early, late, DoubleVector.empty(), DoubleVector.empty());
    assertThat(cut).extracting(SeriesChart.Past::units).containsExactly(10.0, 900.0, 12.0);
    assertThat(cut.get(0).corrected()).isEmpty();
    assertThat(cut.get(0).cleaned()).isEmpty();
    assertThat(cut.get(2).cleaned()).contains(12.0);

    List<SeriesChart.Past> added = history(late, early, DoubleVector.empty(), DoubleVector.empty());
    assertThat(added).extracting(SeriesChart.Past::units).containsExactly(0.0, 0.0, 12.0);
    assertThat(added.get(1).corrected()).contains(900.0);
  }

  private static List<SeriesChart.Past> history(
      DemandSeries raw, DemandSeries corrected, DoubleVector cleaned, DoubleVector fitted) {
    Covariates none = new Covariates(DoubleVector.empty(), DoubleVector.empty(), "");
    return new SeriesHistory(
            new SnapshotStore.Snapshot(
                1, new SeriesInput(corrected, none), DoubleVector.filled(corrected.size(), 0), raw),
            new ResultStore.Detail(
                Optional.empty(), cleaned, fitted, List.of(), List.of(), Map.of()))
        .periods();
  }
}
