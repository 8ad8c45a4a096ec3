package org.demandwright.app.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.model.Objective;
import org.demandwright.core.pipeline.Training;
import org.demandwright.store.forecast.VersionPartStore;
import org.demandwright.store.forecast.VersionStatus;
import org.demandwright.store.forecast.VersionStore;

/**
 * One version of the forecast.
 *
 * @param status BUILDING, DRAFT, HELD, READY, PUBLISHED, SUPERSEDED or ROLLED_BACK
 * @param plan the plan that it belongs to
 * @param differs settings in which it was told otherwise than its plan, none where it follows it
 * @param made by a contest of all models, or by what an earlier one chose
 * @param horizon steps
 * @param objective what it is to be good at
 * @param origin first day that is forecast
 * @param dataAsOf the version knows demand before this day
 * @param series series with a forecast
 * @param failed series without one
 * @param totalMean Σ of all means, base units, a rough size for comparing versions; means of series
 *     that are not recommended to forecast are in it
 * @param notRecommended these series
 * @param contentHash SHA-256 over the rows, empty while building; like what follows from all of
 *     them, for whoever may see a part
 * @param heldBecause why it was not published by itself, empty where it was
 * @param audit empty before it was made, and for versions older than the audit
 * @param executionId the job execution that made it
 */
public record VersionRecord(
    long versionId,
    VersionStatus status,
    String plan,
    List<String> differs,
    Made made,
    Bucket bucket,
    int horizon,
    Objective objective,
    LocalDate origin,
    LocalDate dataAsOf,
    long series,
    long failed,
    double totalMean,
    NotRecommended notRecommended,
    Optional<String> contentHash,
    Optional<Words> heldBecause,
    long executionId,
    Instant createdAt,
    Optional<Instant> publishedAt,
    Optional<Audit> audit,
    boolean current) {
  public VersionRecord {
    differs = List.copyOf(differs);
  }

  /** Returns what of it may be told where a part of the series may be seen. */
  VersionRecord part(VersionPartStore.Part seen) {
    return new VersionRecord(
        versionId,
        status,
        plan,
        differs,
        made,
        bucket,
        horizon,
        objective,
        origin,
        dataAsOf,
        seen.series(),
        seen.failed(),
        seen.totalMean(),
        NotRecommended.of(seen.notRecommended(), seen.totalMean()),
        Optional.empty(),
        Optional.empty(),
        executionId,
        createdAt,
        publishedAt,
        Optional.empty(),
        current);
  }

  /**
   * How much of a version was learned for it.
   *
   * @param basedOn the version from which models and weights were kept, empty for a contest
   * @param contestOf the version whose contest chose them, this one for a contest
   * @param contestDay that contest knew demand before this day
   */
  public record Made(
      Training training, Optional<Long> basedOn, long contestOf, LocalDate contestDay) {}

  /**
   * The series that are not recommended to forecast.
   *
   * @param series their number
   * @param totalMean Σ of their means, base units
   * @param share of it in the version's {@code totalMean}, 0–1; NaN where that is 0
   */
  public record NotRecommended(long series, double totalMean, double share) {
    static NotRecommended of(VersionStore.NotRecommended n, double ofTotal) {
      return new NotRecommended(n.series(), n.totalMean(), n.totalMean() / ofTotal);
    }
  }

  /**
   * What the leak audit computed once more from data cut at the origin.
   *
   * @param series series of the sample
   * @param rows feature rows that were recomputed
   * @param forecasts forecasts that were recomputed
   * @param leaks numbers that differed; a run with any of them fails
   * @param firstLeak the first of them in words
   */
  public record Audit(int series, int rows, int forecasts, int leaks, Optional<String> firstLeak) {}
}
