package org.demandwright.file;

import java.util.Objects;

/**
 * What was found out about a file, with how sure that is.
 *
 * @param value what is used
 * @param why in words, for whoever is to confirm or to overrule it
 */
public record Detected<T>(T value, Sureness sureness, String why) {

  /** How sure a finding is. */
  public enum Sureness {
    /** Said by a person or by a saved profile. */
    GIVEN,
    /** Nothing else fits. */
    CERTAIN,
    /** Fits best; worth a look. */
    LIKELY,
    /** Several readings fit alike: the file is not read before somebody has said which one. */
    ASK
  }

  public Detected {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(sureness, "sureness");
    Objects.requireNonNull(why, "why");
  }

  /** Returns what somebody said. */
  public static <T> Detected<T> given(T value) {
    return new Detected<>(value, Sureness.GIVEN, "as given");
  }

  public boolean asks() {
    return sureness == Sureness.ASK;
  }
}
