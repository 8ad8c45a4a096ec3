package org.demandwright.core.calendar;

import static java.lang.Math.sin;
import static java.lang.Math.toRadians;

import java.time.LocalDate;

/**
 * Day of the new moon in China, after Meeus (1991), Astronomical Algorithms, chapter 49 (terms of
 * 0.0001 days and less are left out): an independent check of lunar dates, since a Chinese month
 * begins on the day of the new moon at 120° east.
 */
final class NewMoon {
  private static final double FIRST = 2451550.09766;
  private static final double MONTH = 29.530588861;
  private static final double EPOCH_DAY = 2440587.5;
  private static final double CHINA = 8.0 / 24;

  private NewMoon() {}

  /** Returns the first day of the Chinese month that is nearest to the day. */
  static LocalDate nearest(LocalDate day) {
    double k = Math.rint((day.toEpochDay() + EPOCH_DAY - FIRST) / MONTH);
    return LocalDate.ofEpochDay((long) Math.floor(instant(k) + CHINA - EPOCH_DAY));
  }

  /** Returns the Julian day of the k-th new moon since January 2000. */
  private static double instant(double k) {
    double t = k / 1236.85;
    double sun = toRadians(2.5534 + 29.10535670 * k);
    double moon = toRadians(201.5643 + 385.81693528 * k);
    double latitude = toRadians(160.7108 + 390.67050284 * k);
    double e = 1 - 0.002516 * t;
    return FIRST
        + MONTH * k
        + 0.00015437 * t * t
        - 0.40720 * sin(moon)
        + 0.17241 * e * sin(sun)
        + 0.01608 * sin(2 * moon)
        + 0.01039 * sin(2 * latitude)
        + 0.00739 * e * sin(moon - sun)
        - 0.00514 * e * sin(moon + sun)
        + 0.00208 * e * e * sin(2 * sun)
        - 0.00111 * sin(moon - 2 * latitude)
        - 0.00057 * sin(moon + 2 * latitude)
        + 0.00056 * e * sin(2 * moon + sun)
        - 0.00042 * sin(3 * moon)
        + 0.00042 * e * sin(sun + 2 * latitude)
        + 0.00038 * e * sin(sun - 2 * latitude)
        - 0.00024 * e * sin(2 * moon - sun);
  }
}
