package org.demandwright.app.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Period;
import org.demandwright.core.plan.LayeredForecast;
import org.demandwright.core.plan.PlannedSeries;
import org.demandwright.core.plan.Scope;
import org.demandwright.core.plan.SeriesInScope;
import org.demandwright.store.forecast.Recipe;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.plan.FinalStore;
import org.demandwright.store.plan.OverrideStore;

/** Brings together what overrides are laid over: a version's series and their means. */
@ApplicationScoped
public class LaidOverrides {
  /** A series is active if it sold something in so many days before the version's first period. */
  static final int ACTIVE_DAYS = 365;

  private final FinalStore finals;
  private final Settings settings;

  @Inject
  LaidOverrides(FinalStore finals, Settings settings) {
    this.finals = finals;
    this.settings = settings;
  }

  LaidOverrides() {
    this(null, null);
  }

  /** Returns the series of a version, as far as these scopes hold them. */
  SeriesInScope series(VersionStore.Version version, Collection<Scope> scopes) {
    boolean ofItems = scopes.stream().allMatch(s -> s.item().isPresent());
    Set<String> items =
        ofItems
            ? scopes.stream()
                .map(s -> s.item().get())
                .collect(Collectors.toCollection(TreeSet::new))
            : Set.of();
    return SeriesInScope.of(finals.series(version.versionId(), items));
  }

  /**
   * Returns the forecasts of a version, nothing laid over them yet.
   *
   * @param series those of the version
   * @param overrides that will be laid: only series of their scopes are read
   */
  LayeredForecast bare(
      VersionStore.Version version, SeriesInScope series, List<OverrideStore.Entry> overrides) {
    Set<Long> concerned = new TreeSet<>();
    overrides.forEach(
        o ->
            series.of(o.draft().scope()).stream()
                .map(PlannedSeries::seriesId)
                .forEach(concerned::add));
    Map<Long, DoubleVector> means = finals.means(version.versionId(), concerned);
    Recipe recipe = version.recipe();
    return new LayeredForecast(
        periods(version),
        series,
        means,
        finals.selling(recipe.origin().minusDays(ACTIVE_DAYS), recipe.origin(), concerned),
        settings.overrides()::isWhole);
  }

  /** Returns the periods of a version, in order. */
  static List<Period> periods(VersionStore.Version version) {
    Recipe recipe = version.recipe();
    Period first = Period.of(recipe.bucket(), recipe.origin());
    return IntStream.range(0, recipe.horizon()).mapToObj(first::plus).toList();
  }
}
