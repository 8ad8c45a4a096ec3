package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.app.plan.FinalTotals;
import org.demandwright.core.decide.DemandAtRate;
import org.demandwright.core.decide.ItemSpread;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.evaluate.PlanBy;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.store.forecast.Recipe;
import org.demandwright.store.forecast.ResultStore;
import org.demandwright.store.forecast.TotalsStore;
import org.demandwright.store.forecast.VersionStore;

/**
 * What is wanted of items at sites, of all channels together, by the final figures of a version.
 */
@ApplicationScoped
public class DemandOfPlaces {
  private final FinalTotals finals;
  private final ResultStore results;

  @Inject
  DemandOfPlaces(FinalTotals finals, ResultStore results) {
    this.finals = finals;
    this.results = results;
  }

  DemandOfPlaces() {
    this(null, null);
  }

  /**
   * Returns the demand of each place with the spread of its own past; one of which that of a
   * channel cannot be told is left out.
   */
  Map<Place, ItemSpread> spreads(VersionStore.Version version, Collection<Place> places) {
    List<Long> series =
        places.stream().flatMap(p -> p.series().stream()).map(TotalsStore.Entry::seriesId).toList();
    Map<Long, DemandSeries> histories = results.cleaned(version.versionId(), series);
    Map<Place, ItemSpread> spreads = new HashMap<>();
    of(version, places)
        .forEach(
            (place, told) ->
                spreads.put(
                    place,
                    ItemSpread.of(
                        told,
                        place.series().stream()
                            .map(s -> histories.get(s.seriesId()))
                            .filter(Objects::nonNull)
                            .toList())));
    return spreads;
  }

  /** Returns the demand of each place as the version tells it, with the spread of its class. */
  Map<Place, TotalDemand> of(VersionStore.Version version, Collection<Place> places) {
    List<Long> series =
        places.stream().flatMap(p -> p.series().stream()).map(TotalsStore.Entry::seriesId).toList();
    Map<Long, FinalTotals.Total> forecast = finals.of(version.versionId(), series);
    Map<Long, TotalDemand> atRate = atRate(version, places);
    Map<Place, TotalDemand> demand = new HashMap<>();
    for (Place place : places) {
      sum(place, forecast, atRate).ifPresent(total -> demand.put(place, total));
    }
    return demand;
  }

  /** The totals of series that are not recommended to forecast, by what they are planned by. */
  private Map<Long, TotalDemand> atRate(VersionStore.Version version, Collection<Place> places) {
    List<Long> unusable =
        places.stream()
            .flatMap(p -> p.series().stream())
            .filter(s -> !s.verdict().usable())
            .map(TotalsStore.Entry::seriesId)
            .toList();
    Map<Long, TotalDemand> found = new TreeMap<>();
    Recipe recipe = version.recipe();
    Period origin = Period.of(recipe.bucket(), recipe.origin());
    results
        .cleaned(version.versionId(), unusable)
        .forEach(
            (id, cleaned) ->
                PlanBy.of(cleaned, recipe.horizon())
                    .flatMap(by -> DemandAtRate.totals(by, origin, recipe.horizon()))
                    .ifPresent(demand -> found.put(id, demand)));
    return found;
  }

  private static Optional<TotalDemand> sum(
      Place place, Map<Long, FinalTotals.Total> forecast, Map<Long, TotalDemand> atRate) {
    Optional<TotalDemand> sum = Optional.empty();
    for (TotalsStore.Entry series : place.series()) {
      TotalDemand one =
          series.verdict().usable()
              ? Optional.ofNullable(forecast.get(series.seriesId()))
                  .map(FinalTotals.Total::demand)
                  .orElse(null)
              : atRate.get(series.seriesId());
      if (one == null) {
        return Optional.empty();
      }
      sum = Optional.of(sum.map(s -> s.and(one)).orElse(one));
    }
    return sum;
  }
}
