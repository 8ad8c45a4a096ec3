package org.demandwright.app.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.demandwright.app.Announcement;
import org.demandwright.app.Announcements;
import org.demandwright.app.Clock;
import org.demandwright.app.Expected;
import org.demandwright.app.Refused;
import org.demandwright.app.forecast.FinalFigures;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.plan.LayerEffect;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.forecast.PublicationKind;
import org.demandwright.store.forecast.PublicationLog;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.plan.OverrideStatus;
import org.demandwright.store.plan.OverrideStore;
import org.demandwright.store.run.PlanStore;

/**
 * Decides about overrides: approve, reject, publish, withdraw. What is published or withdrawn
 * changes what readers see in the same transaction; several are published together or none is.
 */
@ApplicationScoped
@Transactional
public class DecideOverrides {
  private static final System.Logger LOG = System.getLogger(DecideOverrides.class.getName());

  private static final int MOST_AT_ONCE = 1000;

  private final OverrideStore overrides;
  private final Overrides known;
  private final PlanStore plans;
  private final VersionStore versions;
  private final PublicationLog log;
  private final FinalFigures figures;
  private final Settings settings;
  private final Clock clock;
  private final AuditTrail audit;
  private final Announcements announcements;

  @Inject
  DecideOverrides(
      OverrideStore overrides,
      Overrides known,
      PlanStore plans,
      VersionStore versions,
      PublicationLog log,
      FinalFigures figures,
      Settings settings,
      Clock clock,
      AuditTrail audit,
      Announcements announcements) {
    this.overrides = overrides;
    this.known = known;
    this.plans = plans;
    this.versions = versions;
    this.log = log;
    this.figures = figures;
    this.settings = settings;
    this.clock = clock;
    this.audit = audit;
    this.announcements = announcements;
  }

  DecideOverrides() {
    this(null, null, null, null, null, null, null, null, null, null);
  }

  /**
   * The override that is meant.
   *
   * @param scope of whoever decides: it must belong to it
   * @param expected what the caller takes for granted about it
   */
  public record Target(DataScope scope, long overrideId, Expected<OverrideRecord> expected) {

    /** Returns the override, if it has this revision still; empty = whatever it has. */
    public static Target of(DataScope scope, long overrideId, Optional<Integer> revision) {
      return new Target(
          scope,
          overrideId,
          now -> {
            if (revision.filter(r -> r != now.entry().revision()).isPresent()) {
              throw Overrides.changed(overrideId);
            }
          });
    }
  }

  /** Agrees to a draft. Where four eyes are asked for, its author may not. */
  public OverrideRecord approve(Target target, String by) {
    OverrideStore.Entry seen =
        standing(target, Set.of(OverrideStatus.DRAFT), "a draft alone is approved");
    if (settings.overrides().fourEyes() && seen.draft().author().equals(by)) {
      throw new Refused(
          Refused.Kind.FORBIDDEN,
          "You entered override %d; somebody else has to approve it.".formatted(seen.overrideId()));
    }
    Instant now = clock.now();
    move(seen, OverrideStatus.APPROVED, by, now, "");
    decided(seen, OverrideStatus.APPROVED, by, now);
    return known.one(target.scope(), seen.overrideId());
  }

  /** Decides against an override that was not published. */
  public OverrideRecord reject(Target target, String why, String by) {
    OverrideStore.Entry seen =
        standing(
            target,
            Set.of(OverrideStatus.DRAFT, OverrideStatus.APPROVED),
            "what is published is withdrawn, not rejected");
    Instant now = clock.now();
    move(seen, OverrideStatus.REJECTED, by, now, why);
    decided(seen, OverrideStatus.REJECTED, by, now);
    return known.one(target.scope(), seen.overrideId());
  }

  private void decided(OverrideStore.Entry seen, OverrideStatus as, String by, Instant now) {
    announcements.announce(
        new Announcement(
            Announcement.Kind.OVERRIDE_DECIDED,
            now,
            Map.of(
                "overrideId",
                seen.overrideId(),
                "plan",
                seen.draft().plan(),
                "status",
                as.name(),
                "by",
                by)));
  }

  /** Publishes overrides that were approved, all of them or none. */
  public List<OverrideRecord> publish(List<Target> targets, String by) {
    if (targets.isEmpty() || targets.size() > MOST_AT_ONCE) {
      throw new Refused(
          targets.isEmpty() ? Refused.Kind.INVALID : Refused.Kind.TOO_LARGE,
          "Name from 1 to %d overrides; these are %d.".formatted(MOST_AT_ONCE, targets.size()));
    }
    Set<String> concerned = hold(targets);
    Instant now = clock.now();
    List<Long> ids = new ArrayList<>();
    for (Target target : targets) {
      OverrideStore.Entry seen =
          standing(target, Set.of(OverrideStatus.APPROVED), "approve it before it is published");
      requireFourEyes(seen);
      requireDaysLeft(seen);
      move(seen, OverrideStatus.PUBLISHED, by, now, "");
      ids.add(seen.overrideId());
    }
    concerned.forEach(plan -> settle(plan, by, now));
    List<OverrideRecord> published = known.records(overrides.of(ids));
    published.forEach(DecideOverrides::requireEffect);
    return published;
  }

