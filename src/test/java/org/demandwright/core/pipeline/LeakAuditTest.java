package org.demandwright.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Covariates;
import org.demandwright.core.demand.Signals;
import org.demandwright.core.feature.FeaturePipeline;
import org.demandwright.core.feature.FeatureStep;
import org.demandwright.core.feature.History;
import org.demandwright.core.feature.LagMeans;
import org.demandwright.core.feature.RunningDemand;
import org.demandwright.core.model.GlobalModel;
import org.demandwright.core.model.ModelCatalog;
import org.demandwright.core.model.regression.FeatureForecaster;
import org.demandwright.core.model.weka.RidgeRegressor;
import org.junit.jupiter.api.Test;

/** The audit finds nothing where nothing leaks, and every leak that is planted here. */
class LeakAuditTest {
  private static final List<SeriesInput> PANEL = TestModels.panel(30, 90);
  private static final List<SeriesInput> PRICED =
      PANEL.stream().map(LeakAuditTest::priced).toList();
  private static final List<SeriesInput> SIGNALLED =
      PANEL.stream().map(LeakAuditTest::signalled).toList();

  @Test
  void theModelsOfTheNightlyRunSeeNothingAfterTheOrigin() {
    EngineOptions options = EngineOptions.defaults(Bucket.MONTH).withHorizon(6);
    LeakReport report = new ForecastEngine(options).audit(PRICED);

    assertThat(report.leaks()).isEmpty();
    assertThat(report.objection()).isEmpty();
    assertThat(report.series()).isBetween(10, LeakAudit.MOST_SERIES);
    assertThat(report.rows()).isBetween(LeakAudit.MOST_ROWS / 2, LeakAudit.MOST_ROWS);
    assertThat(report.forecasts()).isEqualTo(report.series() * EngineOptions.DEFAULT_MODELS.size());
  }

  @Test
  void signalsAreSeenOnlyBeforeTheOrigin() {
    EngineOptions options = EngineOptions.defaults(Bucket.MONTH).withHorizon(6);
    LeakReport report = new ForecastEngine(options).audit(SIGNALLED);
    assertThat(report.leaks()).isEmpty();
    assertThat(report.rows()).isPositive();
  }

  /** A usual mistake: a signal is divided by its greatest value of all times. */
  @Test
  void aSignalRelativeToItsWholeHistoryIsCaught() {
    FeaturePipeline features = new FeaturePipeline(List.of(new LagMeans(), new ShareOfMostSeen()));
    GlobalModel model =
        new FeatureForecaster(
            "Peeking", new RidgeRegressor(0.01), new RidgeRegressor(0.01), features);
    List<Leak> leaks = engine(model).audit(SIGNALLED).leaks();
    assertThat(leaks).isNotEmpty();
    assertThat(leaks.get(0).what()).isEqualTo("feature shareOfMostSeen");
  }

  @Test
  void theSampleDoesNotDependOnTheOrderOfThePanel() {
    List<SeriesInput> reversed = new ArrayList<>(PANEL);
    Collections.reverse(reversed);
    GlobalModel peeking = peeking();
    List<Leak> leaks = engine(peeking).audit(PANEL).leaks();
    assertThat(engine(peeking()).audit(reversed).leaks()).isEqualTo(leaks).isNotEmpty();
  }

  @Test
  void aFeatureThatRemembersWhatItSawInAnotherPassIsCaught() {
    LeakReport report = engine(peeking()).audit(PANEL);
    Leak leak = report.leaks().get(0);
    assertThat(leak.model()).isEqualTo("Peeking");
    assertThat(leak.what()).isEqualTo("feature shareOfMost");
    assertThat(leak.toString())
        .contains("series |item", "origin ", "feature shareOfMost was ", " and is ")
        .endsWith("from the data before the origin alone");
    assertThat(report.objection().orElseThrow())
        .startsWith("The leak audit found " + report.leaks().size() + " numbers")
        .contains("The first: Peeking, series |item");
  }

