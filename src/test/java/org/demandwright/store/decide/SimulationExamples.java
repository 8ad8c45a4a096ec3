package org.demandwright.store.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.store.StoreExample.followed;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.Words;
import org.demandwright.core.decide.simulate.WayOfOrdering;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.StoreExample;
import org.demandwright.store.StoreExample.Does;
import org.demandwright.store.Stores;
import org.demandwright.store.decide.SimulationResultStore.ClassKind;
import org.demandwright.store.decide.SimulationResultStore.Result;
import org.demandwright.store.decide.SimulationStore.Simulation;
import org.demandwright.store.run.WorkStatus;

/** What the stores of simulations do. */
public final class SimulationExamples {
  private static final Instant NOW = Instant.parse("2026-04-01T02:00:00.123456Z");
  private static final DataScope ALL = DataScope.unrestricted();
  private static final List<String> PLANS = List.of("default");
  private static final DataScope PART = DataScope.ofCompanies(Set.of("A"));

  private SimulationExamples() {}

  public static List<StoreExample<?>> all() {
    return List.of(
        new StoreExample<>(
            SimulationStore.class, Does.RETURN_WHAT_WAS_WRITTEN, SimulationExamples::simulations),
        new StoreExample<>(SimulationStore.class, Does.PAGE_IN_ORDER, SimulationExamples::pages),
        new StoreExample<>(SimulationStore.class, Does.FORGET, SimulationExamples::forgotten),
        new StoreExample<>(
            SimulatedPlaceStore.class, Does.RETURN_WHAT_WAS_WRITTEN, SimulationExamples::places),
        new StoreExample<>(
            SimulatedPlaceStore.class, Does.PAGE_IN_ORDER, SimulationExamples::pagesOfPlaces),
        new StoreExample<>(
            PastTotalsStore.class, Does.RETURN_WHAT_WAS_WRITTEN, SimulationExamples::totals),
        new StoreExample<>(PastTotalsStore.class, Does.FORGET, SimulationExamples::forgottenTotals),
        new StoreExample<>(
            SimulationResultStore.class, Does.RETURN_WHAT_WAS_WRITTEN, SimulationExamples::results),
        new StoreExample<>(
            SimulationResultStore.class, Does.FORGET, SimulationExamples::forgottenOutcomes));
  }

  private static void simulations(SimulationStore store, Stores stores) {
    SimulationStore.Order order = AnySimulation.order("eve", PART, NOW);
    long id = store.add(order);
    Simulation waiting = store.find(id).orElseThrow();
    assertThat(waiting.order()).isEqualTo(order);
    assertThat(waiting.status()).isEqualTo(WorkStatus.WAITING);
    assertThat(store.unfinished("eve")).isEqualTo(1);
    assertThat(store.unfinished()).containsExactly(waiting);

    Instant until = NOW.plus(Duration.ofSeconds(30));
    assertThat(store.claim(waiting, "m1", until)).isTrue();
    assertThat(store.claim(waiting, "m2", until)).as("m1 was quicker").isFalse();
    assertThat(store.renew(id, "m2", until)).isFalse();
    store.putBack(id, "m1");
    assertThat(store.claim(store.find(id).orElseThrow(), "m2", until)).isTrue();
    assertThat(store.renew(id, "m2", until)).isTrue();
    assertThat(store.begin(id, 5)).isTrue();
    assertThat(store.begin(id + 99, 5)).as("of none").isFalse();
    store.found(id, AnySimulation.ground());
    assertThat(store.newest(SimulationStore.part(ALL), "default")).as("not ready").isEmpty();
    store.finish(id, "abc", until);
    store.fail(id, Words.of("decide.simulate.stopped"), until);
    Simulation ready = store.find(id).orElseThrow();
    assertThat(ready)
        .isEqualTo(
            new Simulation(
                id,
                order,
                WorkStatus.READY,
                Optional.empty(),
                Optional.empty(),
                Optional.of(5L),
                Optional.of(AnySimulation.ground()),
                Optional.of("abc"),
                Optional.of(until),
                Optional.empty()));
    assertThat(store.newest(SimulationStore.part(ALL), "default")).contains(ready);
    assertThat(store.newest(SimulationStore.part(PART), "default")).contains(ready);
    assertThat(store.newest(SimulationStore.part(DataScope.ofCompanies(Set.of("B"))), "default"))
        .isEmpty();
    assertThat(store.unfinished()).isEmpty();

    long failed = store.add(AnySimulation.order("eve", ALL, NOW));
    store.fail(failed, Words.of("decide.simulate.stopped"), until);
    assertThat(store.find(failed).orElseThrow().failedBecause())
        .contains(Words.of("decide.simulate.stopped"));
  }

