package org.demandwright.core.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Outcome;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.AuditedRows;
import org.demandwright.core.model.GlobalFit;
import org.demandwright.core.model.RecomputedRow;
import org.demandwright.core.model.TrainingPanel;

/**
 * Proves on a sample of a panel that nothing after an origin was seen: what was computed with later
 * data at hand is computed once more without them, and every bit must be the same.
 *
 * <ul>
 *   <li><b>Rows</b>: training rows of every model that learns from features, from the demand before
 *       their origin alone.
 *   <li><b>Forecasts</b>: cleaning, training and forecast of every contestant at the newest
 *       backtest origin, from series and plans that are cut there; plans reach to the end of the
 *       horizon.
 * </ul>
 *
 * <p>The sample is at most {@value #MOST_SERIES} series, evenly spread in key order over those that
 * have demand before that origin, and at most {@value #MOST_ROWS} rows. The global models are
 * trained on the sample, twice: the code that cuts a panel is the same for many series.
 */
final class LeakAudit {
  static final int MOST_SERIES = 20;
  static final int MOST_ROWS = 200;
  private static final int ORIGIN = 1;

  private final EngineOptions options;
  private final Contestants models;
  private final ForecastEngine engine;
  private final List<SeriesInput> sample;
  private final List<Leak> leaks = new ArrayList<>();
  private int rows;
  private int forecasts;

  /**
   * @param panel in the order of the keys
   */
  LeakAudit(
      EngineOptions options, Contestants models, ForecastEngine engine, List<SeriesInput> panel) {
    this.options = options;
    this.models = models;
    this.engine = engine;
    List<Integer> testable =
        IntStream.range(0, panel.size()).filter(i -> testable(panel.get(i))).boxed().toList();
    this.sample = AuditedRows.spread(testable, MOST_SERIES).stream().map(panel::get).toList();
  }

  private boolean testable(SeriesInput input) {
    return input.soldBy(known(input));
  }

  /** Returns the number of periods before the backtest origin. */
  private int known(SeriesInput input) {
    return input.series().size() - options.periodsBack(ORIGIN);
  }

  LeakReport run() {
    if (!sample.isEmpty()) {
      auditRows();
      auditForecasts();
    }
    return new LeakReport(sample.size(), rows, forecasts, leaks);
  }

  private void auditRows() {
    Map<String, AuditedRows> audited = new LinkedHashMap<>();
    for (String id : models.ids()) {
      Object model =
          models.local().get(id) == null ? models.global().get(id) : models.local().get(id);
      if (model instanceof AuditedRows learner) {
        audited.put(id, learner);
      }
    }
    TrainingPanel panel =
        TrainingPanel.of(
            sample.stream()
                .map(i -> SeriesContest.history(i, i.series().size(), options.season()))
                .toList());
    int most = MOST_ROWS / Math.max(1, audited.size());
    audited.forEach(
        (id, learner) ->
            learner
                .recomputeRows(options.spec(id), panel, options.horizon(), most)
                .forEach(row -> compare(id, row)));
  }

  private void compare(String model, RecomputedRow row) {
    rows++;
    for (int i = 0; i < row.names().size(); i++) {
      compare(
          model,
          row.key().series(),
          row.key().target(),
          "feature " + row.names().get(i),
          row.trained()[i],
          row.recomputed()[i]);
    }
  }

  private void auditForecasts() {
    List<SeriesInput> cut = sample.stream().map(this::cut).toList();
    Map<String, Outcome<GlobalFit>> globalThen = engine.trainGlobal(cut, 0);
    Map<String, Outcome<GlobalFit>> globalNow = engine.trainGlobal(sample, ORIGIN);
    globalNow.forEach((id, fit) -> compareStates(id, fit, globalThen.get(id)));
    for (int s = 0; s < sample.size(); s++) {
      compareForecasts(
          new SeriesContest(options, models, sample.get(s), List.of(globalNow)),
          new SeriesContest(options, models, cut.get(s), List.of(globalThen)),
          SeriesContest.history(sample.get(s), known(sample.get(s)), options.season()),
          SeriesContest.history(cut.get(s), cut.get(s).series().size(), options.season()));
    }
  }

  /** Returns the input as a run at the backtest origin would have received it. */
  private SeriesInput cut(SeriesInput input) {
    int known = known(input);
    return new SeriesInput(
        input.series().head(known),
        input.covariates().head(known + options.horizon()).asKnownAt(known));
  }

  private void compareStates(String id, Outcome<GlobalFit> now, Outcome<GlobalFit> then) {
    String[] linesNow = text(now).split("\n", -1);
    String[] linesThen = text(then).split("\n", -1);
    for (int i = 0; i < Math.max(linesNow.length, linesThen.length); i++) {
      String a = i < linesNow.length ? linesNow[i] : "";
      String b = i < linesThen.length ? linesThen[i] : "";
      if (!a.equals(b)) {
        leaks.add(
            new Leak(id, "all of the sample", origin(), "line " + (i + 1) + " of its state", a, b));
        return;
      }
    }
  }

  private Period origin() {
    return sample.get(0).series().period(known(sample.get(0)));
  }

  private static String text(Outcome<GlobalFit> fit) {
    return fit.map(GlobalFit::state).toOptional().orElseGet(() -> fit.toFailure().toString());
  }

  private void compareForecasts(
      SeriesContest now, SeriesContest then, History knownNow, History knownThen) {
    SeriesKey key = knownNow.series().key();
    compare("DemandCleaner", key, "cleaned demand", knownNow.units(), knownThen.units());
    for (String id : models.ids()) {
      Outcome<DoubleVector> a = now.fit(id, knownNow, 0).map(f -> f.forecast(options.horizon()));
      Outcome<DoubleVector> b = then.fit(id, knownThen, 0).map(f -> f.forecast(options.horizon()));
      forecasts++;
      if (a instanceof Outcome.Ok<DoubleVector> x && b instanceof Outcome.Ok<DoubleVector> y) {
        compare(id, key, "forecast", x.value(), y.value());
      } else if (!a.equals(b)) {
        leaks.add(new Leak(id, key.toString(), origin(), "outcome", a.toString(), b.toString()));
      }
    }
  }

  private void compare(
      String model, SeriesKey key, String what, DoubleVector seen, DoubleVector recomputed) {
    for (int i = 0; i < seen.size(); i++) {
      compare(model, key, origin(), what + " " + (i + 1), seen.get(i), recomputed.get(i));
    }
  }

  private void compare(
      String model, SeriesKey key, Period origin, String what, double seen, double recomputed) {
    if (Double.doubleToRawLongBits(seen) != Double.doubleToRawLongBits(recomputed)) {
      leaks.add(
          new Leak(
              model,
              key.toString(),
              origin,
              what,
              Double.toString(seen),
              Double.toString(recomputed)));
    }
  }
}
