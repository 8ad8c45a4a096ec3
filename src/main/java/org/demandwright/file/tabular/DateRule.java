package org.demandwright.file.tabular;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.demandwright.file.DateForm;

/**
 * How the dates of a file are read where they do not say so themselves.
 *
 * @param form the order of day and month
 * @param zone where a time with an offset has its day
 * @param since1904 whether day numbers of a spreadsheet begin in 1904 and not in 1900
 */
record DateRule(DateForm form, ZoneId zone, boolean since1904) {

  DateRule {
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(zone, "zone");
  }

  /** Returns the same rule with another order of day and month. */
  DateRule with(DateForm other) {
    return new DateRule(other, zone, since1904);
  }

  /** Returns the same rule for another zone. */
  DateRule in(ZoneId other) {
    return new DateRule(form, other, since1904);
  }

  /** Returns day 0 of the day numbers that are in use today, all of them after February 1900. */
  LocalDate dayZero() {
    return since1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
  }
}
