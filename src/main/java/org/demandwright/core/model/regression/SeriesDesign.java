package org.demandwright.core.model.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.demandwright.core.explain.Drivers;
import org.demandwright.core.feature.History;
import org.demandwright.core.feature.ObservedUnits;

/**
 * The features by which one series explains itself, for its known periods and for those to come.
 *
 * <p>Relative to the mean of the history: the last three periods, the mean of the last 13, the same
 * period a season ago; then the phase of the season (an indicator per phase up to 12, three pairs
 * of sine and cosine above), the trend, the promoted share and ln of the relative price. An
 * unobserved period has the value of the one before it, or the mean of the history.
 */
final class SeriesDesign {
  private static final int LAGS = 3;
  private static final int RECENT = 13;
  private static final int MOST_INDICATORS = 12;
  private static final int HARMONICS = 3;

  private final History history;
  private final int season;
  private final int length;
  private final double scale;
  private final double[] units;
  private final double[] filled;
  private int known;

  /** Makes the design of a history with demand; {@code room} more periods can be appended. */
  SeriesDesign(History history, int season, int room) {
    this(history, season, room, history.size(), mean(history));
  }

  private SeriesDesign(History history, int season, int room, int length, double scale) {
    this.history = history;
    this.season = season;
    this.length = length;
    this.scale = scale;
    units = ObservedUnits.of(history);
    filled = new double[units.length + room];
    double last = 1;
    for (int i = 0; i < units.length; i++) {
      last = Double.isNaN(units[i]) ? last : units[i] / scale;
      filled[i] = last;
    }
    known = units.length;
  }

  private static double mean(History history) {
    double[] units = ObservedUnits.of(history);
    return WindowMoments.of(units, 0, units.length).mean();
  }

  /**
   * Returns the design of the first {@code known} periods alone, in the units of this one: for the
   * same period both must give the same row.
   */
  SeriesDesign truncated(int known) {
    History head = new History(history.series().head(known), history.covariates());
    return new SeriesDesign(head, season, 1, length, scale);
  }

  List<String> names() {
    List<String> names = new ArrayList<>(List.of("lag1", "lag2", "lag3", "mean13"));
    if (season > 1) {
      names.add("lagSeason");
    }
    for (int k = 1; k <= seasonColumns(); k++) {
      names.add("season" + k);
    }
    names.addAll(List.of("trend", "promotion", "lnPrice"));
    return names;
  }

  /** Returns for each feature the driver under which an explanation counts it. */
  List<String> drivers() {
    return names().stream().map(SeriesDesign::driverOf).toList();
  }

  private static String driverOf(String feature) {
    return switch (feature) {
      case "lag1", "lag2", "lag3", "mean13" -> Drivers.RECENT_DEMAND;
      case "lagSeason" -> Drivers.LAST_SEASON;
      case "trend" -> Drivers.TREND;
      case "promotion" -> Drivers.PROMOTION;
      case "lnPrice" -> Drivers.PRICE;
      default -> Drivers.SEASON;
    };
  }

  private int seasonColumns() {
    return season <= MOST_INDICATORS ? season - 1 : 2 * HARMONICS;
  }

  /** Returns the first period that has all lags. */
  int first() {
    return Math.max(RECENT, season);
  }

  /** Returns the mean of the history, base units per period: the unit of all values. */
  double scale() {
    return scale;
  }

  /** Returns the demand of a period of the history ÷ scale, NaN where it was not observed. */
  double target(int index) {
    return units[index] / scale;
  }

  /** Appends the next period: demand ÷ scale. */
  void append(double value) {
    filled[known++] = value;
  }

  /** Returns the features of a period whose predecessors are all known. */
  double[] row(int index) {
    double[] row = new double[names().size()];
    int c = 0;
    double recent = 0;
    for (int k = 1; k <= RECENT; k++) {
      recent += filled[index - k];
      if (k <= LAGS) {
        row[c++] = filled[index - k];
      }
    }
    row[c++] = recent / RECENT;
    if (season > 1) {
      row[c++] = filled[index - season];
    }
    c = writeSeason(row, c, index);
    row[c++] = (double) index / length;
    row[c++] = history.covariates().promotionAt(index);
    double price = history.covariates().priceAt(index);
    row[c] = price > 0 ? Math.log(price) : 0;
    return row;
  }

  /** Returns the features of all observed periods that have all lags, by period. */
  SortedMap<Integer, double[]> rows() {
    SortedMap<Integer, double[]> rows = new TreeMap<>();
    for (int i = first(); i < units.length; i++) {
      if (!Double.isNaN(units[i])) {
        rows.put(i, row(i));
      }
    }
    return rows;
  }

  private int writeSeason(double[] row, int at, int index) {
    int phase = (int) Math.floorMod(history.series().first().ordinal() + index, (long) season);
    if (season <= MOST_INDICATORS) {
      if (phase > 0) {
        row[at + phase - 1] = 1;
      }
    } else {
      for (int k = 1; k <= HARMONICS; k++) {
        double angle = 2 * Math.PI * k * phase / season;
        row[at + 2 * k - 2] = Math.sin(angle);
        row[at + 2 * k - 1] = Math.cos(angle);
      }
    }
    return at + seasonColumns();
  }
}
