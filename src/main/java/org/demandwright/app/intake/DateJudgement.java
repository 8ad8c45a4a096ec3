package org.demandwright.app.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.demandwright.core.demand.BookingBody;
import org.demandwright.core.demand.BookingDays.Span;
import org.demandwright.core.intake.LineRule;
import org.demandwright.erp.ErpSource;
import org.demandwright.erp.Watermark;
import org.demandwright.store.intake.BookingStore;
import org.demandwright.store.intake.QuarantineStore;
import org.demandwright.store.intake.QuarantinedLine;
import org.demandwright.store.intake.ReconcileStore.Place;

/**
 * Sets lines aside whose order dates the rest of the source makes implausible, once all its rows
 * are read: one line must not move the as-of day of all series. Those that were set aside before
 * are judged anew, so that they count again when the source has gone on.
 */
@Dependent
public class DateJudgement {
  private static final Logger LOG = System.getLogger(DateJudgement.class.getName());
  private static final String REASON = LineRule.IMPLAUSIBLE_DATE.name();
  private static final int PAGE = 500;

  private final ErpSource erp;
  private final BookingStore bookings;
  private final QuarantineStore quarantine;
  private final IntakeAtWork work;

  @Inject
  DateJudgement(
      ErpSource erp, BookingStore bookings, QuarantineStore quarantine, IntakeAtWork work) {
    this.erp = erp;
    this.bookings = bookings;
    this.quarantine = quarantine;
    this.work = work;
  }

  /** Judges the dates of all rows, for a run. */
  public void judge(long run) {
    work.begin(run);
    Optional<Span> body = BookingBody.of(bookings.orderedOrSetAside(work.today(), REASON));
    work.judgeDatesBy(body);
    body.ifPresent(this::setAside);
    free();
  }

  private void setAside(Span body) {
    List<Place> page = bookings.outside(body, work.today(), "", PAGE);
    while (!page.isEmpty()) {
      LOG.log(
          Level.WARNING,
          "{0} lines are set aside, ordered before {1} or after {2}, where the source does not"
              + " book: see the quarantine, reason {3}",
          page.size(),
          body.first(),
          body.last(),
          REASON);
      judgeAgain(
          page.stream().map(p -> new Watermark(p.changedAt(), p.sourceKey(), p.lineId())).toList());
      page = bookings.outside(body, work.today(), page.get(page.size() - 1).lineId(), PAGE);
    }
  }

  private void free() {
    List<QuarantinedLine> page = quarantine.dated(REASON, "", PAGE);
    while (!page.isEmpty()) {
      judgeAgain(page.stream().map(DateJudgement::place).toList());
      page = quarantine.dated(REASON, page.get(page.size() - 1).lineId(), PAGE);
    }
  }

  private static Watermark place(QuarantinedLine q) {
    return new Watermark(q.changedAt(), q.sourceKey() == null ? 0 : q.sourceKey(), q.lineId());
  }

  /** Judges rows of the ERP again; those that are gone are removed. */
  private void judgeAgain(List<Watermark> places) {
    Set<String> gone = places.stream().map(Watermark::lineId).collect(Collectors.toSet());
    work.write(
        erp.linesOf(places).stream()
            .map(work::review)
            .filter(row -> gone.remove(row.lineId()))
            .toList());
    work.remove(gone);
  }
}
