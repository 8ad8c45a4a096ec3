package org.demandwright.core.model.classic;

import java.util.Arrays;
import java.util.List;

/**
 * The forms of exponential smoothing that compete, in the notation error–trend–season: A additive,
 * M multiplicative, Ad additive damped, N none.
 */
enum SmoothingForm {
  ANN(false, false, false),
  AADN(false, true, false),
  ANA(false, false, true),
  AADA(false, true, true),
  MNN(true, false, false),
  MADN(true, true, false),
  MNM(true, false, true),
  MADM(true, true, true);

  private final boolean multiplicative;
  private final boolean damped;
  private final boolean seasonal;

  SmoothingForm(boolean multiplicative, boolean damped, boolean seasonal) {
    this.multiplicative = multiplicative;
    this.damped = damped;
    this.seasonal = seasonal;
  }

  /** Returns the forms that this history allows. */
  static List<SmoothingForm> allowed(boolean positive, boolean seasonal) {
    return Arrays.stream(values())
        .filter(f -> (positive || !f.multiplicative) && (seasonal || !f.seasonal))
        .toList();
  }

  /** Returns whether errors are relative to the level and seasons are factors. */
  boolean multiplicative() {
    return multiplicative;
  }

  /** Returns whether there is a damped trend. */
  boolean damped() {
    return damped;
  }

  boolean seasonal() {
    return seasonal;
  }

  /** Returns the number of values that are searched: α, l0, then β, φ, b0, then γ. */
  int dimensions() {
    return 2 + (damped ? 3 : 0) + (seasonal ? 1 : 0);
  }

  /** Returns the number of estimated values in Akaike's criterion, with m − 1 seasonal states. */
  int parameters(int season) {
    return dimensions() + (seasonal ? season - 1 : 0) + 1;
  }
}
