package org.demandwright.app.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.demandwright.app.Clock;
import org.demandwright.core.calendar.PlannedEvent;
import org.demandwright.core.demand.EventDays;
import org.demandwright.erp.ErpCalendarDay;
import org.demandwright.store.demand.EventStore;

/**
 * Takes the calendars of ERPs over as planned events: days of one name that follow each other at
 * one site are one occasion. What people entered stays beside it.
 */
@Dependent
public class CalendarImport {
  private static final int MOST_DAYS = 366;
  private static final Comparator<String> NONE_FIRST =
      Comparator.nullsFirst(Comparator.naturalOrder());
  private static final Comparator<ErpCalendarDay> ORDER =
      Comparator.comparing(ErpCalendarDay::name, NONE_FIRST)
          .thenComparing(ErpCalendarDay::kind, NONE_FIRST)
          .thenComparing(ErpCalendarDay::siteId, NONE_FIRST)
          .thenComparing(ErpCalendarDay::day, Comparator.nullsFirst(Comparator.naturalOrder()));

  private final EventStore events;
  private final Clock clock;

  @Inject
  CalendarImport(EventStore events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  /**
   * @param days of one source in its order, or of several in any
   * @param several whether they are of several, which may tell the same day
   */
  void replace(List<ErpCalendarDay> days, boolean several) {
    events.replaceThoseOfErp(
        occasions(several ? days.stream().distinct().sorted(ORDER).toList() : days), clock.now());
  }

  /**
   * @param days ordered by name, kind, site and day
   */
  static List<EventStore.Planned> occasions(List<ErpCalendarDay> days) {
    List<EventStore.Planned> occasions = new ArrayList<>();
    ErpCalendarDay first = null;
    LocalDate last = null;
    for (ErpCalendarDay day : days) {
      if (day.day() == null || day.name() == null || day.name().isBlank()) {
        continue;
      }
      if (first == null || !goesOn(first, last, day)) {
        add(occasions, first, last);
        first = day;
      }
      last = day.day();
    }
    add(occasions, first, last);
    return occasions;
  }

  private static boolean goesOn(ErpCalendarDay first, LocalDate last, ErpCalendarDay day) {
    return first.name().equals(day.name())
        && Objects.equals(first.kind(), day.kind())
        && Objects.equals(first.siteId(), day.siteId())
        && !day.day().isAfter(last.plusDays(1))
        && day.day().isBefore(first.day().plusDays(MOST_DAYS));
  }

  private static void add(
      List<EventStore.Planned> occasions, ErpCalendarDay first, LocalDate last) {
    if (first != null) {
      EventDays days = new EventDays(first.name().strip(), first.day(), last);
      occasions.add(
          new EventStore.Planned(
              new PlannedEvent(days, false), first.siteId() == null ? "" : first.siteId()));
    }
  }
}