  private static void pages(SimulationStore store, Stores stores) {
    for (int i = 0; i < 5; i++) {
      store.add(AnySimulation.order("eve", i % 2 == 0 ? PART : ALL, NOW));
    }
    assertThat(
            followed(
                Long.MAX_VALUE,
                (before, limit) -> store.before(SimulationStore.part(ALL), PLANS, before, limit),
                Simulation::simulationId))
        .extracting(Simulation::simulationId)
        .containsExactly(5L, 4L, 3L, 2L, 1L);
    assertThat(store.before(SimulationStore.part(PART), PLANS, 9, 9))
        .as("of the same part")
        .extracting(Simulation::simulationId)
        .containsExactly(5L, 3L, 1L);
    assertThat(store.before(SimulationStore.part(ALL), List.of("other"), 9, 9)).isEmpty();
  }

  private static void forgotten(SimulationStore store, Stores stores) {
    SimulatedPlaceStore places = new SimulatedPlaceStore(stores.sql());
    for (int i = 0; i < 3; i++) {
      long id = store.add(AnySimulation.order("eve", ALL, NOW));
      places.write(id, List.of(AnySimulation.place(1, "A", true)));
      store.finish(id, "abc", NOW);
    }
    long waiting = store.add(AnySimulation.order("eve", ALL, NOW));
    store.forget("default", 1);
    assertThat(store.before(SimulationStore.part(ALL), PLANS, 99, 9))
        .extracting(Simulation::simulationId)
        .containsExactly(waiting, 3L);
    assertThat(places.page(1, 0, 9)).isEmpty();
    assertThat(places.page(3, 0, 9)).hasSize(1);
    store.remove(3);
    assertThat(store.find(3)).isEmpty();
    assertThat(places.page(3, 0, 9)).isEmpty();
  }

  private static void places(SimulatedPlaceStore store, Stores stores) {
    long id = new SimulationStore(stores.sql()).add(AnySimulation.order("eve", ALL, NOW));
    List<SimulatedPlace> places =
        List.of(
            AnySimulation.place(1, "A", true),
            AnySimulation.place(2, "B", true),
            AnySimulation.place(3, "C", false));
    store.write(id, List.of(AnySimulation.place(9, "Z", true)));
    store.write(id, places);
    assertThat(store.page(id, 0, 9)).isEqualTo(places);
    assertThat(store.refusals(id)).isEqualTo(Map.of(Words.of("decide.simulate.no-price"), 1L));
    store.refuse(id, 2, Words.of("decide.simulate.no-forecast"));
    assertThat(store.refusals(id)).hasSize(2);
    SimulatedPlace.Said moved =
        new SimulatedPlace.Said("leadDays", new BigDecimal("4.5"), "LEARNED");
    store.terms(id, 1, "USD", List.of(moved));
    assertThat(store.page(id, 0, 1).get(0).currency()).contains("USD");
    assertThat(store.page(id, 0, 1).get(0).terms()).containsExactly(moved);
    store.terms(id, 1, "EUR", places.get(0).terms());
  }

