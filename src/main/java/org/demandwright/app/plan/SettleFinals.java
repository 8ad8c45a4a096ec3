package org.demandwright.app.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.demandwright.app.Clock;
import org.demandwright.app.forecast.FinalFigures;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.plan.FinalSeries;
import org.demandwright.core.plan.LayerEffect;
import org.demandwright.core.plan.LayeredForecast;
import org.demandwright.core.plan.SeriesInScope;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.plan.FinalStore;
import org.demandwright.store.plan.FinalStore.Baseline;
import org.demandwright.store.plan.FinalStore.Final;
import org.demandwright.store.plan.OverrideStatus;
import org.demandwright.store.plan.OverrideStore;

/**
 * Computes what is final in the version that readers of a plan see, whenever another version is
 * shown or what lies over it changes: all that counts for the plan is laid anew, in the order in
 * which it was published, and what differs is written. What is past its last day expires first.
 */
@ApplicationScoped
public class SettleFinals implements FinalFigures {
  /** Who ends an override whose last day is over. */
  static final String CALENDAR = "calendar";

  /** Series whose rows are in memory at a time. */
  private static final int PAGE = 500;

  private final OverrideStore overrides;
  private final FinalStore finals;
  private final VersionStore versions;
  private final LaidOverrides laid;
  private final Settings settings;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  SettleFinals(
      OverrideStore overrides,
      FinalStore finals,
      VersionStore versions,
      LaidOverrides laid,
      Settings settings,
      AuditTrail audit,
      Clock clock) {
    this.overrides = overrides;
    this.finals = finals;
    this.versions = versions;
    this.laid = laid;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  SettleFinals() {
    this(null, null, null, null, null, null, null);
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public void settle(String plan, Optional<Long> before, Instant now) {
    expire(plan, now);
    versions
        .publication(plan)
        .ifPresent(p -> settle(versions.find(p.versionId()).orElseThrow(), p, before, now));
  }

  private void expire(String plan, Instant now) {
    LocalDate today = clock.today(settings.intake().siteZone());
    overrides.published(plan).stream()
        .filter(o -> o.draft().expiresOn().filter(today::isAfter).isPresent())
        .filter(o -> overrides.move(o, OverrideStatus.EXPIRED, CALENDAR, now, ""))
        .forEach(
            o ->
                audit.record(
                    "override.expire",
                    Overrides.subject(o.overrideId()),
                    Map.of("status", o.status()),
                    Map.of("status", OverrideStatus.EXPIRED)));
  }

  private void settle(
      VersionStore.Version version,
      VersionStore.Publication publication,
      Optional<Long> before,
      Instant now) {
    boolean restored =
        publication.rolledBack()
            || !version.publishedAt().equals(Optional.of(publication.changedAt()));
    Optional<Long> follows = before.filter(b -> !restored && b != version.versionId());
    List<OverrideStore.Entry> counting = overrides.published(version.plan().name());
    Set<Long> touched = new TreeSet<>(finals.touched(version.versionId()));
    follows.ifPresent(b -> touched.addAll(finals.touched(b)));
    Map<Long, FinalSeries> figures = lay(version, counting);
    touched.addAll(figures.keySet());
    List<Long> all = List.copyOf(touched);
    for (int from = 0; from < all.size(); from += PAGE) {
      List<Long> some = all.subList(from, Math.min(all.size(), from + PAGE));
      List<Long> differing = write(version.versionId(), some, figures, follows, new FinalRows(now));
      finals.archive(version.versionId(), differing, archivedFrom(version, restored, before));
    }
  }

  /** Of a version that readers have seen before, only periods change that have not begun. */
  private LocalDate archivedFrom(
      VersionStore.Version version, boolean restored, Optional<Long> before) {
    return restored || before.equals(Optional.of(version.versionId()))
        ? clock.today(settings.intake().siteZone())
        : version.recipe().origin();
  }

  private Map<Long, FinalSeries> lay(
      VersionStore.Version version, List<OverrideStore.Entry> counting) {
    if (counting.isEmpty()) {
      finals.note(version.versionId(), List.of());
      return Map.of();
    }
    SeriesInScope series =
        laid.series(version, counting.stream().map(o -> o.draft().scope()).toList());
    LayeredForecast forecast = laid.bare(version, series, counting);
    List<LayerEffect> effects = counting.stream().map(o -> forecast.lay(o.layer())).toList();
    finals.note(version.versionId(), effects);
    return forecast.finals();
  }

  private List<Long> write(
      long versionId,
      List<Long> series,
      Map<Long, FinalSeries> figures,
      Optional<Long> follows,
      FinalRows rows) {
    Map<Long, List<Baseline>> baseline = finals.baseline(versionId, series);
    Map<Long, List<Final>> own = finals.of(versionId, series);
    Map<Long, Map<LocalDate, Final>> earlier =
        follows.map(b -> byPeriod(b, series)).orElse(Map.of());
    List<Long> differing = new ArrayList<>();
    List<Final> all = new ArrayList<>();
    for (Long id : series) {
      List<FinalSeries.Step> steps =
          Optional.ofNullable(figures.get(id)).map(FinalSeries::steps).orElse(List.of());
      List<Baseline> forecast = baseline.getOrDefault(id, List.of());
      List<Final> was = own.getOrDefault(id, List.of());
      List<Final> is =
          follows.isPresent()
              ? rows.following(forecast, steps, earlier.getOrDefault(id, Map.of()))
              : rows.changed(forecast, steps, was);
      if (!is.equals(was)) {
        differing.add(id);
        all.addAll(is);
      }
    }
    finals.replace(versionId, differing, all);
    return differing;
  }

  private Map<Long, Map<LocalDate, Final>> byPeriod(long versionId, List<Long> series) {
    Map<Long, Map<LocalDate, Final>> found = new HashMap<>();
    Map<Long, List<Baseline>> baseline = finals.baseline(versionId, series);
    finals
        .of(versionId, series)
        .forEach(
            (id, rows) -> {
              Map<Integer, LocalDate> starts = new HashMap<>();
              baseline.getOrDefault(id, List.of()).forEach(b -> starts.put(b.step(), b.start()));
              Map<LocalDate, Final> byStart = new HashMap<>();
              rows.forEach(f -> byStart.put(starts.get(f.step()), f));
              found.put(id, byStart);
            });
    return found;
  }
}
