package org.demandwright.app.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.demandwright.app.run.JobFailure;
import org.demandwright.app.source.DemandSource;
import org.demandwright.app.source.DemandSources;
import org.demandwright.erp.ErpSalesLine;
import org.demandwright.erp.SalesLinePages;
import org.demandwright.erp.Watermark;
import org.demandwright.store.intake.IntakeRunStore;
import org.demandwright.store.intake.ReconcileStore;
import org.demandwright.store.intake.SalesLineStore;
import org.demandwright.store.run.RunDayStore.AsOf;

/**
 * Checks that every line of every source is accounted for, used, excluded or quarantined, and
 * writes the run's account. A line that changed while the run went on counts on both sides: it is
 * accounted for with what it said, and the next run reads what it says now.
 */
@Dependent
public class IntakeAccount {
  private static final int ATTEMPTS = 3;
  private static final int PAGE = 4_000;

  private final DemandSources sources;
  private final ReconcileStore store;
  private final SalesLineStore lines;
  private final IntakeRunStore runs;
  private final IntakeAtWork work;
  private final KnownDemand known;
  private final Reconciliation reconciliation;

  @Inject
  IntakeAccount(
      DemandSources sources,
      ReconcileStore store,
      SalesLineStore lines,
      IntakeRunStore runs,
      IntakeAtWork work,
      KnownDemand known,
      Reconciliation reconciliation) {
    this.sources = sources;
    this.store = store;
    this.lines = lines;
    this.runs = runs;
    this.work = work;
    this.known = known;
    this.reconciliation = reconciliation;
  }

  /**
   * Writes the account of a run that read the sources up to where reading has come.
   *
   * @param asOf the as-of day that the run was given, or blank
   * @param threads where a part of the lines is counted
   */
  public void close(long run, String asOf, Executor threads) {
    work.begin(run);
    LocalDate openFrom = openFrom(run, asOf);
    Map<String, Long> standing = runs.close(run, openFrom);
    for (DemandSource source : sources.all()) {
      Optional<LocalDateTime> end =
          lines.position(source.source()).map(SalesLineStore.Position::changedAt);
      if (end.isPresent()) {
        standing = closeExactly(run, source, end.get(), standing, openFrom, threads);
        if (source.ending()) {
          lines.forgetPosition(source.source());
          sources.isGone(source);
        }
      }
    }
  }

  /** Writes the account of a run that read nothing. */
  public void closeUnread(long run, String asOf) {
    runs.close(run, openFrom(run, asOf));
  }

  /** Returns the day from which on lines are open: with no demand at all, the day of the run. */
  private LocalDate openFrom(long run, String asOf) {
    return known.asOf(run, asOf, Optional.empty()).map(AsOf::day).orElseGet(() -> known.today(run));
  }

  /**
   * Holds an account against a source.
   *
   * @param before how many rows of each source are accounted for
   * @return the same, closed anew where both sides were compared once more
   */
  private Map<String, Long> closeExactly(
      long run,
      DemandSource source,
      LocalDateTime end,
      Map<String, Long> before,
      LocalDate openFrom,
      Executor threads) {
    long unread = source.lines().countWithoutStamp();
    if (unread > 0) {
      throw new JobFailure(
          ("%,d lines of dw_sales_line of source %s have no changed_at, so that they are never read."
                  + " Set it in the ERP, or let the view give the day of the order; then restart"
                  + " this run.")
              .formatted(unread, source.name()));
    }
    Map<String, Long> standing = before;
    for (int attempt = 1; ; attempt++) {
      long there =
          new SourceSums(source.lines(), threads).count(end, store.sums(source.source(), end));
      long here =
          standing.getOrDefault(source.source(), 0L) - store.countAfter(source.source(), end);
      if (there == here || there == here - changedSince(source, end)) {
        return standing;
      }
      if (attempt == ATTEMPTS) {
        throw new JobFailure(
            ("Source %s (dw_sales_line) holds %,d lines up to the last one read, but %,d are"
                    + " accounted for, also after comparing both sides anew. Either it changes"
                    + " faster than it is read, then restart this run; or rows are equal in"
                    + " line_id, key and change stamp: sql/erp/checks names them, correct the view."
                    + " What is published stays.")
                .formatted(source.name(), there, here));
      }
      reconciliation.upTo(run, source, end, threads, () -> false);
      standing = runs.close(run, openFrom);
    }
  }

  /** Returns how many lines of the store a source has changed since they were read. */
  private long changedSince(DemandSource source, LocalDateTime end) {
    SalesLinePages pages =
        new SalesLinePages(source.lines(), Watermark.of(end), Optional.empty(), PAGE);
    Set<String> changed = new HashSet<>();
    for (List<ErpSalesLine> page = pages.next(); !page.isEmpty(); page = pages.next()) {
      Map<String, ReconcileStore.Place> known =
          store.places(page.stream().map(row -> work.review(row).lineId()).toList());
      known.values().stream()
          .filter(p -> !p.changedAt().isAfter(end))
          .forEach(p -> changed.add(p.lineId()));
    }
    return changed.size();
  }
}
