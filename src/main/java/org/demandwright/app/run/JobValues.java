package org.demandwright.app.run;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.demandwright.app.settings.Allowed;
import org.demandwright.core.model.ModelNames;

/** What values parameters of jobs may have that settings have not. */
final class JobValues {
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

  static final Allowed<LocalDate> DAY =
      Allowed.parsed("a day from 1900 to 2199 such as 2026-01-31", JobValues::day);

  static final Allowed<Instant> INSTANT =
      Allowed.parsed(
          "an instant from 1900 to 2199 such as 2026-01-31T02:30:00Z", JobValues::instant);

  static final Allowed<Long> ANY_NUMBER = Allowed.parsed("a whole number", Long::valueOf);

  static final Allowed<String> MODELS =
      new Allowed<>(
          "names of models, separated by commas", text -> String.join(",", ModelNames.parse(text)));

  static final Allowed<String> PLAN =
      new Allowed<>("the name of a plan that is in use", String::strip);

  static final Allowed<String> SOURCE = new Allowed<>("the name of a source", String::strip);

  private JobValues() {}

  private static LocalDate day(String text) {
    return within(LocalDate.parse(text));
  }

  private static Instant instant(String text) {
    Instant instant = Instant.parse(text);
    within(instant.atOffset(ZoneOffset.UTC).toLocalDate());
    return instant;
  }

  private static LocalDate within(LocalDate day) {
    if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
      throw new DateTimeException("there is no demand then");
    }
    return day;
  }
}
