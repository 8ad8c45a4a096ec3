package org.demandwright.app.forecast;

import java.util.List;
import org.demandwright.store.forecast.SummaryStore;

/**
 * The summary of one nightly run, as the demo prints it and {@code summary.json} holds it.
 *
 * @param linesInErp rows of the ERP that are accounted for: used + excluded + quarantined + open
 * @param linesUsed rows that are demand
 * @param linesOpen rows that are wanted from the as-of day on
 * @param excluded rows that are not, by the view's reason
 * @param quarantined rows that could not be read, by reason
 * @param verdicts series by verdict
 * @param models series by the model that has the greatest weight in their forecast
 * @param product errors of the chosen models over all rolling origins
 * @param seasonalNaive errors of seasonal naive on the same series, origins and periods
 * @param below10 measured share of actuals below p10; 0.10 is perfect; NaN where none was measured
 * @param upTo90 measured share of actuals not above p90; 0.90 is perfect
 * @param stages seconds of each step
 */
public record RunSummary(
    VersionRecord version,
    long linesInErp,
    long linesUsed,
    long linesOpen,
    List<Count> excluded,
    List<Count> quarantined,
    List<Count> verdicts,
    List<Count> models,
    SummaryStore.Errors product,
    SummaryStore.Errors seasonalNaive,
    double below10,
    double upTo90,
    List<Stage> stages) {

  /** A number of rows or series under one heading. */
  public record Count(String name, long count) {}

  /** One step of the job. */
  public record Stage(String step, double seconds, long items, String unit) {}

  public RunSummary {
    excluded = List.copyOf(excluded);
    quarantined = List.copyOf(quarantined);
    verdicts = List.copyOf(verdicts);
    models = List.copyOf(models);
    stages = List.copyOf(stages);
  }
}
