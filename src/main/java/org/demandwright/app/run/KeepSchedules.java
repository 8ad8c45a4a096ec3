package org.demandwright.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demandwright.app.Clock;
import org.demandwright.app.Expected;
import org.demandwright.app.Refused;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.StoreException;
import org.demandwright.store.run.ScheduleStore;
import org.demandwright.store.run.ScheduleStore.Act;
import org.demandwright.store.run.ScheduleStore.Entry;
import org.demandwright.store.run.ScheduleStore.Terms;

/** Shows and changes when jobs start by themselves. Every refusal is a {@link Refused}. */
@ApplicationScoped
public class KeepSchedules {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final int SHOWN = 5;
  private static final int LONGEST = 2_000;

  private final ScheduleStore store;
  private final ForecastPlans plans;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  KeepSchedules(ScheduleStore store, ForecastPlans plans, AuditTrail audit, Clock clock) {
    this.store = store;
    this.plans = plans;
    this.audit = audit;
    this.clock = clock;
  }

  KeepSchedules() {
    this(null, null, null, null);
  }

  /** Returns all schedules by their names. */
  public List<ScheduleRecord> all() {
    return store.all().stream().map(this::record).toList();
  }

  /** Returns a schedule; throws {@link Refused} where there is none of this name. */
  public ScheduleRecord schedule(String name) {
    return record(stored(name));
  }

  /** Makes a schedule. */
  @Transactional
  public ScheduleRecord create(String name, Terms given, String by) {
    if (!NAME.matcher(name).matches()) {
      throw new Refused(
          Refused.Kind.INVALID,
          "name is '%s'; it must be up to 40 small letters, digits and hyphens, a letter first"
              .formatted(name));
    }
    Terms terms = valid(given);
    if (!added(name, terms, by)) {
      throw new Refused(Refused.Kind.CONFLICT, "There is a schedule '" + name + "' already.");
    }
    audit.record("schedule.create", subject(name), AuditTrail.NOTHING, terms);
    return schedule(name);
  }

  /** Two may make one in the same moment. */
  private boolean added(String name, Terms terms, String by) {
    try {
      return store.add(name, terms, Optional.of(first(terms)), Optional.of(act(by)));
    } catch (StoreException e) {
      if (e.isDuplicateKey()) {
        return false;
      }
      throw e;
    }
  }

  /**
   * Changes a schedule. That of the configuration follows it no longer.
   *
   * @param expected what the caller saw
   */
  @Transactional
  public ScheduleRecord change(
      String name, Terms given, Expected<ScheduleRecord> expected, String by) {
    Terms terms = valid(given);
    Entry entry = seen(name, expected);
    Optional<Instant> next = entry.paused() ? Optional.empty() : Optional.of(first(terms));
    settle(entry, terms, entry.paused(), false, next, by);
    audit.record("schedule.change", subject(name), entry.terms(), terms);
    return schedule(name);
  }

  /** Lets a schedule fire no more until it is resumed. */
  @Transactional
  public ScheduleRecord pause(String name, Expected<ScheduleRecord> expected, String by) {
    Entry entry = seen(name, expected);
    if (!entry.paused()) {
      settle(entry, entry.terms(), true, entry.configured(), Optional.empty(), by);
      audit.record("schedule.pause", subject(name), AuditTrail.NOTHING, AuditTrail.NOTHING);
    }
    return schedule(name);
  }

  /** Lets a schedule fire again, from now on: what it would have started meanwhile is left out. */
  @Transactional
  public ScheduleRecord resume(String name, Expected<ScheduleRecord> expected, String by) {
    Entry entry = seen(name, expected);
    if (entry.paused()) {
      Optional<Instant> next = Optional.of(first(entry.terms()));
      settle(entry, entry.terms(), false, entry.configured(), next, by);
      audit.record("schedule.resume", subject(name), AuditTrail.NOTHING, AuditTrail.NOTHING);
    }
    return schedule(name);
  }

  /** Removes a schedule; that of the configuration, if a person changed it, follows it again. */
  @Transactional
  public void delete(String name, Expected<ScheduleRecord> expected) {
    Entry entry = seen(name, expected);
    if (entry.configured()) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Schedule '" + name + "' is the configuration's, which would make it anew. Pause it.");
    }
    require(store.delete(entry), name);
    audit.record("schedule.delete", subject(name), entry.terms(), AuditTrail.NOTHING);
  }

  private void settle(
      Entry seen,
      Terms terms,
      boolean paused,
      boolean configured,
      Optional<Instant> next,
      String by) {
    Entry wanted =
        new Entry(
            seen.name(),
            terms,
            paused,
            configured,
            next,
            seen.last(),
            Optional.of(act(by)),
            seen.changes());
    require(store.settle(seen, wanted), seen.name());
  }

  private ScheduleRecord record(Entry entry) {
    Instant now = clock.now();
    FiringTimes times = FiringTimes.of(entry.terms());
    return new ScheduleRecord(
        entry,
        times.blackouts().stream().map(Object::toString).toList(),
        entry.paused() ? List.of() : times.next(now, SHOWN),
        !entry.paused() && entry.nextFire().filter(now::isAfter).isPresent());
  }

  /** Checks what is to be started when, and writes it in the one form that is kept. */
  private Terms valid(Terms given) {
    Terms terms =
        new Terms(
            given.job(),
            given.parameters(),
            given.cron().strip(),
            given.zone().strip(),
            read("blackouts", () -> blackouts(given.blackouts())),
            given.missed());
    read("zone", () -> ZoneId.of(terms.zone()));
    read("cron", () -> FiringTimes.of(terms));
    Map<String, String> checked =
        JobCatalog.check(
            terms.job(), ScheduledRuns.told(terms, clock.today(ZoneOffset.UTC).toString()), 1);
    Optional.ofNullable(checked.get(JobParameter.PLAN.parameter())).ifPresent(plans::inUse);
    first(terms);
    return terms;
  }

  private static String blackouts(String text) {
    String form =
        Blackout.parse(text).stream().map(Object::toString).collect(Collectors.joining("; "));
    if (form.length() > LONGEST) {
      throw new IllegalArgumentException("they take more than " + LONGEST + " characters");
    }
    return form;
  }

  private static <T> T read(String field, Supplier<T> reader) {
    try {
      return reader.get();
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new Refused(Refused.Kind.INVALID, field + " cannot be read: " + e.getMessage());
    }
  }

  private Instant first(Terms terms) {
    return read("blackouts", () -> FiringTimes.of(terms).next(clock.now()))
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.INVALID,
                    "cron names no time to come that lies outside of the blackouts"));
  }

  private Entry seen(String name, Expected<ScheduleRecord> expected) {
    Entry entry = stored(name);
    expected.check(record(entry));
    return entry;
  }

  private Entry stored(String name) {
    return store
        .find(name)
        .orElseThrow(
            () -> new Refused(Refused.Kind.NOT_FOUND, "There is no schedule '" + name + "'."));
  }

  private static void require(boolean asSeen, String name) {
    if (!asSeen) {
      throw new Refused(
          Refused.Kind.STALE,
          "Schedule '" + name + "' was changed meanwhile. Read it again, then change it.");
    }
  }

  private static String subject(String schedule) {
    return "schedule/" + schedule;
  }

  private Act act(String by) {
    return new Act(clock.now(), by);
  }
}
