package org.demandwright.rest.forecast;

import java.util.Optional;
import org.demandwright.rest.wire.Word;

/** What is shown besides the usual. */
public enum Shown implements Word {
  /** Figures of series that are not recommended to forecast. */
  NOT_RECOMMENDED("notRecommended");

  private final String word;

  Shown(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  public static boolean notRecommended(Optional<Shown> include) {
    return include.isPresent();
  }
}
