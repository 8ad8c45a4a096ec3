package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.core.Words;
import org.demandwright.core.decide.simulate.ForecastDays;
import org.demandwright.core.decide.simulate.PlaceReplay;
import org.demandwright.core.decide.simulate.ReplayedPlace;
import org.demandwright.core.decide.simulate.SimulationQuestion;
import org.demandwright.core.decide.simulate.WayOfOrdering;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Price;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.store.decide.PastTotalsStore;
import org.demandwright.store.decide.SimulatedPlaceStore;
import org.demandwright.store.decide.SimulationResultStore;
import org.demandwright.store.decide.SimulationResultStore.PlaceOutcome;
import org.demandwright.store.decide.SimulationResultStore.Tried;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.forecast.TotalsStore;
import org.demandwright.store.quality.SalesSumStore;

/** Replays items at sites under each way of ordering, and writes what came of it. */
@ApplicationScoped
public class ReplayPlaces {
  private final SimulationBases bases;
  private final SimulatedPlaceStore store;
  private final PastTotalsStore totals;
  private final SimulationResultStore results;
  private final SalesSumStore sales;
  private final MasterDataStore masterData;

  @Inject
  ReplayPlaces(
      SimulationBases bases,
      SimulatedPlaceStore store,
      PastTotalsStore totals,
      SimulationResultStore results,
      SalesSumStore sales,
      MasterDataStore masterData) {
    this.bases = bases;
    this.store = store;
    this.totals = totals;
    this.results = results;
    this.sales = sales;
    this.masterData = masterData;
  }

  ReplayPlaces() {
    this(null, null, null, null, null, null);
  }

  /** Returns the items at sites that can be judged, by their numbers. */
  public List<Place> places(long simulationId, long executionId) {
    return bases.of(simulationId, executionId).places();
  }

  /** Replays items at sites; what was known of them is replaced. */
  public void replay(long simulationId, long executionId, List<Place> places) {
    SimulationBasis basis = bases.of(simulationId, executionId).basis();
    bases.wanted(simulationId);
    Map<ItemKey, List<Price>> prices = SimulationBasis.prices(masterData, places);
    List<PlaceOutcome> outcomes = new ArrayList<>();
    for (Place place : places) {
      outcomes.addAll(
          outcomes(basis, place, prices.getOrDefault(SimulationBasis.item(place), List.of())));
    }
    results.outcomes(simulationId, places.stream().map(Place::number).toList(), outcomes);
  }

  private List<PlaceOutcome> outcomes(SimulationBasis basis, Place place, List<Price> prices) {
    long simulationId = basis.simulation().simulationId();
    try {
      PlaceTerms terms = PlaceTerms.of(basis, place, prices);
      Map<String, List<TotalDemand>> forecasts = totals.of(simulationId, place.number());
      if (terms.replayable().isEmpty() || !forecasts.keySet().containsAll(basis.methods())) {
        store.refuse(
            simulationId,
            place.number(),
            terms.refused().orElse(Words.of("decide.simulate.no-forecast")));
        return List.of();
      }
      store.terms(simulationId, place.number(), terms.currency().orElseThrow(), terms.said());
      ReplayedPlace replayed = SimulatedDays.of(basis, place, terms, demand(basis, place));
      return outcomes(basis, place, replayed, terms.factor(), forecasts);
    } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
      store.refuse(
          simulationId,
          place.number(),
          Words.of("decide.simulate.failed", String.valueOf(e.getMessage())));
      return List.of();
    }
  }

  private static List<PlaceOutcome> outcomes(
      SimulationBasis basis,
      Place place,
      ReplayedPlace replayed,
      BigDecimal factor,
      Map<String, List<TotalDemand>> forecasts) {
    SimulationQuestion question = basis.question();
    PlaceReplay replay = new PlaceReplay(replayed, basis.windows(), question.seed());
    Map<String, ForecastDays> days = new HashMap<>();
    forecasts.forEach((method, versions) -> days.put(method, new ForecastDays(versions)));
    List<PlaceOutcome> all = new ArrayList<>();
    for (WayOfOrdering way : question.ways()) {
      if (way.isOf(replayed)) {
        for (String method : way.isByForecast() ? question.methods() : List.of("")) {
          List<PlaceReplay.Point> curve =
              replay.curve(way, Optional.ofNullable(days.get(method)), way.knobs());
          for (int knob = 0; knob < curve.size(); knob++) {
            PlaceReplay.Point point = curve.get(knob);
            all.add(
                new PlaceOutcome(
                    place.number(),
                    new Tried(way, method, knob),
                    point.tuned().in(factor).money().total(),
                    point.tested().in(factor)));
          }
        }
      }
    }
    return all;
  }

  private Map<LocalDate, BigDecimal> demand(SimulationBasis basis, Place place) {
    Map<LocalDate, BigDecimal> daily = new TreeMap<>();
    for (TotalsStore.Entry series : place.series()) {
      sales
          .days(series.seriesId(), series.seriesId())
          .getOrDefault(series.seriesId(), List.of())
          .forEach(
              days ->
                  days.days().stream()
                      .filter(d -> d.day().isBefore(basis.windows().testTo()))
                      .forEach(d -> daily.merge(d.day(), d.gross(), BigDecimal::add)));
    }
    return daily;
  }
}
