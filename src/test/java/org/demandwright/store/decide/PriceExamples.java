package org.demandwright.store.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.store.StoreExample.followed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.StoreExample;
import org.demandwright.store.StoreExample.Does;
import org.demandwright.store.Stores;
import org.demandwright.store.decide.PriceResponseStore.Filter;
import org.demandwright.store.decide.PriceResponseStore.Lesson;

/** What the stores of prices do. */
public final class PriceExamples {
  private static final Instant NOW = Instant.parse("2026-04-01T02:00:00.123456Z");
  private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

  private PriceExamples() {}

  public static List<StoreExample<?>> all() {
    return List.of(
        new StoreExample<>(
            PriceResponseStore.class, Does.RETURN_WHAT_WAS_WRITTEN, PriceExamples::learned),
        new StoreExample<>(PriceResponseStore.class, Does.PAGE_IN_ORDER, PriceExamples::pages),
        new StoreExample<>(PriceResponseStore.class, Does.FORGET, PriceExamples::forgotten),
        new StoreExample<>(
            ScenarioStore.class, Does.RETURN_WHAT_WAS_WRITTEN, PriceExamples::scenarios),
        new StoreExample<>(
            ScenarioStore.class, Does.PAGE_IN_ORDER, PriceExamples::pagesOfScenarios),
        new StoreExample<>(ScenarioStore.class, Does.FORGET, PriceExamples::scenariosThatAreGone));
  }

  private static Filter where(Optional<Boolean> known, String item) {
    return new Filter(
        DataScope.unrestricted(),
        Optional.of("A"),
        Optional.of(item),
        Optional.of("S1"),
        Optional.empty(),
        known);
  }

  private static void learned(PriceResponseStore store, Stores stores) {
    Lesson begun = store.begin(7, "default", DAY);
    assertThat(store.begin(7, "other", DAY.plusDays(1))).as("goes on").isEqualTo(begun);
    PlacePrice tea = AnyPrice.known(4, "A", "tea");
    PlacePrice cup = AnyPrice.unknown(2, "A", "cup");
    store.write(begun.lessonId(), List.of(tea, cup));
    store.write(begun.lessonId(), List.of(tea));
    assertThat(store.newest("default")).as("before it is made").isEmpty();
    assertThat(store.find(begun.lessonId())).isEmpty();
    store.finish(begun, NOW);
    assertThat(store.newest("default"))
        .contains(new Lesson(begun.lessonId(), "default", 7, DAY, Optional.of(NOW)));
    assertThat(store.find(begun.lessonId())).isEqualTo(store.ofInstance(7));
    assertThat(store.page(begun.lessonId(), Filter.all(), 0, 9)).containsExactly(cup, tea);
    assertThat(store.page(begun.lessonId(), where(Optional.of(true), "tea"), 0, 9))
        .containsExactly(tea);
    assertThat(store.page(begun.lessonId(), where(Optional.of(false), "tea"), 0, 9)).isEmpty();
    assertThat(store.page(begun.lessonId(), where(Optional.of(false), "cup"), 0, 9))
        .containsExactly(cup);
  }

  private static void pages(PriceResponseStore store, Stores stores) {
    Lesson lesson = store.begin(7, "default", DAY);
    List<PlacePrice> all = new ArrayList<>();
    for (long number = 1; number <= 7; number++) {
      all.add(AnyPrice.known(number, "A", "item" + number));
    }
    store.write(lesson.lessonId(), all);
    assertThat(
            followed(
                0L,
                (after, limit) -> store.page(lesson.lessonId(), Filter.all(), after, limit),
                PlacePrice::number))
        .isEqualTo(all);
  }

  private static void forgotten(PriceResponseStore store, Stores stores) {
    Lesson other = store.begin(1, "other", DAY);
    store.write(other.lessonId(), List.of(AnyPrice.known(1, "A", "tea")));
    store.finish(other, NOW);
    Lesson old = store.begin(2, "default", DAY);
    store.write(old.lessonId(), List.of(AnyPrice.known(1, "A", "tea")));
    store.finish(old, NOW);
    Lesson next = store.begin(3, "default", DAY.plusDays(7));
    store.finish(next, NOW);
    store.forgetBefore(next);
    assertThat(store.newest("default").map(Lesson::lessonId)).contains(next.lessonId());
    assertThat(store.find(old.lessonId())).isEmpty();
    assertThat(store.page(old.lessonId(), Filter.all(), 0, 9)).isEmpty();
    assertThat(store.page(other.lessonId(), Filter.all(), 0, 9)).hasSize(1);
  }

  private static List<Scenario> page(ScenarioStore store, DataScope scope, String item) {
    return store.page(scope, "default", Optional.of(item), 0, 9);
  }

  private static void scenarios(ScenarioStore store, Stores stores) {
    Scenario kept = store.add(AnyPrice.scenario("A", "tea", "S1", "S2"));
    DataScope all = DataScope.unrestricted();
    assertThat(store.find(all, kept.scenarioId())).contains(kept);
    assertThat(page(store, all, "tea")).containsExactly(kept);
    assertThat(page(store, all, "cup")).isEmpty();
    assertThat(store.page(all, "other", Optional.empty(), 0, 9)).isEmpty();
    assertThat(store.count("default")).isEqualTo(1);
    assertThat(store.sites(kept.scenarioId())).isEqualTo(2);
    DataScope second = new DataScope(Optional.empty(), Optional.of(Set.of("S2")), Optional.empty());
    assertThat(page(store, second, "tea"))
        .singleElement()
        .satisfies(
            s -> assertThat(s.sites()).extracting(Scenario.Site::site).containsExactly("S2"));
    DataScope third = new DataScope(Optional.empty(), Optional.of(Set.of("S3")), Optional.empty());
    assertThat(page(store, third, "tea")).isEmpty();
    assertThat(store.find(third, kept.scenarioId())).isEmpty();
  }

  private static void pagesOfScenarios(ScenarioStore store, Stores stores) {
    List<Scenario> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      all.add(store.add(AnyPrice.scenario("A", "item" + i, "S1")));
    }
    assertThat(
            followed(
                0L,
                (after, limit) ->
                    store.page(DataScope.unrestricted(), "default", Optional.empty(), after, limit),
                Scenario::scenarioId))
        .isEqualTo(all);
  }

  private static void scenariosThatAreGone(ScenarioStore store, Stores stores) {
    Scenario kept = store.add(AnyPrice.scenario("A", "tea", "S1"));
    Scenario other = store.add(AnyPrice.scenario("A", "cup", "S1"));
    store.remove(kept.scenarioId());
    assertThat(store.find(DataScope.unrestricted(), kept.scenarioId())).isEmpty();
    assertThat(store.find(DataScope.unrestricted(), other.scenarioId())).contains(other);
  }
}
