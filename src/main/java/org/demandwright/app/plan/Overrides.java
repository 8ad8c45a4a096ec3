package org.demandwright.app.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.demandwright.app.Clock;
import org.demandwright.app.Cursors;
import org.demandwright.app.Expected;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.run.PlanRecord;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.plan.LayerEffect;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.security.audit.CurrentRequest;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.plan.FinalStore;
import org.demandwright.store.plan.OverrideStatus;
import org.demandwright.store.plan.OverrideStore;

/** Overrides as they stand, with what each does; drafts are entered and deleted. */
@ApplicationScoped
@Transactional
public class Overrides {
  private static final System.Logger LOG = System.getLogger(Overrides.class.getName());

  private final OverrideStore overrides;
  private final FinalStore finals;
  private final VersionStore versions;
  private final OverrideTerms terms;
  private final ForecastPlans plans;
  private final Clock clock;
  private final AuditTrail audit;

  @Inject
  Overrides(
      OverrideStore overrides,
      FinalStore finals,
      VersionStore versions,
      OverrideTerms terms,
      ForecastPlans plans,
      Clock clock,
      AuditTrail audit) {
    this.overrides = overrides;
    this.finals = finals;
    this.versions = versions;
    this.terms = terms;
    this.plans = plans;
    this.clock = clock;
    this.audit = audit;
  }

  Overrides() {
    this(null, null, null, null, null, null, null);
  }

  /**
   * What to look for; an empty field means any.
   *
   * @param plan of those that the caller may read
   * @param item which its scope names, not one that it merely holds; likewise site and category
   * @param about a day that lies in its days
   */
  public record Question(
      Optional<String> plan,
      Optional<OverrideStatus> status,
      Optional<String> item,
      Optional<String> site,
      Optional<String> category,
      Optional<String> author,
      Optional<LocalDate> about) {}

  /** Returns overrides of plans that the caller may read, newest first. */
  public Page<OverrideRecord> page(
      DataScope scope, Question asked, Optional<String> cursor, int limit) {
    List<String> readable =
        asked
            .plan()
            .map(plan -> List.of(plans.readable(plan).name()))
            .orElseGet(() -> plans.readable().stream().map(PlanRecord::name).toList());
    if (readable.isEmpty()) {
      return new Page<>(List.of(), Optional.empty());
    }
    OverrideStore.Filter filter =
        new OverrideStore.Filter(
            readable,
            asked.status(),
            asked.item(),
            asked.site(),
            asked.category(),
            asked.author(),
            asked.about());
    List<OverrideStore.Entry> rows =
        overrides.before(scope, filter, cursor.map(Cursors::number).orElse(Long.MAX_VALUE), limit);
    return Page.of(records(rows), limit, r -> Cursors.of(r.entry().overrideId()));
  }

  /** Returns one override. */
  public OverrideRecord one(DataScope scope, long overrideId) {
    return records(List.of(entry(scope, overrideId))).get(0);
  }

  /**
   * Returns what happened to an override, in order; also to a draft that was deleted, of which
   * nobody knows any more what it was about: that is told to whoever sees everything.
   */
  public List<OverrideStore.Event> history(DataScope scope, long overrideId) {
    List<OverrideStore.Event> events = overrides.events(overrideId);
    Optional<OverrideStore.Entry> there = overrides.find(scope, overrideId);
    if (events.isEmpty() || there.isEmpty() && !scope.isUnrestricted()) {
      throw missing(overrideId).get();
    }
    there
        .map(o -> Optional.of(o.draft().plan()))
        .orElseGet(() -> overrides.planOfDeleted(overrideId))
        .ifPresentOrElse(plans::readable, () -> requireAdministrator(overrideId));
    return events;
  }

  /** Nobody kept of which plan it was: it may have been one that others must not read. */
  private static void requireAdministrator(long overrideId) {
    if (!CurrentRequest.callerIsAnyOf(Set.of())) {
      throw missing(overrideId).get();
    }
  }

  /**
   * Keeps a draft: it changes nothing until it is approved and published.
   *
   * @param scope of the author: what they lay must belong to it
   */
  public OverrideRecord draft(DataScope scope, OverrideTerms.Request wanted, String author) {
    OverrideStore.Entry entered = overrides.add(terms.checked(scope, wanted, author), clock.now());
    if (overrides.find(scope, entered.overrideId()).isEmpty()) {
      throw OverrideTerms.beyond();
    }
    audit.record(
        "override.create", subject(entered.overrideId()), AuditTrail.NOTHING, entered.draft());
    LOG.log(Level.INFO, "{0} drafted override {1}", author, entered.overrideId());
    return new OverrideRecord(entered, Optional.empty());
  }

  /**
   * Deletes a draft; what happened to it stays readable.
   *
   * @param expected what the caller takes for granted about it
   */
  public void deleteDraft(
      DataScope scope, long overrideId, Expected<OverrideRecord> expected, String by) {
    OverrideStore.Entry seen = seen(scope, overrideId, expected);
    if (!overrides.deleteDraft(seen, by, clock.now())) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Override %d is %s; a draft alone is deleted, others are rejected or withdrawn."
              .formatted(overrideId, seen.status()));
    }
    audit.record("override.delete", subject(overrideId), seen.draft(), AuditTrail.NOTHING);
    LOG.log(Level.INFO, "{0} deleted the draft of override {1}", by, overrideId);
  }

  static String subject(long overrideId) {
    return "override/" + overrideId;
  }

  /** Returns overrides with what they do, in the same order. */
  List<OverrideRecord> records(Collection<OverrideStore.Entry> entries) {
    Map<Long, LayerEffect> effects = new HashMap<>();
    entries.stream()
        .collect(
            Collectors.groupingBy(
                e -> e.draft().plan(),
                Collectors.mapping(OverrideStore.Entry::overrideId, Collectors.toList())))
        .forEach(
            (plan, ids) ->
                versions
                    .publication(plan)
                    .ifPresent(p -> effects.putAll(finals.effects(p.versionId(), ids))));
    return entries.stream()
        .map(e -> new OverrideRecord(e, Optional.ofNullable(effects.get(e.overrideId()))))
        .toList();
  }

  /** Returns an override as it is, if that is what the caller takes for granted. */
  OverrideStore.Entry seen(DataScope scope, long overrideId, Expected<OverrideRecord> expected) {
    OverrideRecord now = one(scope, overrideId);
    expected.check(now);
    return now.entry();
  }

  private OverrideStore.Entry entry(DataScope scope, long overrideId) {
    OverrideStore.Entry found = overrides.find(scope, overrideId).orElseThrow(missing(overrideId));
    plans.readable(found.draft().plan());
    return found;
  }

  static Refused changed(long overrideId) {
    return new Refused(
        Refused.Kind.STALE,
        "Override " + overrideId + " is not any more as it was read: read it again.");
  }

  private static Supplier<Refused> missing(long overrideId) {
    return () -> new Refused(Refused.Kind.NOT_FOUND, "There is no override " + overrideId + ".");
  }
}
