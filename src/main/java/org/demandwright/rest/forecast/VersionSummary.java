package org.demandwright.rest.forecast;

import java.util.List;
import org.demandwright.app.forecast.RunSummary;
import org.demandwright.rest.wire.Decimals;
import org.demandwright.store.forecast.SummaryStore;

/**
 * What the run that made a version read, chose and measured, as the API says it.
 *
 * @param linesInErp rows that the ERP's view holds
 * @param linesOpen rows that are wanted from the as-of day on
 * @param product errors of the chosen models over all rolling origins
 * @param seasonalNaive errors of seasonal naive on the same series, origins and periods
 * @param below10 measured share of actuals below p10; 0.10 is perfect
 * @param upTo90 measured share of actuals not above p90; 0.90 is perfect
 */
public record VersionSummary(
    ForecastVersionsResource.Version version,
    long linesInErp,
    long linesUsed,
    long linesOpen,
    List<Count> excluded,
    List<Count> quarantined,
    List<Count> verdicts,
    List<Count> models,
    Errors product,
    Errors seasonalNaive,
    Double below10,
    Double upTo90,
    List<Stage> stages) {

  /** A number of rows or series under one heading. */
  public record Count(String name, long count) {
    static List<Count> of(List<RunSummary.Count> counts) {
      return counts.stream().map(count -> new Count(count.name(), count.count())).toList();
    }
  }

  /** Errors over many series; bias is Σ(f − a) ÷ Σa, positive = too high. */
  public record Errors(Double wape, Double rmsse, Double cumWape, Double bias) {
    static Errors of(SummaryStore.Errors errors) {
      return new Errors(
          Decimals.finite(errors.wape()),
          Decimals.finite(errors.rmsse()),
          Decimals.finite(errors.cumWape()),
          Decimals.finite(errors.bias()));
    }
  }

  /** One step of the job. */
  public record Stage(String step, Double seconds, long items, String unit) {
    static Stage of(RunSummary.Stage stage) {
      return new Stage(stage.step(), Decimals.finite(stage.seconds()), stage.items(), stage.unit());
    }
  }

  static VersionSummary of(RunSummary summary) {
    return new VersionSummary(
        ForecastVersionsResource.Version.of(summary.version()),
        summary.linesInErp(),
        summary.linesUsed(),
        summary.linesOpen(),
        Count.of(summary.excluded()),
        Count.of(summary.quarantined()),
        Count.of(summary.verdicts()),
        Count.of(summary.models()),
        Errors.of(summary.product()),
        Errors.of(summary.seasonalNaive()),
        Decimals.finite(summary.below10()),
        Decimals.finite(summary.upTo90()),
        summary.stages().stream().map(Stage::of).toList());
  }
}
