package org.demandwright.core.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.model.Objective;

/**
 * What somebody says of the forecasts that are wanted: a plan, the configuration, or one run. What
 * is not said is empty, and decided by whoever is asked next ({@link #over}).
 *
 * @param bucket width of a period
 * @param horizon periods that are forecast, at least 1
 * @param objective what forecasts are to be good at
 * @param models contestants; an empty list says nothing of them
 */
public record PlanSettings(
    Optional<Bucket> bucket,
    Optional<Integer> horizon,
    Optional<Objective> objective,
    List<String> models) {

  /** Says nothing. */
  public static final PlanSettings NONE =
      new PlanSettings(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  public PlanSettings {
    Objects.requireNonNull(bucket, "bucket");
    Objects.requireNonNull(objective, "objective");
    models = List.copyOf(models);
    if (horizon.orElse(1) < 1) {
      throw new IllegalArgumentException(
          "horizon is " + horizon.get() + "; it must be at least 1 period");
    }
  }

  /**
   * Reads settings as job parameters write them; null or blank says nothing.
   *
   * @param models separated by commas
   */
  public static PlanSettings of(String bucket, String horizon, String objective, String models) {
    return new PlanSettings(
        given(bucket).map(Bucket::valueOf),
        given(horizon).map(Integer::valueOf),
        given(objective).map(Objective::named),
        given(models).map(text -> List.of(text.split(","))).orElse(List.of()));
  }

  private static Optional<String> given(String text) {
    return Optional.ofNullable(text).filter(t -> !t.isBlank());
  }

  public boolean isEmpty() {
    return equals(NONE);
  }

  /**
   * Returns what these settings say, and where they say nothing what the others do. A horizon
   * counts periods: that of the others is left out where these settings say another bucket than
   * they do, so that 28 days never become 28 weeks.
   */
  public PlanSettings over(PlanSettings others) {
    boolean samePeriods =
        bucket.isEmpty() || others.bucket.isEmpty() || bucket.equals(others.bucket);
    return new PlanSettings(
        bucket.or(others::bucket),
        samePeriods ? horizon.or(others::horizon) : horizon,
        objective.or(others::objective),
        models.isEmpty() ? others.models : models);
  }

  /** Returns {@code bucket = WEEK, horizon = 13}, an empty text where nothing is said. */
  @Override
  public String toString() {
    List<String> words = new ArrayList<>();
    bucket.ifPresent(b -> words.add(PlanSetting.BUCKET + " = " + b));
    horizon.ifPresent(h -> words.add(PlanSetting.HORIZON + " = " + h));
    objective.ifPresent(o -> words.add(PlanSetting.OBJECTIVE + " = " + o));
    if (!models.isEmpty()) {
      words.add(PlanSetting.MODELS + " = " + String.join(",", models));
    }
    return String.join(", ", words);
  }
}
