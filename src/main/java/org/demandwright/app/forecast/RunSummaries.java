package org.demandwright.app.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.evaluate.Score;
import org.demandwright.core.evaluate.Selection;
import org.demandwright.core.pipeline.Calibration;
import org.demandwright.store.forecast.CalibrationStore;
import org.demandwright.store.forecast.ResultStore;
import org.demandwright.store.forecast.SummaryStore;
import org.demandwright.store.forecast.SummaryStore.Counted;
import org.demandwright.store.forecast.SummaryStore.Summary;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.intake.SalesLineStore;
import org.demandwright.store.run.RunDetailStore;
import org.demandwright.store.run.RunDetailStore.Progress;
import org.demandwright.store.run.RunStore;

/** Sums up a run: rows accounted for, models chosen, errors against seasonal naive. */
@ApplicationScoped
@Transactional
public class RunSummaries {
  private static final String REFERENCE = "SeasonalNaive";

  private final ShownVersions versions;
  private final SalesLineStore lines;
  private final ResultStore results;
  private final CalibrationStore calibrations;
  private final SummaryStore summaries;
  private final RunStore runs;
  private final RunDetailStore details;

  @Inject
  RunSummaries(
      ShownVersions versions,
      SalesLineStore lines,
      ResultStore results,
      CalibrationStore calibrations,
      SummaryStore summaries,
      RunStore runs,
      RunDetailStore details) {
    this.versions = versions;
    this.lines = lines;
    this.results = results;
    this.calibrations = calibrations;
    this.summaries = summaries;
    this.runs = runs;
    this.details = details;
  }

  RunSummaries() {
    this(null, null, null, null, null, null, null);
  }

  /** Returns the summary of one version; its rows are those accounted for when it was finished. */
  public Optional<RunSummary> of(long versionId) {
    return versions.version(versionId).map(v -> summary(v, kept(v)));
  }

  /** Versions that were finished before summaries were kept are counted for each reader. */
  private Summary kept(VersionStore.Version v) {
    return summaries.find(v.versionId()).orElseGet(() -> counted(v));
  }

  /** Counts what is to be told of a version that is finished now, so that readers need not wait. */
  public void keep(long versionId) {
    versions
        .version(versionId)
        .filter(v -> summaries.find(versionId).isEmpty())
        .ifPresent(v -> summaries.add(versionId, counted(v)));
  }

  private Summary counted(VersionStore.Version v) {
    long id = v.versionId();
    ErrorSums product = new ErrorSums();
    ErrorSums reference = new ErrorSums();
    results.contests(id, s -> add(s, product, reference));
    Calibration calibration = calibrations.of(id);
    return new Summary(
        lines.countUsed(v.recipe().dataAsOf()),
        lines.countOpen(v.recipe().dataAsOf()),
        Map.of(
            Counted.EXCLUDED, lines.countExcluded(),
            Counted.QUARANTINED, lines.countQuarantined(),
            Counted.VERDICT, results.countBy(ResultStore.Grouping.VERDICT, id),
            Counted.MODEL, results.countBy(ResultStore.Grouping.MODEL, id)),
        product.errors(),
        reference.errors(),
        weighted(calibration, true),
        weighted(calibration, false));
  }

  private RunSummary summary(VersionStore.Version v, Summary s) {
    return new RunSummary(
        Versions.record(v, runs),
        s.used() + s.open() + sum(s.of(Counted.EXCLUDED)) + sum(s.of(Counted.QUARANTINED)),
        s.used(),
        s.open(),
        counts(s.of(Counted.EXCLUDED)),
        counts(s.of(Counted.QUARANTINED)),
        counts(s.of(Counted.VERDICT)),
        counts(s.of(Counted.MODEL)),
        s.product(),
        s.seasonalNaive(),
        s.below10(),
        s.upTo90(),
        stages(v.instanceId()));
  }

  /** Compares the two on the series on which both were tested. */
  private static void add(Selection s, ErrorSums product, ErrorSums reference) {
    Optional<Score> own = score(s, s.modelId());
    Optional<Score> naive = score(s, REFERENCE);
    if (own.isPresent() && naive.isPresent()) {
      product.add(own.get());
      reference.add(naive.get());
    }
  }

  private static Optional<Score> score(Selection s, String modelId) {
    return s.scores().stream().filter(x -> x.modelId().equals(modelId)).findFirst();
  }

  private static double weighted(Calibration c, boolean below10) {
    double sum = 0;
    double n = 0;
    for (Calibration.Row r : c.rows()) {
      sum += (below10 ? r.below10() : r.upTo90()) * r.measured();
      n += r.measured();
    }
    return sum / n; // NaN where nothing was measured: no share is known, not even 0
  }

  private List<RunSummary.Stage> stages(long instanceId) {
    Map<String, Progress> progress =
        details.progress(List.of(instanceId)).getOrDefault(instanceId, Map.of());
    Map<String, Double> seconds = new LinkedHashMap<>();
    for (RunDetailStore.StepExecution s : details.stepsOfInstance(instanceId)) {
      double took =
          s.startedAt().isPresent() && s.endedAt().isPresent()
              ? Duration.between(s.startedAt().get(), s.endedAt().get()).toMillis() / 1000.0
              : 0;
      seconds.merge(s.step(), took, Double::sum);
    }
    return seconds.entrySet().stream()
        .map(
            e -> {
              Progress p = progress.getOrDefault(e.getKey(), Progress.NONE);
              return new RunSummary.Stage(e.getKey(), e.getValue(), p.done(), p.unit());
            })
        .toList();
  }

  private static List<RunSummary.Count> counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(e -> new RunSummary.Count(e.getKey(), e.getValue()))
        .toList();
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Adds up the scores of many series. */
  private static final class ErrorSums {
    private double actual;
    private double absolute;
    private double cumulative;
    private double signed;
    private double rmsse;
    private int scaled;

    void add(Score s) {
      actual += s.actual();
      absolute += s.absoluteError();
      cumulative += s.cumulativeError();
      signed += s.error();
      if (Double.isFinite(s.rmsse())) {
        rmsse += s.rmsse();
        scaled++;
      }
    }

    SummaryStore.Errors errors() {
      double a = actual > 0 ? actual : Double.NaN;
      return new SummaryStore.Errors(
          absolute / a, scaled > 0 ? rmsse / scaled : Double.NaN, cumulative / a, signed / a);
    }
  }
}
