package org.demandwright.app.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demandwright.app.Refused;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.Period;
import org.demandwright.core.plan.LayerEffect;
import org.demandwright.core.plan.LayeredForecast;
import org.demandwright.core.plan.PlannedSeries;
import org.demandwright.core.plan.Scope;
import org.demandwright.core.plan.SeriesInScope;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.plan.OverrideStatus;
import org.demandwright.store.plan.OverrideStore;

/** Says what an override would do, or does, in the version that readers see; changes nothing. */
@ApplicationScoped
@Transactional
public class OverridePreview {
  private final Overrides known;
  private final OverrideStore overrides;
  private final VersionStore versions;
  private final LaidOverrides laid;

  @Inject
  OverridePreview(
      Overrides known, OverrideStore overrides, VersionStore versions, LaidOverrides laid) {
    this.known = known;
    this.overrides = overrides;
    this.versions = versions;
    this.laid = laid;
  }

  OverridePreview() {
    this(null, null, null, null);
  }

  /**
   * What an override does on top of those that were published before it.
   *
   * @param periods those of its days, each with the total of its series without and with it
   * @param overlaps others within the scope of whoever asks that count and are about some of the
   *     same series and days, in the order in which they are laid; the last one laid holds
   */
  public record Preview(
      OverrideStore.Entry override,
      long versionId,
      LayerEffect effect,
      List<PeriodTotal> periods,
      List<OverrideStore.Entry> overlaps) {}

  /** The total of the series that an override concerns, base units, in one whole period. */
  public record PeriodTotal(LocalDate start, LocalDate end, BigDecimal before, BigDecimal after) {}

  /** Returns what an override would do if it were published now, or does. */
  public Preview of(DataScope scope, long overrideId) {
    OverrideStore.Entry override = known.one(scope, overrideId).entry();
    String plan = override.draft().plan();
    VersionStore.Version version =
        versions
            .publication(plan)
            .flatMap(p -> versions.find(p.versionId()))
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Kind.CONFLICT, "Plan " + plan + " has no published version."));
    List<OverrideStore.Entry> below = below(override);
    List<OverrideStore.Entry> all = new ArrayList<>(below);
    all.add(override);
    SeriesInScope series = laid.series(version, all.stream().map(o -> o.draft().scope()).toList());
    LayeredForecast forecast = laid.bare(version, series, all);
    below.forEach(o -> forecast.lay(o.layer()));
    List<BigDecimal> before = forecast.totals(override.layer());
    LayerEffect effect = forecast.lay(override.layer());
    List<BigDecimal> after = forecast.totals(override.layer());
    return new Preview(
        override,
        version.versionId(),
        effect,
        periods(version, effect, before, after),
        overlaps(scope, override, series));
  }

  private List<OverrideStore.Entry> below(OverrideStore.Entry override) {
    List<OverrideStore.Entry> counting = overrides.published(override.draft().plan());
    return override.status() == OverrideStatus.PUBLISHED
        ? counting.subList(0, counting.indexOf(override))
        : counting;
  }

  private static List<PeriodTotal> periods(
      VersionStore.Version version,
      LayerEffect effect,
      List<BigDecimal> before,
      List<BigDecimal> after) {
    List<PeriodTotal> totals = new ArrayList<>();
    Optional<LayerEffect.Days> days = effect.days();
    List<Period> all = LaidOverrides.periods(version);
    for (int i = 0; i < all.size() && days.isPresent(); i++) {
      LocalDate start = all.get(i).start();
      LocalDate end = all.get(i).end().minusDays(1);
      if (!end.isBefore(days.get().first()) && !start.isAfter(days.get().last())) {
        totals.add(new PeriodTotal(start, end, before.get(i), after.get(i)));
      }
    }
    return totals;
  }

  private List<OverrideStore.Entry> overlaps(
      DataScope scope, OverrideStore.Entry override, SeriesInScope series) {
    Set<PlannedSeries> mine = new HashSet<>(series.of(override.draft().scope()));
    return overrides.published(override.draft().plan()).stream()
        .filter(o -> o.overrideId() != override.overrideId())
        .filter(o -> !o.draft().last().isBefore(override.draft().first()))
        .filter(o -> !o.draft().first().isAfter(override.draft().last()))
        .filter(o -> meets(o.draft().scope(), mine, series))
        .filter(o -> overrides.find(scope, o.overrideId()).isPresent())
        .toList();
  }

  private static boolean meets(Scope scope, Set<PlannedSeries> mine, SeriesInScope series) {
    return series.of(scope).stream().anyMatch(mine::contains);
  }
}
