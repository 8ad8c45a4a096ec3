package org.demandwright.core.pipeline;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.model.ModelCatalog;
import org.demandwright.core.model.ModelSpec;
import org.demandwright.core.model.Objective;

/**
 * All knobs of the forecasting engine, with their defaults.
 *
 * @param bucket width of a period
 * @param season periods of one season; the bucket's unless told otherwise
 * @param horizon steps that are forecast
 * @param origins rolling origins of the backtest
 * @param seed of everything random
 * @param models ids of the contestants, local and global, in the order in which ties are broken;
 *     {@code Id=scheme options} adds a pooled model, see {@link ModelCatalog#with}
 * @param objective what the forecasts are to be good at
 * @param without parts of the engine that are left out; none but to measure what they are worth
 */
public record EngineOptions(
    Bucket bucket,
    int season,
    int horizon,
    int origins,
    long seed,
    List<String> models,
    Objective objective,
    Set<EnginePart> without) {

  /** Rolling origins of the backtest unless told otherwise. */
  public static final int DEFAULT_ORIGINS = 3;

  public static final long DEFAULT_SEED = 20_240_101;

  /** The contestants unless told otherwise, simpler first. */
  public static final List<String> DEFAULT_MODELS =
      List.of(
          "SeasonalNaive",
          "MovingAverage",
          "LinearTrend",
          "TSB",
          "ExponentialSmoothing",
          "DampedTrendLog",
          "ThetaLog",
          "OptimisedTheta",
          "OptimisedThetaLog",
          "GlobalWekaLinear",
          "GlobalWekaPerceptron");

  public EngineOptions {
    Objects.requireNonNull(bucket, "bucket");
    if (season < 1 || horizon < 1 || origins < 1) {
      throw new IllegalArgumentException(
          "season %d, horizon %d and origins %d must be at least 1"
              .formatted(season, horizon, origins));
    }
    models = List.copyOf(models);
    Objects.requireNonNull(objective, "objective");
    without = Set.copyOf(without);
  }

  /** Returns the options with which a run starts unless told otherwise. */
  public static EngineOptions defaults(Bucket bucket) {
    return new EngineOptions(
        bucket,
        bucket.season(),
        bucket.defaultHorizon(),
        DEFAULT_ORIGINS,
        DEFAULT_SEED,
        DEFAULT_MODELS,
        Objective.RMSSE,
        Set.of());
  }

  /** Returns these options with another horizon. */
  public EngineOptions withHorizon(int other) {
    return new EngineOptions(bucket, season, other, origins, seed, models, objective, without);
  }

  /** Returns these options with other contestants. */
  public EngineOptions withModels(List<String> others) {
    return new EngineOptions(bucket, season, horizon, origins, seed, others, objective, without);
  }

  /** Returns these options with another objective. */
  public EngineOptions withObjective(Objective other) {
    return new EngineOptions(bucket, season, horizon, origins, seed, models, other, without);
  }

  /** Returns these options without some parts of the engine. */
  public EngineOptions without(Set<EnginePart> parts) {
    return new EngineOptions(bucket, season, horizon, origins, seed, models, objective, parts);
  }

  /** Returns the recipe of one contestant under these options. */
  ModelSpec spec(String modelId) {
    Map<String, String> parameters = new HashMap<>(objective.parameters());
    if (without.contains(EnginePart.WEIGHTING)) {
      parameters.put("reweight", "0");
    }
    if (without.contains(EnginePart.CALENDAR)) {
      parameters.put("calendar", "none");
    }
    return new ModelSpec(modelId, season, parameters, seed);
  }

  /** Returns {@link #periodsBack(int)} of the backtest origins, newest first. */
  public int[] periodsBack() {
    int[] back = new int[origins];
    Arrays.setAll(back, k -> periodsBack(k + 1));
    return back;
  }

  /**
   * Returns how many periods before the final origin the backtest origin {@code k} lies: the newest
   * (k = 1) has its whole horizon before the final origin, each earlier one starts half a horizon
   * earlier. k = 0 is the final origin itself.
   */
  public int periodsBack(int k) {
    return k == 0 ? 0 : horizon + (k - 1) * Math.max(1, horizon / 2);
  }
}
