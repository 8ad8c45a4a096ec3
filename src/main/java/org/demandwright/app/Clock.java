package org.demandwright.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The one place that asks what time it is. */
@ApplicationScoped
public class Clock {

  /** Returns now, cut to the microseconds that a database keeps. */
  public Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  /** Returns the day that it is in this time zone. */
  public LocalDate today(ZoneId zone) {
    return LocalDate.ofInstant(now(), zone);
  }
}
