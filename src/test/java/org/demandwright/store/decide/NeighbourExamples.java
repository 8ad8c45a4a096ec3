package org.demandwright.store.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.store.StoreExample.followed;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.decide.neighbour.Neighbour;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.store.StoreExample;
import org.demandwright.store.StoreExample.Does;
import org.demandwright.store.Stores;
import org.demandwright.store.decide.NeighbourStore.Filter;
import org.demandwright.store.decide.NeighbourStore.Position;
import org.demandwright.store.decide.NeighbourStore.Row;
import org.demandwright.store.demand.MasterDataStore;

/** What the store of neighbours does. */
public final class NeighbourExamples {
  private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

  private NeighbourExamples() {}

  public static List<StoreExample<?>> all() {
    return List.of(
        new StoreExample<>(
            NeighbourStore.class, Does.RETURN_WHAT_WAS_WRITTEN, NeighbourExamples::written),
        new StoreExample<>(NeighbourStore.class, Does.PAGE_IN_ORDER, NeighbourExamples::pages),
        new StoreExample<>(NeighbourStore.class, Does.FORGET, NeighbourExamples::forgotten));
  }

  private static List<Row> page(NeighbourStore store, DataScope scope, Filter filter) {
    return store.page(scope, filter, Position.START, 99);
  }

  private static void written(NeighbourStore store, Stores stores) {
    Neighbour cup = AnyNeighbour.of("tea", "cup", 40);
    Neighbour milk = AnyNeighbour.of("tea", "milk", 30);
    Neighbour back = AnyNeighbour.of("cup", "tea", 40);
    store.replace("A", List.of(AnyNeighbour.count("A", Optional.empty(), back)));
    store.replace(
        "A",
        List.of(
            AnyNeighbour.count("A", Optional.empty(), back, cup, milk),
            AnyNeighbour.count("A", Optional.of("S1"), cup),
            AnyNeighbour.count("A", Optional.of("S2"))));
    List<Row> rows = page(store, DataScope.unrestricted(), Filter.all());
    assertThat(rows).extracting(Row::neighbour).containsExactly(back, cup, milk, cup);
    assertThat(rows).extracting(Row::surest).containsExactly(1, 1, 2, 1);
    assertThat(rows)
        .extracting(row -> row.where().site().orElse("-"))
        .containsExactly("-", "-", "-", "S1");
    assertThat(rows).allSatisfy(row -> assertThat(row.firstDay()).isEqualTo(DAY.minusDays(365)));
    assertThat(store.countedOn()).isEqualTo(Map.of("A", DAY));
    assertThat(
            page(
                store,
                DataScope.unrestricted(),
                new Filter(
                    Optional.of("A"),
                    Optional.of("tea"),
                    Optional.of("S1"),
                    Optional.of(false),
                    Optional.of(2.0))))
        .hasSize(1);
    assertThat(
            page(
                store,
                DataScope.unrestricted(),
                new Filter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(2.01))))
        .isEmpty();
    assertThat(
            page(
                store,
                new DataScope(Optional.empty(), Optional.of(Set.of("S1", "")), Optional.empty()),
                Filter.all()))
        .as("who sees some sites is not told what all of them sell")
        .extracting(row -> row.where().site())
        .containsExactly(Optional.of("S1"));
    assertThat(
            page(
                store,
                new DataScope(Optional.empty(), Optional.empty(), Optional.of(Set.of("goods"))),
                Filter.all()))
        .as("items of other categories")
        .isEmpty();
    stores
        .masterData()
        .replaceItems(
            List.of(
                new MasterDataStore.Item(
                    new ItemKey("A", "tea"), "T", "Tea", "goods", "EA", null)));
    assertThat(
            page(
                store,
                new DataScope(Optional.empty(), Optional.empty(), Optional.of(Set.of("goods"))),
                Filter.all()))
        .as("an item with neighbours of other categories")
        .isEmpty();
    assertThat(
            page(
                store,
                new DataScope(Optional.empty(), Optional.empty(), Optional.of(Set.of("goods", ""))),
                Filter.all()))
        .as("the others are of no category")
        .hasSize(4);
  }

  private static void pages(NeighbourStore store, Stores stores) {
    for (String org : List.of("B", "A")) {
      store.replace(
          org,
          List.of(
              AnyNeighbour.count(
                  org,
                  Optional.empty(),
                  AnyNeighbour.of("cup", "tea", 40),
                  AnyNeighbour.of("tea", "cup", 40),
                  AnyNeighbour.of("tea", "milk", 30)),
              AnyNeighbour.count(org, Optional.of("S1"), AnyNeighbour.of("tea", "cup", 10)),
              AnyNeighbour.count(org, Optional.of("S2"), AnyNeighbour.of("cup", "tea", 10))));
    }
    assertThat(
            followed(
                    Position.START,
                    (after, limit) ->
                        store.page(DataScope.unrestricted(), Filter.all(), after, limit),
                    Position::of)
                .stream()
                .map(
                    row ->
                        row.where().org()
                            + row.neighbour().item()
                            + row.where().site().orElse("")
                            + row.surest())
                .toList())
        .containsExactly(
            "Acup1", "AcupS21", "Atea1", "Atea2", "AteaS11", "Bcup1", "BcupS21", "Btea1", "Btea2",
            "BteaS11");
  }

  private static void forgotten(NeighbourStore store, Stores stores) {
    for (String org : List.of("A", "B")) {
      store.replace(
          org,
          List.of(AnyNeighbour.count(org, Optional.empty(), AnyNeighbour.of("tea", "cup", 40))));
    }
    store.forgetOthers(Set.of("B", "C"));
    assertThat(page(store, DataScope.unrestricted(), Filter.all()))
        .extracting(row -> row.where().org())
        .containsExactly("B");
  }
}
