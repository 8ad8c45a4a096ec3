package org.demandwright.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demandwright.app.Settings;
import org.demandwright.core.calendar.HolidayCalendar;
import org.demandwright.core.demand.EventDays;
import org.demandwright.core.demand.Period;
import org.demandwright.store.CalendarStore;
import org.demandwright.store.EventStore;
import org.demandwright.store.SalesLineStore;
import org.demandwright.store.VersionCalendar;
import org.demandwright.store.VersionCalendar.Occasion;
import org.demandwright.store.VersionStore;

/**
 * Fixes what a version knows of the calendar: the holidays of the regions that are configured, and
 * the events that people have planned, from the first demand to the end of the horizon.
 */
@Dependent
public class FixCalendar {
  private final Settings settings;
  private final EventStore events;
  private final CalendarStore calendars;
  private final SalesLineStore lines;

  @Inject
  FixCalendar(Settings settings, EventStore events, CalendarStore calendars, SalesLineStore lines) {
    this.settings = settings;
    this.events = events;
    this.calendars = calendars;
    this.lines = lines;
  }

  /** Writes the calendar of a version unless it has one already. */
  void of(VersionStore.Version version) {
    if (calendars.has(version.versionId())) {
      return;
    }
    VersionStore.Recipe recipe = version.recipe();
    LocalDate first = lines.firstDemand(recipe.knownAt()).orElse(recipe.origin());
    LocalDate last =
        Period.of(recipe.bucket(), recipe.origin()).plus(recipe.horizon()).start().minusDays(1);
    try {
      calendars.write(version.versionId(), calendar(first, last));
    } catch (IllegalArgumentException | IllegalStateException wrong) {
      throw new JobFailure(
          "The calendar cannot be made; look at dw.calendar.country and dw.calendar.sites: "
              + wrong.getMessage());
    }
  }

  private VersionCalendar calendar(LocalDate first, LocalDate last) {
    Map<String, String> regions = new TreeMap<>(settings.calendarSites());
    regions.put("", settings.calendarCountry());
    List<Occasion> occasions = new ArrayList<>();
    for (String region : new TreeSet<>(regions.values())) {
      for (EventDays days : HolidayCalendar.of(region).between(first, last)) {
        occasions.add(new Occasion(days, region, "", ""));
      }
    }
    for (EventStore.Entry entry : events.all()) {
      if (entry.source().equals(EventStore.ERP) && !settings.calendarErp()) {
        continue;
      }
      for (EventDays days : entry.event().between(first, last)) {
        occasions.add(new Occasion(days, "", entry.siteId(), entry.category()));
      }
    }
    return new VersionCalendar(regions, occasions);
  }
}
