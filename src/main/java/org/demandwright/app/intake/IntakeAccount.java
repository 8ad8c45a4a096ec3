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
import org.demandwright.erp.ErpSalesLine;
import org.demandwright.erp.ErpSource;
import org.demandwright.erp.SalesLinePages;
import org.demandwright.erp.Watermark;
import org.demandwright.store.intake.IntakeRunStore;
import org.demandwright.store.intake.ReconcileStore;
import org.demandwright.store.intake.SalesLineStore;
import org.demandwright.store.run.RunDayStore.AsOf;

/**
 * Checks that every line of the ERP is accounted for, used, excluded or quarantined, and writes the
 * run's account. A line that changed while the run went on counts on both sides: it is accounted
 * for with what it said, and the next run reads what it says now.
 */
@Dependent
public class IntakeAccount {
  private static final int ATTEMPTS = 3;
  private static final int PAGE = 4_000;

  private final ErpSource erp;
  private final ReconcileStore store;
  private final SalesLineStore lines;
  private final IntakeRunStore runs;
  private final IntakeAtWork work;
  private final KnownDemand known;
  private final Reconciliation reconciliation;

  @Inject
  IntakeAccount(
      ErpSource erp,
      ReconcileStore store,
      SalesLineStore lines,
      IntakeRunStore runs,
      IntakeAtWork work,
      KnownDemand known,
      Reconciliation reconciliation) {
    this.erp = erp;
    this.store = store;
    this.lines = lines;
    this.runs = runs;
    this.work = work;
    this.known = known;
    this.reconciliation = reconciliation;
  }

  /**
   * Writes the account of a run that read the ERP up to where reading has come.
   *
   * @param asOf the as-of day that the run was given, or blank
   * @param threads where a part of the ERP's lines is counted
   */
  public void close(long run, String asOf, Executor threads) {
    work.begin(run);
    lines
        .position(IntakeAtWork.SOURCE)
        .map(SalesLineStore.Position::changedAt)
        .ifPresentOrElse(
            end -> closeExactly(run, end, openFrom(run, asOf), threads),
            () -> closeUnread(run, asOf));
  }

  /** Writes the account of a run that did not read the ERP. */
  public void closeUnread(long run, String asOf) {
    runs.close(run, openFrom(run, asOf));
  }

  /** Returns the day from which on lines are open: with no demand at all, the day of the run. */
  private LocalDate openFrom(long run, String asOf) {
    return known.asOf(run, asOf, Optional.empty()).map(AsOf::day).orElseGet(() -> known.today(run));
  }

  private void closeExactly(long run, LocalDateTime end, LocalDate openFrom, Executor threads) {
    long unread = erp.countWithoutStamp();
    if (unread > 0) {
      throw new JobFailure(
          ("%,d lines of dw_sales_line have no changed_at, so that they are never read. Set it in"
                  + " the ERP, or let the view give the day of the order; then restart this run.")
              .formatted(unread));
    }
    for (int attempt = 1; ; attempt++) {
      long there = new ErpSums(erp, threads).count(end, store.sums(end));
      long here = runs.close(run, openFrom) - store.countAfter(end);
      if (there == here || there == here - changedSince(end)) {
        return;
      }
      if (attempt == ATTEMPTS) {
        throw new JobFailure(
            ("The ERP's view dw_sales_line holds %,d lines up to the last one read, but %,d are"
                    + " accounted for, also after comparing both sides anew. Either the ERP changes"
                    + " faster than it is read, then restart this run; or rows are equal in"
                    + " line_id, key and change stamp: sql/erp/checks names them, correct the view."
                    + " What is published stays.")
                .formatted(there, here));
      }
      reconciliation.upTo(run, end, threads, () -> false);
    }
  }

  /** Returns how many lines of the store the ERP has changed since they were read. */
  private long changedSince(LocalDateTime end) {
    SalesLinePages pages = new SalesLinePages(erp, Watermark.of(end), Optional.empty(), PAGE);
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
