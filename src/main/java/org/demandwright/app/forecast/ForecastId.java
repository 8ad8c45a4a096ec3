package org.demandwright.app.forecast;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demandwright.app.Refused;

/**
 * The identity of one published value: a series in one period of one version, written {@code
 * 12-345-2026-03-02}.
 *
 * @param periodStart first day of the period
 */
public record ForecastId(long versionId, long seriesId, LocalDate periodStart) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,18})-(\\d{1,18})-(\\d{4}-\\d\\d-\\d\\d)");

  /** Reads what {@link #toString} wrote; empty where it is none. */
  public static Optional<ForecastId> parse(String text) {
    Matcher parts = FORM.matcher(text);
    try {
      return parts.matches()
          ? Optional.of(
              new ForecastId(
                  Long.parseLong(parts.group(1)),
                  Long.parseLong(parts.group(2)),
                  LocalDate.parse(parts.group(3))))
          : Optional.empty();
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  /** Returns the refusal of whoever asks for it where its version has no such value. */
  Refused missing() {
    return new Refused(
        Refused.Kind.NOT_FOUND,
        "Version %d has no forecast of series %d for the period from %s on."
            .formatted(versionId, seriesId, periodStart));
  }

  /** Returns the refusal of whoever asks for it where its version is removed. */
  Refused removed() {
    return new Refused(Refused.Kind.GONE, "Version " + versionId + " is not kept any more.");
  }

  @Override
  public String toString() {
    return versionId + "-" + seriesId + "-" + periodStart;
  }
}
