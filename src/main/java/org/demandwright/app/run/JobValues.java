package org.demandwright.app.run;

import java.time.Instant;
import java.time.LocalDate;
import org.demandwright.app.settings.Allowed;
import org.demandwright.core.model.ModelNames;

/** What values parameters of jobs may have that settings have not. */
final class JobValues {
  static final Allowed<LocalDate> DAY =
      Allowed.parsed("a day such as 2026-01-31", LocalDate::parse);

  static final Allowed<Instant> INSTANT =
      Allowed.parsed("an instant such as 2026-01-31T02:30:00Z", Instant::parse);

  static final Allowed<Long> ANY_NUMBER = Allowed.parsed("a whole number", Long::valueOf);

  static final Allowed<String> MODELS =
      new Allowed<>(
          "names of models, separated by commas", text -> String.join(",", ModelNames.parse(text)));

  static final Allowed<String> PLAN =
      new Allowed<>("the name of a plan that is in use", String::strip);

  static final Allowed<String> SOURCE = new Allowed<>("the name of a source", String::strip);

  private JobValues() {}
}
