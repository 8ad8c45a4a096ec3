package org.demandwright.app.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.demandwright.app.source.DemandSource;
import org.demandwright.app.source.DemandSources;
import org.demandwright.core.demand.BookingBody;
import org.demandwright.core.demand.BookingDays.Span;
import org.demandwright.core.intake.LineRule;
import org.demandwright.erp.Watermark;
import org.demandwright.store.intake.BookingStore;
import org.demandwright.store.intake.QuarantineStore;
import org.demandwright.store.intake.QuarantinedLine;
import org.demandwright.store.intake.ReconcileStore.Place;

/**
 * Sets lines aside whose order dates the rest of the lines makes implausible, once all its rows are
 * read: one line must not move the as-of day of all series. Those that were set aside before are
 * judged anew, so that they count again when booking has gone on.
 */
@Dependent
public class DateJudgement {
  private static final Logger LOG = System.getLogger(DateJudgement.class.getName());
  private static final String REASON = LineRule.IMPLAUSIBLE_DATE.name();
  private static final int PAGE = 500;

  private final DemandSources sources;
  private final BookingStore bookings;
  private final QuarantineStore quarantine;
  private final IntakeAtWork work;

  @Inject
  DateJudgement(
      DemandSources sources, BookingStore bookings, QuarantineStore quarantine, IntakeAtWork work) {
    this.sources = sources;
    this.bookings = bookings;
    this.quarantine = quarantine;
    this.work = work;
  }

  /** Judges the dates of all rows, for a run. */
  public void judge(long run) {
    work.begin(run);
    Optional<Span> body = BookingBody.of(bookings.orderedOrSetAside(work.today(), REASON));
    work.judgeDatesBy(body);
    for (DemandSource source : sources.all()) {
      body.ifPresent(span -> setAside(source, span));
      free(source);
    }
  }

  private void setAside(DemandSource source, Span body) {
    List<Place> page = bookings.outside(source.source(), body, work.today(), "", PAGE);
    while (!page.isEmpty()) {
      LOG.log(
          Level.WARNING,
          "{0} lines of source {1} are set aside, ordered before {2} or after {3}, where nothing"
              + " is booked: see the quarantine, reason {4}",
          page.size(),
          source.name(),
          body.first(),
          body.last(),
          REASON);
      judgeAgain(
          source,
          page.stream().map(p -> new Watermark(p.changedAt(), p.sourceKey(), p.lineId())).toList());
      page =
          bookings.outside(
              source.source(), body, work.today(), page.get(page.size() - 1).lineId(), PAGE);
    }
  }

  private void free(DemandSource source) {
    List<QuarantinedLine> page = quarantine.dated(source.source(), REASON, "", PAGE);
    while (!page.isEmpty()) {
      judgeAgain(source, page.stream().map(DateJudgement::place).toList());
      page = quarantine.dated(source.source(), REASON, page.get(page.size() - 1).lineId(), PAGE);
    }
  }

  private static Watermark place(QuarantinedLine q) {
    return new Watermark(q.changedAt(), q.sourceKey() == null ? 0 : q.sourceKey(), q.lineId());
  }

  /** Judges rows of a source again; those that are gone are removed. */
  private void judgeAgain(DemandSource source, List<Watermark> places) {
    Set<String> gone = places.stream().map(Watermark::lineId).collect(Collectors.toSet());
    work.write(
        source,
        source.lines().linesOf(places).stream()
            .map(work::review)
            .filter(row -> gone.remove(row.lineId()))
            .toList());
    work.remove(source, gone);
  }
}
