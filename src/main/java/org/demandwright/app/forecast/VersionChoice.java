package org.demandwright.app.forecast;

import java.util.Optional;

/**
 * Which version a reader means.
 *
 * @param versionId by default what readers of the plan see
 * @param plan by default the one that there always is; with a version, the one that it must be of
 */
public record VersionChoice(Optional<Long> versionId, Optional<String> plan) {
  /** What readers of the plan that there always is see. */
  public static final VersionChoice PUBLISHED =
      new VersionChoice(Optional.empty(), Optional.empty());

  /** Returns what readers of a plan see. */
  public static VersionChoice ofPlan(Optional<String> plan) {
    return new VersionChoice(Optional.empty(), plan);
  }
}
