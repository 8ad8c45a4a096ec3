package org.demandwright.store.forecast;

import org.demandwright.core.pipeline.Training;

/** What became of what readers of a plan see. The name is what is stored and what REST says. */
public enum PublicationKind {
  /** Another version is shown. */
  PUBLISHED,
  /** Another version is shown, in which some series were forecast once more at the same origin. */
  REFRESHED,
  /** The version is shown again that readers saw before. */
  ROLLED_BACK,
  /** The same version is shown, and other overrides lie over it. */
  OVERRIDES;

  /** Returns what it is to show a version that was learned like this. */
  public static PublicationKind of(Training training, boolean rollBack) {
    if (rollBack) {
      return ROLLED_BACK;
    }
    return training == Training.REFRESH ? REFRESHED : PUBLISHED;
  }
}
