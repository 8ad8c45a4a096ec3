package org.demandwright.app.demand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demandwright.app.Clock;
import org.demandwright.app.Cursors;
import org.demandwright.app.Expected;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.core.calendar.PlannedEvent;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.EventDays;
import org.demandwright.core.plan.Scope;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.access.ScopeNameStore;
import org.demandwright.store.demand.EventStore;
import org.demandwright.store.demand.SeriesScopeStore;

/**
 * Events that people enter, beside those of the ERP's calendar: the next run of the forecast knows
 * them in advance. Occasions that are expected to do the same to demand have the same name; an
 * effect is learned from the second occasion on. Every refusal is a {@link Refused}.
 */
@ApplicationScoped
public class EventPlanning {
  private static final int MOST_CHARACTERS = 80;

  /** Before the first day that a database can hold. */
  private static final long[] BEGIN = {LocalDate.of(1, 1, 1).toEpochDay(), 0};

  private final EventStore events;
  private final SeriesScopeStore series;
  private final ScopeNameStore names;
  private final Clock clock;
  private final AuditTrail audit;

  @Inject
  EventPlanning(
      EventStore events,
      SeriesScopeStore series,
      ScopeNameStore names,
      Clock clock,
      AuditTrail audit) {
    this.events = events;
    this.series = series;
    this.names = names;
    this.clock = clock;
    this.audit = audit;
  }

  EventPlanning() {
    this(null, null, null, null, null);
  }

  /**
   * An event to be entered.
   *
   * @param lastDay null = an event of one day
   * @param siteId empty = every site
   * @param category empty = every category
   */
  public record Request(
      String name,
      LocalDate firstDay,
      LocalDate lastDay,
      boolean yearly,
      String siteId,
      String category) {}

  /** Returns events in the order of their first day. */
  public Page<EventRecord> page(DataScope scope, Optional<String> cursor, int limit) {
    long[] after = cursor.map(c -> Cursors.numbers(c, 2)).orElse(BEGIN);
    List<EventStore.Entry> rows = events.page(scope, Cursors.day(after[0]), after[1], limit);
    return Page.of(rows, limit, e -> Cursors.of(e.event().days().first().toEpochDay(), e.eventId()))
        .map(EventRecord::of);
  }

  /** Returns one event. */
  public EventRecord event(DataScope scope, long eventId) {
    return EventRecord.of(find(scope, eventId));
  }

  private EventStore.Entry find(DataScope scope, long eventId) {
    return events
        .find(scope, eventId)
        .orElseThrow(
            () -> new Refused(Refused.Kind.NOT_FOUND, "There is no event " + eventId + "."));
  }

  /**
   * Enters an event.
   *
   * @param scope of whoever enters it: all series that it concerns must belong to it
   */
  @Transactional
  public EventRecord add(DataScope scope, Request wanted, String by) {
    requireWithin(scope, wanted.siteId(), wanted.category());
    requireText("name", wanted.name(), true);
    requireText("siteId", wanted.siteId(), false);
    requireText("category", wanted.category(), false);
    requireKnown(wanted);
    LocalDate last = wanted.lastDay() == null ? wanted.firstDay() : wanted.lastDay();
    try {
      EventDays days = new EventDays(wanted.name().strip(), wanted.firstDay(), last);
      PlannedEvent event = new PlannedEvent(days, wanted.yearly());
      EventRecord added =
          EventRecord.of(events.add(event, wanted.siteId(), wanted.category(), by, clock.now()));
      audit.record("event.add", "event/" + added.eventId(), AuditTrail.NOTHING, added);
      return added;
    } catch (IllegalArgumentException wrong) {
      throw new Refused(Refused.Kind.INVALID, "The event cannot be taken: " + wrong.getMessage());
    }
  }

  /**
   * Removes an event; versions that knew it keep it.
   *
   * @param scope of whoever removes it: all series that it concerns must belong to it
   * @param seen what the caller takes it to be
   */
  @Transactional
  public void remove(DataScope scope, long eventId, Expected<EventRecord> seen) {
    EventStore.Entry event = find(scope, eventId);
    seen.check(EventRecord.of(event));
    if (event.source().equals(EventStore.ERP)) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Event "
              + eventId
              + " comes from the ERP's calendar (dw_calendar): change it there; the next import"
              + " follows.");
    }
    requireWithin(scope, event.siteId(), event.category());
    if (events.remove(eventId)) {
      audit.record("event.remove", "event/" + eventId, EventRecord.of(event), AuditTrail.NOTHING);
    }
  }

  private void requireWithin(DataScope scope, String siteId, String category) {
    Scope concerned =
        new Scope(
            Optional.empty(),
            Optional.empty(),
            Optional.of(siteId).filter(site -> !site.isEmpty()),
            Optional.empty(),
            Optional.of(category).filter(name -> !name.isEmpty()));
    if (series.reachesOutside(scope, concerned)
        || !scope.isUnrestricted() && !series.reachesInto(scope, concerned)) {
      throw new Refused(
          Refused.Kind.FORBIDDEN,
          "An event may concern series that you may see, and no others: give it a site and a"
              + " category of yours.");
    }
  }

  /** What nothing is sold at, or of, would never have an effect, and nobody would notice. */
  private void requireKnown(Request wanted) {
    DataScope named = new DataScope(Optional.empty(), one(wanted.siteId()), one(wanted.category()));
    names.unknownSites(named).stream()
        .findFirst()
        .ifPresent(
            site -> {
              throw Refused.because(
                  "siteId", "There is no site '%s': see the list of sites.".formatted(site));
            });
    names.unknownCategories(named).stream()
        .findFirst()
        .ifPresent(
            category -> {
              throw Refused.because(
                  "category",
                  "No item is of category '%s': see the list of items.".formatted(category));
            });
  }

  private static Optional<Set<String>> one(String name) {
    return Optional.of(name).filter(text -> !text.isEmpty()).map(Set::of);
  }

  private static void requireText(String what, String text, boolean needed) {
    if (needed && text.isBlank()) {
      throw new Refused(Refused.Kind.INVALID, what + " is empty; give the event a " + what + ".");
    }
    if (text.length() > MOST_CHARACTERS) {
      throw new Refused(
          Refused.Kind.INVALID,
          "%s has %d characters; at most %d are allowed."
              .formatted(what, text.length(), MOST_CHARACTERS));
    }
  }
}
