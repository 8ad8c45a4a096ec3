package org.demandwright.app.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.plan.PlanComparison.OfPeriod;
import org.demandwright.app.plan.PlanComparison.Sums;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.run.PlanRecord;
import org.demandwright.core.demand.CommonPeriods;
import org.demandwright.core.demand.CommonPeriods.Span;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.Period;
import org.demandwright.store.forecast.Recipe;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.plan.VolumeStore;
import org.demandwright.store.plan.VolumeStore.Volume;
import org.demandwright.store.plan.VolumeStore.Weighted;

/** Compares what plans that overlap add up to: days summed to weeks, weeks to months. */
@ApplicationScoped
@Transactional
public class ComparePlans {
  private final ForecastPlans plans;
  private final VersionStore versions;
  private final VolumeStore volumes;

  @Inject
  ComparePlans(ForecastPlans plans, VersionStore versions, VolumeStore volumes) {
    this.plans = plans;
    this.versions = versions;
    this.volumes = volumes;
  }

  ComparePlans() {
    this(null, null, null);
  }

  /** What rows there are besides the total. */
  public enum By {
    SITE,
    ITEM
  }

  /** Both published versions and what they have in common. */
  private record Pair(VersionStore.Version one, VersionStore.Version other, CommonPeriods common) {
    static Pair of(VersionStore.Version one, VersionStore.Version other) {
      return new Pair(one, other, CommonPeriods.of(span(one), span(other)));
    }

    Weighted weighted(VersionStore.Version version) {
      return new Weighted(version.versionId(), common.shares(span(version)));
    }
  }

  /**
   * Returns how the totals of two plans differ over the series of a scope; throws {@link Refused}
   * where one has none.
   */
  public PlanComparison of(DataScope scope, String plan, String with) {
    return totals(scope, pair(plan, with));
  }

  /**
   * Returns how two plans differ for each site or item of a scope.
   *
   * @param cursor of the page before, empty for the first
   */
  public Page<Volume> rows(
      DataScope scope, String plan, String with, By by, Optional<String> cursor, int limit) {
    Pair pair = pair(plan, with);
    if (pair.common().periods().isEmpty()) {
      return new Page<>(List.of(), Optional.empty());
    }
    Optional<VolumeStore.After> after =
        cursor.map(c -> Cursors.texts(c, 2)).map(at -> new VolumeStore.After(at[0], at[1]));
    Weighted one = pair.weighted(pair.one());
    Weighted other = pair.weighted(pair.other());
    List<Volume> rows =
        by == By.SITE
            ? volumes.sites(scope, one, other, after, limit)
            : volumes.items(scope, one, other, after, limit);
    return Page.of(rows, limit, row -> Cursors.ofTexts(row.org(), row.id()));
  }

  /**
   * Returns the comparisons of a version with what readers see of other plans that are in use,
   * where the totals differ by more than so many per cent.
   */
  public List<PlanComparison> beyond(VersionStore.Version version, int limitPercent) {
    return plans.plans().stream()
        .filter(plan -> !plan.retired() && !plan.name().equals(version.plan().name()))
        .map(PlanRecord::name)
        .flatMap(name -> published(name).stream())
        .map(other -> totals(DataScope.unrestricted(), Pair.of(version, other)))
        .filter(comparison -> comparison.total().beyond(limitPercent))
        .toList();
  }

  private PlanComparison totals(DataScope scope, Pair pair) {
    Map<Integer, BigDecimal> one = volumes.steps(scope, pair.one().versionId());
    Map<Integer, BigDecimal> other = volumes.steps(scope, pair.other().versionId());
    List<String> units = volumes.units(scope, pair.one().versionId());
    BigDecimal allOfOne = BigDecimal.ZERO;
    BigDecimal allOfOther = BigDecimal.ZERO;
    List<OfPeriod> periods = new ArrayList<>();
    for (Period period : pair.common().periods()) {
      BigDecimal ofOne = within(period, pair.one(), one);
      BigDecimal ofOther = within(period, pair.other(), other);
      periods.add(new OfPeriod(period, new Sums(ofOne.doubleValue(), ofOther.doubleValue())));
      allOfOne = allOfOne.add(ofOne);
      allOfOther = allOfOther.add(ofOther);
    }
    return new PlanComparison(
        pair.one().plan().name(),
        pair.other().plan().name(),
        pair.one().versionId(),
        pair.other().versionId(),
        units.size() == 1 ? Optional.of(units.get(0)) : Optional.empty(),
        new Sums(allOfOne.doubleValue(), allOfOther.doubleValue()),
        periods);
  }

  private static BigDecimal within(
      Period period, VersionStore.Version version, Map<Integer, BigDecimal> steps) {
    return CommonPeriods.shares(span(version), period).entrySet().stream()
        .map(
            share ->
                BigDecimal.valueOf(share.getValue())
                    .multiply(steps.getOrDefault(share.getKey(), BigDecimal.ZERO)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Pair pair(String plan, String with) {
    if (plan.equals(with)) {
      throw new Refused(Refused.Kind.INVALID, "with names the plan itself; name another one");
    }
    return Pair.of(shown(plan), shown(with));
  }

  private VersionStore.Version shown(String plan) {
    return published(plans.readable(plan).name())
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.CONFLICT,
                    "Nothing has been published of plan "
                        + plan
                        + " yet: there is nothing to"
                        + " compare."));
  }

  private Optional<VersionStore.Version> published(String plan) {
    return versions.publication(plan).flatMap(p -> versions.find(p.versionId()));
  }

  private static Span span(VersionStore.Version version) {
    Recipe recipe = version.recipe();
    return new Span(Period.of(recipe.bucket(), recipe.origin()), recipe.horizon());
  }
}
