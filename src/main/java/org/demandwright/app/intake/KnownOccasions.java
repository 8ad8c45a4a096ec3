package org.demandwright.app.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demandwright.app.run.JobFailure;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.Words;
import org.demandwright.core.calendar.HolidayCalendar;
import org.demandwright.core.demand.EventDays;
import org.demandwright.core.demand.VersionCalendar;
import org.demandwright.core.demand.VersionCalendar.Occasion;
import org.demandwright.store.demand.EventStore;
import org.demandwright.store.intake.SalesLineStore;

/**
 * What is known of the calendar now: the holidays of the regions that are configured, and the
 * events that people have planned or the ERP holds.
 */
@Dependent
public class KnownOccasions {
  private final Settings settings;
  private final EventStore events;
  private final SalesLineStore lines;

  @Inject
  KnownOccasions(Settings settings, EventStore events, SalesLineStore lines) {
    this.settings = settings;
    this.events = events;
    this.lines = lines;
  }

  /** Returns the calendar from the first demand to the day before. */
  public VersionCalendar before(LocalDate asOf) {
    LocalDate last = asOf.minusDays(1);
    return between(
        lines.firstDemand(Optional.empty()).filter(d -> d.isBefore(asOf)).orElse(last), last);
  }

  /** Returns the calendar from one day to another, both included. */
  public VersionCalendar between(LocalDate first, LocalDate last) {
    try {
      return calendar(first, last);
    } catch (IllegalArgumentException | IllegalStateException wrong) {
      throw new JobFailure(Words.of("run.no-calendar", String.valueOf(wrong.getMessage())));
    }
  }

  private VersionCalendar calendar(LocalDate first, LocalDate last) {
    Map<String, String> regions = new TreeMap<>(settings.calendar().sites());
    regions.put("", settings.calendar().country());
    List<Occasion> occasions = new ArrayList<>();
    for (String region : new TreeSet<>(regions.values())) {
      for (EventDays days : HolidayCalendar.of(region).between(first, last)) {
        occasions.add(new Occasion(days, region, "", ""));
      }
    }
    for (EventStore.Entry entry : events.all()) {
      if (entry.source().equals(EventStore.ERP) && !settings.calendar().erp()) {
        continue;
      }
      for (EventDays days : entry.event().between(first, last)) {
        occasions.add(new Occasion(days, "", entry.siteId(), entry.category()));
      }
    }
    return new VersionCalendar(regions, occasions);
  }
}
