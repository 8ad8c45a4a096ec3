package org.demandwright.core.model.regression;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.feature.FeaturePipeline;
import org.demandwright.core.feature.History;
import org.junit.jupiter.api.Test;

class PanelRowsTest {
  private static final int HORIZON = 12;
  private final PanelRows cutter =
      new PanelRows(FeaturePipeline.demand(), new HorizonBlocks(HORIZON), new RowSampling(1, 0));

  @Test
  void everyRowHasTheBitsOfTheSeriesThatEndsAtItsOrigin() {
    double[] units = demand(200);
    for (PanelRow row : rows(units)) {
      int origin = history(units).series().first().until(row.key().target());
      FeaturePipeline.Pass truncated = FeaturePipeline.demand().begin(origin);
      for (double u : Arrays.copyOf(units, origin)) {
        truncated.see(u);
      }
      assertThat(row.features()).isEqualTo(truncated.row());
      assertThat(row.level()).isEqualTo(truncated.past().level());
      assertThat(row.roughness()).isEqualTo(truncated.past().roughness());
    }
  }

  @Test
  void originsAreAQuarterOfTheHorizonApartAndTheNewestHasItsWholeHorizon() {
    List<PanelRow> rows = rows(demand(200));
    assertThat(rows).hasSize(PanelRows.MOST_ORIGINS);
    PanelRow newest = rows.get(rows.size() - 1);
    assertThat(newest.back()).isZero();
    assertThat(newest.key().target().plus(HORIZON)).isEqualTo(history(demand(200)).origin());
    assertThat(rows.get(rows.size() - 2).key().target().until(newest.key().target())).isEqualTo(3);
  }

  @Test
  void anOriginNeedsThirteenPeriodsBeforeIt() {
    assertThat(rows(demand(13 + HORIZON))).hasSize(1);
    assertThat(rows(demand(12 + HORIZON))).isEmpty();
  }

  @Test
  void targetsAreTheMeansOfTheTwoHalves() {
    double[] units = demand(13 + HORIZON);
    PanelRow row = rows(units).get(0);
    assertThat(row.blockMean()[0]).isEqualTo(Arrays.stream(units, 13, 19).sum() / 6);
    assertThat(row.blockMean()[1]).isEqualTo(Arrays.stream(units, 19, 25).sum() / 6);
  }

  @Test
  void ofAHorizonThatWasHardlyObservedNothingIsLearned() {
    double[] units = demand(13 + HORIZON);
    Arrays.fill(units, 13, 20, Double.NaN);
    assertThat(rows(units)).isEmpty();
  }

  @Test
  void whatHappenedToAllSeriesIsTakenOut() {
    double[] doubled = demand(13 + HORIZON);
    Arrays.fill(doubled, 0, 13, 5);
    doubled[0] = 4; // demand must have changed
    Arrays.fill(doubled, 13, doubled.length, 10);
    List<PanelRow> rows = rows(doubled);
    // mean of the 13 before is 64 ÷ 13; (10 × 13 ÷ 64)^0.75 = 1.7017
    assertThat(new CommonShock(rows).of(rows.get(0))).isEqualTo(Math.pow(10 / (64 / 13.0), 0.75));
  }

  private List<PanelRow> rows(double[] units) {
    return cutter.of(history(units), units);
  }

  private static History history(double[] units) {
    Period first = Period.of(Bucket.WEEK, LocalDate.of(2020, 1, 6));
    return History.of(DemandSeries.of(SeriesKey.of("A"), first, new double[units.length]));
  }

  private static double[] demand(int n) {
    Random random = new Random(3);
    double[] units = new double[n];
    Arrays.setAll(units, t -> random.nextInt(10));
    return units;
  }
}