  /** Prices are plans, but those after the horizon are nobody's business yet. */
  @Test
  void aForecastFromPlansPastTheHorizonIsCaught() {
    TestModels.Level peeks =
        new TestModels.Level("Peeks", h -> 10 * h.covariates().priceAt(h.size() + 8));
    TestModels.Level plans =
        new TestModels.Level("Plans", h -> 10 * h.covariates().priceAt(h.size() + 5));
    EngineOptions options = options(List.of("Peeks", "Plans"));
    ForecastEngine engine =
        new ForecastEngine(options, new ModelCatalog(List.of(peeks, plans), List.of()));

    List<Leak> leaks = engine.audit(PRICED).leaks();

    assertThat(leaks).extracting(Leak::model).containsOnly("Peeks");
    assertThat(leaks.get(0).what()).isEqualTo("forecast 1");
    assertThat(leaks.get(0).recomputed()).isEqualTo("10.0");
  }

  /** The snapshot's prices are relative to a median that knows all of the history. */
  @Test
  void whatIsUsualOfAPriceIsNotToldByLaterOnes() {
    SeriesInput rising = priced(PANEL.get(0));
    History then = SeriesContest.history(rising, 40, 12);
    assertThat(then.covariates().priceAt(20)).isEqualTo(1);
    assertThat(then.covariates().priceAt(40)).isEqualTo(1.40 / 1.20);
  }

  @Test
  void aPanelThatIsTooShortToTestIsNotAudited() {
    LeakReport report = engine(peeking()).audit(List.of(TestModels.series("new", 1, 2, 3)));
    assertThat(report).isEqualTo(new LeakReport(0, 0, 0, List.of()));
  }

  private static SeriesInput priced(SeriesInput input) {
    double[] price = new double[input.series().size() + 6];
    for (int i = 0; i < price.length; i++) {
      price[i] = 1 + 0.01 * i;
    }
    return new SeriesInput(
        input.series(), new Covariates(DoubleVector.of(price), DoubleVector.empty(), ""));
  }

  private static SeriesInput signalled(SeriesInput input) {
    int size = input.series().size();
    double[] values = new double[size];
    int[] knownAt = new int[size];
    for (int i = 0; i < size; i++) {
      values[i] = i % 7 == 3 ? Double.NaN : 100 + i * ((i * 37 + 11) % 13);
      knownAt[i] = i + 1 + i % 3;
    }
    Signals signals = Signals.none().and("page views", values, knownAt);
    return new SeriesInput(input.series(), Covariates.none().with(signals));
  }

  private static ForecastEngine engine(GlobalModel model) {
    EngineOptions options = options(List.of(model.id()));
    return new ForecastEngine(options, new ModelCatalog(List.of(), List.of(model)));
  }

  private static EngineOptions options(List<String> models) {
    return EngineOptions.defaults(Bucket.MONTH).withHorizon(6).withModels(models);
  }

  private static GlobalModel peeking() {
    return new FeatureForecaster(
        "Peeking",
        new RidgeRegressor(0.01),
        new RidgeRegressor(0.01),
        new FeaturePipeline(List.of(new LagMeans(), new ShareOfMost())));
  }

  private static final class ShareOfMostSeen implements FeatureStep {
    private double most = 1;

    @Override
    public List<String> names() {
      return List.of("shareOfMostSeen");
    }

    @Override
    public Running begin() {
      return (past, row, at) -> {
        double last = past.signals().mean("page views", 4).orElse(0);
        most = Math.max(most, last);
        row[at] = last / most;
      };
    }
  }

  /** A usual mistake: the greatest demand by which it divides is that of the whole history. */
  private static final class ShareOfMost implements FeatureStep {
    private double most;

    @Override
    public List<String> names() {
      return List.of("shareOfMost");
    }

    @Override
    public Running begin() {
      return new Running() {
        @Override
        public void see(double units) {
          most = Math.max(most, units);
        }

        @Override
        public void write(RunningDemand past, double[] row, int at) {
          row[at] = past.mean(1) / most;
        }
      };
    }
  }
}
