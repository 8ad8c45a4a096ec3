package org.demandwright.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.Refused;
import org.demandwright.app.settings.ScheduleSettings;
import org.demandwright.app.settings.Settings;
import org.demandwright.store.run.ScheduleStore;
import org.demandwright.store.run.ScheduleStore.Entry;
import org.demandwright.store.run.ScheduleStore.Firing;
import org.demandwright.store.run.ScheduleStore.Missed;
import org.demandwright.store.run.ScheduleStore.Terms;

/**
 * Starts jobs when their schedules say so. Whoever moves a due schedule on in the database owns
 * that firing, so that of several members one starts the job. While another run is under way a
 * firing waits. What was missed, because no member ran or another run took too long, is made up for
 * once or left out, as the schedule says.
 */
@ApplicationScoped
public class ScheduledRuns {
  /** The schedule that the configuration makes. */
  public static final String CONFIGURED = "nightly";

  /** A value of asOf that stands for the day on which the run starts, in the schedule's zone. */
  public static final String TODAY = "today";

  private static final Logger LOG = System.getLogger(ScheduledRuns.class.getName());
  private static final String AS_OF = JobParameter.AS_OF.parameter();

  /** A start that is later counts as missed. */
  private static final Duration ON_TIME = Duration.ofMinutes(5);

  private final ScheduleStore store;
  private final JobControl jobs;
  private final RunLease lease;
  private final Settings settings;
  private final Clock clock;

  @Inject
  ScheduledRuns(
      ScheduleStore store, JobControl jobs, RunLease lease, Settings settings, Clock clock) {
    this.store = store;
    this.jobs = jobs;
    this.lease = lease;
    this.settings = settings;
    this.clock = clock;
  }

  ScheduledRuns() {
    this(null, null, null, null, null);
  }

  /** Starts what is due and nobody else has taken, unless the configuration forbids it. */
  public void startIfDue() {
    if (!settings.schedule().enabled()) {
      return;
    }
    follow();
    Instant now = clock.now();
    for (Entry entry : store.due(now)) {
      fire(entry, FiringTimes.of(entry.terms()), now);
    }
  }

  /** Makes the schedule of the configuration, or changes it with it unless a person did. */
  private void follow() {
    Terms terms = configured(settings.schedule());
    Optional<Instant> next = FiringTimes.of(terms).next(clock.now());
    Optional<Entry> entry = store.find(CONFIGURED);
    if (entry.isEmpty()) {
      store.add(CONFIGURED, terms, next, Optional.empty());
      return;
    }
    Entry seen = entry.get();
    if (seen.configured() && !seen.terms().equals(terms)) {
      store.settle(
          seen,
          new Entry(
              CONFIGURED,
              terms,
              seen.paused(),
              true,
              seen.paused() ? Optional.empty() : next,
              seen.last(),
              seen.changed(),
              seen.changes()));
    }
  }

  private static Terms configured(ScheduleSettings s) {
    return new Terms(
        CONFIGURED,
        s.asOfToday() ? Map.of(AS_OF, TODAY) : Map.of(),
        s.cron(),
        s.zone().getId(),
        "",
        Missed.RUN_ONCE);
  }

  private void fire(Entry entry, FiringTimes times, Instant now) {
    boolean skip = entry.terms().missed() == Missed.SKIP;
    boolean late = entry.nextFire().orElseThrow().isBefore(now.minus(ON_TIME));
    if (skip && (late || times.closed(now))) {
      if (store.move(entry, times.next(now))) {
        store.fired(entry.name(), new Firing(now, Optional.empty(), "missed"));
        LOG.log(Level.INFO, "Schedule {0} leaves out a firing that was missed", entry.name());
      }
    } else if (times.closed(now)) {
      store.move(entry, Optional.of(times.opens(now)));
    } else if (!lease.alive() && store.move(entry, times.next(now))) {
      start(entry, now);
    }
  }

  private void start(Entry entry, Instant now) {
    try {
      JobRun run =
          jobs.start(entry.terms().job(), parameters(entry.terms()), "schedule " + entry.name());
      store.fired(entry.name(), new Firing(now, Optional.of(run.executionId()), ""));
      LOG.log(Level.INFO, "Schedule {0} started execution {1}", entry.name(), run.executionId());
    } catch (Refused e) {
      boolean busy = e.kind() == Refused.Kind.CONFLICT && lease.alive();
      if (busy) {
        putBack(entry); // another run was quicker: the firing waits for its end
        return;
      }
      store.fired(entry.name(), new Firing(now, Optional.empty(), e.getMessage()));
      LOG.log(Level.WARNING, "Schedule {0} started no run: {1}", entry.name(), e.getMessage());
    } catch (RuntimeException e) {
      putBack(entry); // a database was away, for instance: it is tried again
      throw e;
    }
  }

  private void putBack(Entry taken) {
    store.find(taken.name()).ifPresent(moved -> store.move(moved, taken.nextFire()));
  }

  private Map<String, String> parameters(Terms terms) {
    return told(terms, clock.today(ZoneId.of(terms.zone())).toString());
  }

  /** Returns the parameters of a run that starts on a day. */
  static Map<String, String> told(Terms terms, String day) {
    Map<String, String> told = new HashMap<>(terms.parameters());
    told.replace(AS_OF, TODAY, day);
    return told;
  }
}
