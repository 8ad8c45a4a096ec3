package org.demandwright.core.pipeline;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.model.Objective;

/**
 * The settings of a plan with nothing left open: what the versions of one night are made by.
 *
 * @param bucket width of a period
 * @param horizon periods that are forecast
 * @param objective what forecasts are to be good at
 * @param models contestants
 */
public record PlanTerms(Bucket bucket, int horizon, Objective objective, List<String> models) {
  public PlanTerms {
    Objects.requireNonNull(bucket, "bucket");
    Objects.requireNonNull(objective, "objective");
    models = List.copyOf(models);
    if (horizon < 1) {
      throw new IllegalArgumentException("horizon " + horizon + " must be at least 1 period");
    }
  }

  /**
   * Closes what the settings leave open: the horizon that is usual for the bucket, and the
   * objective of the engine.
   *
   * @param bucket where the settings name none
   * @param models where the settings name none
   */
  public static PlanTerms of(PlanSettings settings, Bucket bucket, List<String> models) {
    Bucket periods = settings.bucket().orElse(bucket);
    return new PlanTerms(
        periods,
        settings.horizon().orElse(periods.defaultHorizon()),
        settings.objective().orElse(Objective.RMSSE),
        settings.models().isEmpty() ? models : settings.models());
  }

  /** Returns in what these terms differ from others. */
  public Set<PlanSetting> differences(PlanTerms others) {
    Set<PlanSetting> found = EnumSet.noneOf(PlanSetting.class);
    if (bucket != others.bucket) {
      found.add(PlanSetting.BUCKET);
    }
    if (horizon != others.horizon) {
      found.add(PlanSetting.HORIZON);
    }
    if (objective != others.objective) {
      found.add(PlanSetting.OBJECTIVE);
    }
    if (!models.equals(others.models)) {
      found.add(PlanSetting.MODELS);
    }
    return found;
  }

  /**
   * Returns these terms as settings of a plan, as far as asked for. Bucket and horizon go together:
   * a horizon without its bucket would count other periods one day.
   */
  public PlanSettings settings(Set<PlanSetting> asked) {
    boolean periods = asked.contains(PlanSetting.BUCKET) || asked.contains(PlanSetting.HORIZON);
    return new PlanSettings(
        periods ? Optional.of(bucket) : Optional.empty(),
        periods ? Optional.of(horizon) : Optional.empty(),
        asked.contains(PlanSetting.OBJECTIVE) ? Optional.of(objective) : Optional.empty(),
        asked.contains(PlanSetting.MODELS) ? models : List.of());
  }
}
