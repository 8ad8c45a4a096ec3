package org.demandwright.store.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Period;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.evaluate.TotalLevels;
import org.demandwright.core.evaluate.TotalResolution;
import org.demandwright.core.evaluate.TotalStep;
import org.demandwright.core.pipeline.BandedStep;
import org.junit.jupiter.api.Test;

class TotalsCodecTest {
  private static final Period DAY = Period.of(Bucket.DAY, LocalDate.of(2026, 3, 2));

  /** So many days with a mean of {@code daily} and quantiles that spread with the root of time. */
  static TotalDemand totals(int days, double daily) {
    List<TotalStep> steps = new ArrayList<>();
    for (int h = 1; h <= days; h++) {
      double[] quantiles = new double[TotalLevels.COUNT];
      double nothing = 0;
      for (int i = 0; i < quantiles.length; i++) {
        double wide = Math.sqrt(h) * (TotalLevels.ALL.get(i) - 0.5 + Math.sin(7 * h + i) / 100);
        quantiles[i] = Math.max(0, daily * (h + 3 * wide));
        nothing = quantiles[i] == 0 ? TotalLevels.ALL.get(i) : nothing;
      }
      TotalStep step = new TotalStep(daily * h, nothing, DoubleVector.of(quantiles));
      steps.add(h == 1 ? step : step.notBelow(steps.get(h - 2)));
    }
    return new TotalDemand(DAY, TotalResolution.of(steps).round(steps));
  }

  static List<BandedStep> rows(TotalDemand totals) {
    List<BandedStep> rows = new ArrayList<>();
    for (TotalStep s : totals.steps()) {
      DoubleVector q = s.quantiles();
      rows.add(
          new BandedStep(
              rows.size() + 1,
              1,
              0,
              1,
              2,
              s.mean(),
              q.get(TotalLevels.P10),
              q.get(TotalLevels.P50),
              q.get(TotalLevels.P90)));
    }
    return rows;
  }

  @Test
  void readsBackWhatWasWritten() {
    for (double daily : new double[] {1e-300, 0, 1e-7, 0.3, 17.2, 1e12}) {
      TotalDemand totals = totals(28, daily);
      byte[] bytes = TotalsCodec.bytes(totals);
      assertThat(TotalsCodec.totals(bytes, DAY, rows(totals))).isEqualTo(totals);
      assertThat(bytes.length).isLessThan(1200);
    }
  }

  @Test
  void toldIsAMillionthOfTheLargestTotal() {
    TotalDemand totals = totals(28, 17.2);
    double largest = totals.quantile(0.99, 28);
    double unit = TotalResolution.of(totals.steps()).units(1);
    assertThat(unit / largest).isBetween(Math.pow(2, -20), Math.pow(2, -19));
  }

  @Test
  void anotherFormatOrOtherRowsAreNotRead() {
    TotalDemand totals = totals(3, 2);
    byte[] bytes = TotalsCodec.bytes(totals);
    assertThatThrownBy(() -> TotalsCodec.totals(bytes, DAY, rows(totals(2, 2))))
        .hasMessage("totals of 3 steps, forecast of 2");
    bytes[0] = 9;
    assertThatThrownBy(() -> TotalsCodec.totals(bytes, DAY, rows(totals)))
        .hasMessageContaining("format 9");
  }

  @Test
  void whatIsFinerThanTheResolutionIsNotWritten() {
    double[] quantiles = totals(1, 2).steps().get(0).quantiles().toArray();
    quantiles[TotalLevels.COUNT - 1] += 1e-12;
    TotalDemand finer =
        new TotalDemand(DAY, List.of(new TotalStep(2, 0, DoubleVector.of(quantiles))));
    assertThatThrownBy(() -> TotalsCodec.bytes(finer)).hasMessageContaining("finer");
  }
}
