package org.demandwright.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.Refused;
import org.demandwright.app.settings.ScheduleSettings;
import org.demandwright.app.settings.Settings;
import org.demandwright.store.run.ScheduleStore;

/**
 * Starts the nightly job when its cron expression says so. Whoever moves the due entry on in the
 * database owns that firing, so that of several members one starts the job. A firing that was
 * missed while no member ran is made up for once.
 */
@ApplicationScoped
public class ScheduledRuns {
  private static final Logger LOG = System.getLogger(ScheduledRuns.class.getName());
  private static final String JOB = "nightly";

  private final ScheduleStore store;
  private final JobControl jobs;
  private final Settings settings;
  private final Clock clock;

  @Inject
  ScheduledRuns(ScheduleStore store, JobControl jobs, Settings settings, Clock clock) {
    this.store = store;
    this.jobs = jobs;
    this.settings = settings;
    this.clock = clock;
  }

  ScheduledRuns() {
    this(null, null, null, null);
  }

  /** Starts the nightly job if it is due and nobody else has taken this firing. */
  public void startIfDue() {
    if (!settings.schedule().enabled()) {
      return;
    }
    String cron = settings.schedule().cron();
    ZoneId zone = settings.schedule().zone();
    Instant now = clock.now();
    Optional<ScheduleStore.Entry> entry = store.find(JOB);
    if (entry.isEmpty()) {
      store.add(JOB, next(cron, zone, now), cron, zone.getId());
      return;
    }
    ScheduleStore.Entry e = entry.get();
    boolean changed = !e.cron().equals(cron) || !e.zone().equals(zone.getId());
    boolean due = !changed && e.nextFire().map(t -> !t.isAfter(now)).orElse(false);
    if ((changed || due) && store.move(e, next(cron, zone, now), cron, zone.getId()) && due) {
      start(zone);
    }
  }

  private void start(ZoneId zone) {
    Map<String, String> parameters =
        settings.schedule().asOfToday() ? Map.of("asOf", clock.today(zone).toString()) : Map.of();
    try {
      JobRun run = jobs.start(JOB, parameters, "schedule");
      LOG.log(Level.INFO, "The schedule started execution {0}", run.executionId());
    } catch (Refused e) {
      LOG.log(Level.WARNING, "The scheduled run was not started: {0}", e.getMessage());
    }
  }

  /** Returns the first instant after {@code now} that the expression names. */
  static Instant next(String cron, ZoneId zone, Instant now) {
    try {
      return ScheduleSettings.times(cron)
          .nextExecution(now.atZone(zone))
          .orElseThrow(() -> new IllegalArgumentException("it names no time to come"))
          .toInstant();
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "dw.schedule.cron is '"
              + cron
              + "'; it must be five fields: minute hour day month weekday, such as 30 2 * * * ("
              + e.getMessage()
              + ")",
          e);
    }
  }
}
