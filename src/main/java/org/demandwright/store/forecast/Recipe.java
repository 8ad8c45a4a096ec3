package org.demandwright.store.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.ReturnsRule;
import org.demandwright.core.model.Objective;
import org.demandwright.core.pipeline.EngineOptions;
import org.demandwright.core.pipeline.PlanTerms;

/**
 * How a version is made: what the engine was told, and what it knows of demand.
 *
 * @param knownAt sees lines as they were known at this instant; empty = as they are
 * @param totalsOf the period whose totals the source books, so that the first and the last of a
 *     series are whole; empty = single orders
 */
public record Recipe(
    Bucket bucket,
    int season,
    int horizon,
    int origins,
    long seed,
    String models,
    String objective,
    LocalDate dataAsOf,
    LocalDate lastDemand,
    LocalDate origin,
    Optional<Instant> knownAt,
    ReturnsRule returns,
    Optional<Bucket> totalsOf) {

  /** Returns the same with what another recipe knows of demand. */
  public Recipe knowing(Recipe other) {
    return new Recipe(
        bucket,
        season,
        horizon,
        origins,
        seed,
        models,
        objective,
        other.dataAsOf,
        other.lastDemand,
        other.origin,
        knownAt,
        returns,
        totalsOf);
  }

  /** Returns the same as demand is known now, up to the same day. */
  public Recipe knownNow(LocalDate lastDemand) {
    return new Recipe(
        bucket,
        season,
        horizon,
        origins,
        seed,
        models,
        objective,
        dataAsOf,
        lastDemand,
        origin,
        Optional.empty(),
        returns,
        totalsOf);
  }

  /** Returns what the engine is told. */
  public EngineOptions options() {
    return new EngineOptions(
        bucket,
        season,
        horizon,
        origins,
        seed,
        List.of(models.split(",")),
        Objective.named(objective),
        Set.of());
  }

  /** Returns what the recipe has in common with all versions of a night. */
  public PlanTerms terms() {
    return new PlanTerms(bucket, horizon, Objective.named(objective), List.of(models.split(",")));
  }
}
