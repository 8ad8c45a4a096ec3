package org.demandwright.bench;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What happens in the ERP, and the job that is run afterwards. Written as {@code
 * day:nightly:contestEvery=7}: {@code day} (one more day), {@code late} (late lines of one series
 * in a hundred) or {@code same} (nothing), the job, and its parameters.
 *
 * @param news what is new in the ERP
 * @param job the name of the job
 * @param parameters of the job
 */
record ScaleRun(News news, String job, Map<String, String> parameters) {
  static final ScaleRun FULL = of("same:nightly");

  /**
   * Late lines and a refresh at the same origin; a light night after one more day; and a night with
   * a contest after another.
   */
  static final List<ScaleRun> USUAL =
      List.of(
          of("late:refresh-forecasts"),
          of("day:nightly:contestEvery=7"),
          of("day:nightly:contestEvery=1"));

  /** What may be new in the ERP. */
  enum News {
    SAME,
    DAY,
    LATE;

    /** Returns the number of new lines. */
    long in(ScaleErp erp) throws SQLException {
      return switch (this) {
        case SAME -> 0;
        case DAY -> erp.bookDay();
        case LATE -> erp.bookLate();
      };
    }
  }

  static ScaleRun of(String text) {
    String[] parts = text.split(":");
    if (parts.length < 2) {
      throw new IllegalArgumentException(
          "'" + text + "' is not day, late or same, a job and its parameters, parted by ':'");
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 2; i < parts.length; i++) {
      String[] parameter = parts[i].split("=", 2);
      parameters.put(parameter[0], parameter.length == 1 ? "" : parameter[1]);
    }
    return new ScaleRun(News.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1], parameters);
  }

  @Override
  public String toString() {
    return job + (parameters.isEmpty() ? "" : " " + parameters);
  }
}
