package org.demandwright.core.model.classic;

import java.util.ArrayList;
import java.util.List;

/**
 * One form of exponential smoothing in the notation error–trend–season, such as {@code MAdM}.
 *
 * <p>The family has the fifteen forms that are stable: every error with every trend and season, but
 * an additive error never with a multiplicative season, whose forecast variance is not bounded.
 *
 * @param relative whether errors are relative to the forecast (M) or amounts (A)
 */
record SmoothingForm(boolean relative, Trend trend, Season season) {

  /** N none, A additive, Ad additive and damped. */
  enum Trend {
    N,
    A,
    Ad
  }

  /** N none, A amounts that are added, M factors that are multiplied. */
  enum Season {
    N,
    A,
    M
  }

  /** All forms, the simplest first within each kind of error and season. */
  static final List<SmoothingForm> FAMILY = family();

  private static List<SmoothingForm> family() {
    List<SmoothingForm> family = new ArrayList<>();
    for (Season season : Season.values()) {
      for (boolean relative : new boolean[] {false, true}) {
        for (Trend trend : Trend.values()) {
          if (relative || season != Season.M) {
            family.add(new SmoothingForm(relative, trend, season));
          }
        }
      }
    }
    return List.copyOf(family);
  }

  /** Returns the form of this name; throws, naming the known ones, if the family has none. */
  static SmoothingForm of(String name) {
    return FAMILY.stream()
        .filter(form -> form.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no form of exponential smoothing \"" + name + "\"; known are " + FAMILY));
  }

  /** Returns whether a period without demand would break the form. */
  boolean needsPositive() {
    return relative || season == Season.M;
  }

  boolean seasonal() {
    return season != Season.N;
  }

  boolean trended() {
    return trend != Trend.N;
  }

  boolean damped() {
    return trend == Trend.Ad;
  }

  /** Returns the number of values that are searched: α, l0, then β, b0, then φ, then γ. */
  int dimensions() {
    return 2 + (trended() ? 2 : 0) + (damped() ? 1 : 0) + (seasonal() ? 1 : 0);
  }

  /** Returns the number of estimated values in Akaike's criterion, with m − 1 seasonal states. */
  int parameters(int periodsOfSeason) {
    return dimensions() + (seasonal() ? periodsOfSeason - 1 : 0) + 1;
  }

  @Override
  public String toString() {
    return (relative ? "M" : "A") + trend + season;
  }
}
