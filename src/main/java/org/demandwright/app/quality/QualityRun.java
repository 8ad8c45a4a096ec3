package org.demandwright.app.quality;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.quality.Rule;
import org.demandwright.core.quality.Severity;
import org.demandwright.store.intake.LineOutcome;

/**
 * A run that accounted for the rows of the ERP, inspected the demand, or both.
 *
 * @param run its number, as on the page of the jobs: that of its newest execution
 * @param job the job that ran
 * @param at when it looked at the ERP, or at the demand
 * @param inspection the last one that had come to its end when the run ended, its own or one before
 *     it; empty where there was none yet
 */
public record QualityRun(long run, String job, Instant at, Optional<Inspection> inspection) {

  /**
   * A look at the demand.
   *
   * @param run the number of the run that looked
   * @param asOf the first day that it did not know
   * @param bucket the periods in which it looked for outliers
   * @param at when it looked
   */
  public record Inspection(long run, LocalDate asOf, Bucket bucket, Instant at) {}

  /**
   * Rows of one outcome and rule.
   *
   * @param rule the reason of an exclusion or quarantine, empty for demand
   * @param quantity base units, returns negative
   */
  public record Entry(LineOutcome outcome, String rule, long lines, BigDecimal quantity) {}

  /**
   * Where every row of the ERP stood at the end of a run, by its own account or the last one before
   * it: rows in = used + excluded + quarantined + open.
   *
   * @param standing entries of these four, in this order
   * @param derived lines that the import made of kits; they are no rows of the ERP
   * @param brought what the run that wrote the account read, added, changed, removed and healed
   */
  public record Account(
      QualityRun run, List<Entry> standing, List<Entry> derived, List<Entry> brought) {
    public Account {
      standing = List.copyOf(standing);
      derived = List.copyOf(derived);
      brought = List.copyOf(brought);
    }

    /** Returns the rows of one outcome. */
    public long lines(LineOutcome outcome) {
      return standing.stream().filter(e -> e.outcome() == outcome).mapToLong(Entry::lines).sum();
    }

    /** Returns all rows of the ERP. */
    public long rowsIn() {
      return standing.stream().mapToLong(Entry::lines).sum();
    }
  }

  /** Issues of one rule and severity. */
  public record Count(Rule rule, Severity severity, long issues) {}
}