  private static void totals(PastTotalsStore store, Stores stores) {
    long id = new SimulationStore(stores.sql()).add(AnySimulation.order("eve", ALL, NOW));
    assertThat(store.isForecast(id, 0, "TSB")).isFalse();
    store.write(id, 0, "TSB", Map.of(1L, List.of()), 9);
    store.write(id, 0, "TSB", Map.of(1L, AnySimulation.versions()), 2);
    store.write(id, 1, "TSB", Map.of(1L, AnySimulation.versions().subList(0, 1)), 3);
    assertThat(store.isForecast(id, 0, "TSB")).isTrue();
    assertThat(store.of(id, 1).get("TSB"))
        .hasSize(3)
        .startsWith(AnySimulation.versions().get(0), AnySimulation.versions().get(1));
    assertThat(store.leftOver(id)).isEqualTo(Map.of("TSB", 5L));
  }

  private static void forgottenTotals(PastTotalsStore store, Stores stores) {
    long id = new SimulationStore(stores.sql()).add(AnySimulation.order("eve", ALL, NOW));
    store.write(id, 0, "TSB", Map.of(1L, AnySimulation.versions()), 2);
    store.forget(id);
    assertThat(store.of(id, 1)).isEmpty();
    assertThat(store.leftOver(id)).as("stays").isNotEmpty();
    store.clear(id);
    assertThat(store.isForecast(id, 0, "TSB")).as("is made anew").isFalse();
    assertThat(store.leftOver(id)).isEmpty();
  }

  private static void results(SimulationResultStore store, Stores stores) {
    long id = new SimulationStore(stores.sql()).add(AnySimulation.order("eve", ALL, NOW));
    new SimulatedPlaceStore(stores.sql())
        .write(id, List.of(AnySimulation.place(1, "A", true), AnySimulation.place(2, "B", true)));
    store.outcomes(id, List.of(1L), List.of(AnySimulation.outcome(1, 0, "99")));
    store.outcomes(
        id,
        List.of(1L, 2L),
        List.of(
            AnySimulation.outcome(1, 0, "20"),
            AnySimulation.outcome(2, 0, "20"),
            AnySimulation.outcome(1, 1, "30")));
    List<Result> sums = store.sums(id, AnySimulation.ground().windows());
    assertThat(sums)
        .filteredOn(r -> r.kind() == ClassKind.ALL)
        .contains(
            new Result(
                "EUR",
                ClassKind.ALL,
                "",
                new SimulationResultStore.Tried(WayOfOrdering.MIN_MAX, "", 0),
                -0.5,
                false,
                AnySimulation.units("40"),
                AnySimulation.tested(2, "20")))
        .hasSize(2);
    assertThat(sums).extracting(Result::name).contains("B", "LUMPY");
    assertThat(sums).hasSize(6);
    store.write(id, sums);
    store.write(id, sums);
    assertThat(store.results(id, AnySimulation.ground().windows()))
        .containsExactlyInAnyOrderElementsOf(sums);
    assertThat(store.sums(id, AnySimulation.ground().windows()))
        .as("what it is made of")
        .containsExactlyInAnyOrderElementsOf(sums);
  }

  private static void forgottenOutcomes(SimulationResultStore store, Stores stores) {
    long id = new SimulationStore(stores.sql()).add(AnySimulation.order("eve", ALL, NOW));
    new SimulatedPlaceStore(stores.sql()).write(id, List.of(AnySimulation.place(1, "A", true)));
    store.outcomes(id, List.of(1L), List.of(AnySimulation.outcome(1, 0, "20")));
    store.write(id, store.sums(id, AnySimulation.ground().windows()));
    store.forgetOutcomes(id);
    assertThat(store.sums(id, AnySimulation.ground().windows()))
        .as("what it was made of")
        .isEmpty();
    assertThat(store.results(id, AnySimulation.ground().windows())).as("stays").isNotEmpty();
  }

  private static void pagesOfPlaces(SimulatedPlaceStore store, Stores stores) {
    long id = new SimulationStore(stores.sql()).add(AnySimulation.order("eve", ALL, NOW));
    store.write(
        id,
        List.of(
            AnySimulation.place(4, "A", true),
            AnySimulation.place(2, "B", false),
            AnySimulation.place(7, "C", true)));
    assertThat(followed(0L, (after, limit) -> store.page(id, after, limit), SimulatedPlace::number))
        .extracting(SimulatedPlace::number)
        .containsExactly(2L, 4L, 7L);
  }
}
