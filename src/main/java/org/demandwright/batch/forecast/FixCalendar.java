package org.demandwright.batch.forecast;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.demandwright.app.intake.KnownOccasions;
import org.demandwright.core.demand.Period;
import org.demandwright.store.forecast.CalendarStore;
import org.demandwright.store.forecast.Recipe;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.intake.SalesLineStore;

/** Fixes what a version knows of the calendar, from the first demand to the end of the horizon. */
@Dependent
public class FixCalendar {
  private final KnownOccasions occasions;
  private final CalendarStore calendars;
  private final SalesLineStore lines;

  @Inject
  FixCalendar(KnownOccasions occasions, CalendarStore calendars, SalesLineStore lines) {
    this.occasions = occasions;
    this.calendars = calendars;
    this.lines = lines;
  }

  /** Writes the calendar of a version unless it has one already. */
  void of(VersionStore.Version version) {
    if (calendars.has(version.versionId())) {
      return;
    }
    Recipe recipe = version.recipe();
    LocalDate first = lines.firstDemand(recipe.knownAt()).orElse(recipe.origin());
    LocalDate last =
        Period.of(recipe.bucket(), recipe.origin()).plus(recipe.horizon()).start().minusDays(1);
    calendars.write(version.versionId(), occasions.between(first, last));
  }
}
