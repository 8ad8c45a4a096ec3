package org.demandwright.app.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DataEdge;
import org.demandwright.core.demand.Period;
import org.demandwright.store.intake.BookingStore;
import org.demandwright.store.intake.SalesLineStore;
import org.demandwright.store.run.RunDayStore;
import org.demandwright.store.run.RunDayStore.AsOf;

/**
 * Up to which day a run knows demand, and which day it is for it. Both are fixed when a run asks
 * for the first time; a restart on another day goes on with them.
 *
 * <p>The as-of day is the one that the run was given, or else where the data end ({@link
 * DataEdge}), never a clock's date. Today, at the sites ({@code dw.site.zone}), bounds on which
 * days orders can have been booked.
 */
@ApplicationScoped
public class KnownDemand {
  private final BookingStore bookings;
  private final RunDayStore runs;
  private final SalesLineStore lines;
  private final Settings settings;
  private final Clock clock;

  @Inject
  KnownDemand(
      BookingStore bookings,
      RunDayStore runs,
      SalesLineStore lines,
      Settings settings,
      Clock clock) {
    this.bookings = bookings;
    this.runs = runs;
    this.lines = lines;
    this.settings = settings;
    this.clock = clock;
  }

  KnownDemand() {
    this(null, null, null, null, null);
  }

  /** Returns the day that it was at the sites when a run began. */
  public LocalDate today(long instanceId) {
    return runs.today(instanceId, clock.today(settings.intake().siteZone()));
  }

  /**
   * Returns the first day that a run does not know; empty where there is no demand at all.
   *
   * @param wanted a day that it was given, or blank for where the data end
   * @param knownAt lines as they were known then; empty = as they are
   */
  public Optional<AsOf> asOf(long instanceId, String wanted, Optional<Instant> knownAt) {
    LocalDate today = today(instanceId);
    Optional<AsOf> fixed = runs.asOf(instanceId);
    if (fixed.isPresent()) {
      return fixed;
    }
    Optional<AsOf> asOf =
        edge(today, knownAt)
            .map(
                edge ->
                    new AsOf(
                        wanted == null || wanted.isBlank() ? edge.asOf() : LocalDate.parse(wanted),
                        edge.totalsOf()));
    asOf.ifPresent(found -> runs.fix(instanceId, found));
    return asOf;
  }

  /** Returns where the data end on a day; empty where there is no demand at all. */
  public Optional<DataEdge> edge(LocalDate today, Optional<Instant> knownAt) {
    return DataEdge.of(bookings.ordered(today, knownAt), bookings.wanted(today, knownAt));
  }

  /**
   * Returns the last day before the as-of day that demand speaks for: of totals the last of their
   * period; empty where there is none.
   */
  public Optional<LocalDate> lastDemand(AsOf asOf, Optional<Instant> knownAt) {
    return lines
        .lastDemand(asOf.day(), knownAt)
        .map(
            last ->
                asOf.totalsOf()
                    .map(period -> lastDay(period, last))
                    .filter(end -> end.isBefore(asOf.day()))
                    .orElse(last));
  }

  private static LocalDate lastDay(Bucket period, LocalDate day) {
    return Period.of(period, day).end().minusDays(1);
  }
}
