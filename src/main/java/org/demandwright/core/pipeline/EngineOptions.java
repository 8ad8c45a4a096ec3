package org.demandwright.core.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.demandwright.core.demand.Bucket;

/**
 * All knobs of the forecasting engine, with their defaults.
 *
 * @param bucket width of a period
 * @param season periods of one season; the bucket's unless told otherwise
 * @param horizon steps that are forecast
 * @param origins rolling origins of the backtest
 * @param seed of everything random
 * @param models ids of the contestants, local and global, in the order in which ties are broken
 */
public record EngineOptions(
    Bucket bucket, int season, int horizon, int origins, long seed, List<String> models) {

  /** Rolling origins of the backtest unless told otherwise. */
  public static final int DEFAULT_ORIGINS = 3;

  public static final long DEFAULT_SEED = 20_240_101;

  /** The contestants unless told otherwise, simpler first. */
  public static final List<String> DEFAULT_MODELS =
      List.of(
          "Naive",
          "SeasonalNaive",
          "MovingAverage",
          "ExponentialSmoothing",
          "LinearTrend",
          "Croston",
          "Theta",
          "WekaLinear",
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
  }

  /**
   * Returns the options with which a run starts unless told otherwise: every model but the ones
   * that are too slow to fit to each series ({@code WekaPerceptron}).
   */
  public static EngineOptions defaults(Bucket bucket) {
    return new EngineOptions(
        bucket,
        bucket.season(),
        bucket.defaultHorizon(),
        DEFAULT_ORIGINS,
        DEFAULT_SEED,
        DEFAULT_MODELS);
  }

  /** Returns these options with another horizon. */
  public EngineOptions withHorizon(int other) {
    return new EngineOptions(bucket, season, other, origins, seed, models);
  }

  /** Returns these options with other contestants. */
  public EngineOptions withModels(List<String> others) {
    return new EngineOptions(bucket, season, horizon, origins, seed, others);
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