  /** Takes a published override back: what it lay over is final again. */
  public OverrideRecord withdraw(Target target, String why, String by) {
    Set<String> concerned = hold(List.of(target));
    Instant now = clock.now();
    OverrideStore.Entry seen =
        standing(
            target,
            Set.of(OverrideStatus.PUBLISHED),
            "what is published alone is withdrawn; a draft is deleted or rejected");
    move(seen, OverrideStatus.WITHDRAWN, by, now, why);
    concerned.forEach(plan -> settle(plan, by, now));
    return known.one(target.scope(), seen.overrideId());
  }

  /** Makes everybody else wait who changes what readers of the plans of these overrides see. */
  private Set<String> hold(Collection<Target> targets) {
    Set<String> concerned = new TreeSet<>();
    targets.forEach(
        t -> concerned.add(known.seen(t.scope(), t.overrideId(), t.expected()).draft().plan()));
    concerned.forEach(plans::hold);
    return concerned;
  }

  private void settle(String plan, String by, Instant now) {
    Optional<Long> shown = versions.publication(plan).map(VersionStore.Publication::versionId);
    figures.settle(plan, shown, now);
    shown.flatMap(versions::find).ifPresent(version -> tell(version, by, now));
  }

  private void tell(VersionStore.Version version, String by, Instant now) {
    String plan = version.plan().name();
    log.add(
        new PublicationLog.Shown(
            plan,
            version.versionId(),
            Optional.empty(),
            PublicationKind.OVERRIDES,
            now,
            by,
            version.contentHash()));
    announcements.announce(
        new Announcement(
            Announcement.Kind.OVERRIDE_PUBLISHED,
            now,
            Map.of("plan", plan, "versionId", version.versionId(), "by", by)));
  }

  private OverrideStore.Entry standing(Target target, Set<OverrideStatus> so, String rule) {
    OverrideStore.Entry seen = known.seen(target.scope(), target.overrideId(), target.expected());
    if (!so.contains(seen.status())) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Override %d is %s: %s.".formatted(seen.overrideId(), seen.status(), rule));
    }
    return seen;
  }

  private void requireFourEyes(OverrideStore.Entry seen) {
    if (settings.overrides().fourEyes()
        && seen.approvedBy().filter(seen.draft().author()::equals).isPresent()) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Override %d was approved by its author %s, before somebody else had to: reject it and enter it again."
              .formatted(seen.overrideId(), seen.draft().author()));
    }
  }

  private void requireDaysLeft(OverrideStore.Entry seen) {
    LocalDate today = clock.today(settings.intake().siteZone());
    seen.draft()
        .expiresOn()
        .filter(today::isAfter)
        .ifPresent(
            last -> {
              throw new Refused(
                  Refused.Kind.CONFLICT,
                  "Override %d counts until %s, which is over: reject it and enter it again."
                      .formatted(seen.overrideId(), last));
            });
  }

  private static void requireEffect(OverrideRecord published) {
    LayerEffect.Outcome outcome = published.effect().map(LayerEffect::outcome).orElseThrow();
    String why =
        switch (outcome) {
          case APPLIED, BEYOND -> "";
          case PAST -> "its days lie before the first period of the published version";
          case NO_SERIES -> "the published version has no series of its scope";
          case NO_FIGURES ->
              "it is a percentage, and no series of its scope is recommended to forecast";
          case SEVERAL_UNITS ->
              "the series of its scope are counted in several units, and there is no total over them";
        };
    if (!why.isEmpty()) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Override %d would change nothing: %s. Nothing was published."
              .formatted(published.entry().overrideId(), why));
    }
  }

  private void move(
      OverrideStore.Entry seen, OverrideStatus to, String by, Instant now, String note) {
    if (!overrides.move(seen, to, by, now, note)) {
      throw Overrides.changed(seen.overrideId());
    }
    audit.record(
        "override." + verb(to),
        Overrides.subject(seen.overrideId()),
        Map.of("status", seen.status()),
        Map.of("status", to, "note", note));
    LOG.log(
        Level.INFO,
        "{0}: override {1} was {2} and is {3}",
        by,
        seen.overrideId(),
        seen.status(),
        to);
  }

  private static String verb(OverrideStatus to) {
    return switch (to) {
      case APPROVED -> "approve";
      case REJECTED -> "reject";
      case PUBLISHED -> "publish";
      case WITHDRAWN -> "withdraw";
      case DRAFT, EXPIRED -> throw new IllegalArgumentException("nobody decides on " + to);
    };
  }
}
