package org.demandwright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.demandwright.store.StoreExample.Does;
import org.demandwright.store.access.AccessExamples;
import org.demandwright.store.decide.AnswerExamples;
import org.demandwright.store.decide.DecideExamples;
import org.demandwright.store.decide.HandoverExamples;
import org.demandwright.store.decide.NeighbourExamples;
import org.demandwright.store.decide.PriceExamples;
import org.demandwright.store.decide.ReleaseExamples;
import org.demandwright.store.decide.ReorderWriteExamples;
import org.demandwright.store.decide.SimulationExamples;
import org.demandwright.store.demand.DemandExamples;
import org.demandwright.store.demand.LinkExamples;
import org.demandwright.store.demand.MasterDataExamples;
import org.demandwright.store.exchange.ExchangeExamples;
import org.demandwright.store.exchange.WebhookExamples;
import org.demandwright.store.forecast.ForecastExamples;
import org.demandwright.store.forecast.VersionExamples;
import org.demandwright.store.intake.IntakeExamples;
import org.demandwright.store.plan.PlanExamples;
import org.demandwright.store.quality.QualityExamples;
import org.demandwright.store.quality.SumExamples;
import org.demandwright.store.run.RunExamples;
import org.demandwright.store.source.SourceExamples;
import org.demandwright.store.supply.SupplyExamples;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every store does: it returns what was written, pages in order, forgets, and knows nothing at
 * first.
 */
abstract class StoreContract {
  /** These say in a way of their own that there is nothing; examples show it. */
  private static final Set<String> SAY_IT_OTHERWISE =
      Set.of(
          "AccountStore.isEmpty[]",
          "ForecastStore.blocks[long, Filter]",
          "PolicyRuleStore.rules[]",
          "ReleaseRuleStore.rules[]",
          "ReleaseRuleStore.state[]",
          "StockPlanStore.contents[long]",
          "SuggestionStore.contents[long]",
          "ModelStore.outlook[long]",
          "PlanStore.add[String, Own, Act]",
          "PlanStore.all[]",
          "ScheduleStore.add[String, Terms, Optional, Optional]",
          "SourceStore.all[]");

  private static final List<StoreExample<?>> EXAMPLES =
      Stream.of(
              AccessExamples.all(),
              RunExamples.all(),
              DemandExamples.all(),
              MasterDataExamples.all(),
              LinkExamples.all(),
              SourceExamples.all(),
              SupplyExamples.all(),
              DecideExamples.all(),
              AnswerExamples.all(),
              HandoverExamples.all(),
              ReorderWriteExamples.all(),
              PriceExamples.all(),
              ReleaseExamples.all(),
              NeighbourExamples.all(),
              SimulationExamples.all(),
              IntakeExamples.all(),
              QualityExamples.all(),
              SumExamples.all(),
              ForecastExamples.all(),
              VersionExamples.all(),
              PlanExamples.all(),
              ExchangeExamples.all(),
              WebhookExamples.all())
          .flatMap(List::stream)
          .collect(Collectors.toUnmodifiableList());

  /** Returns an empty store. */
  abstract DataSource database() throws SQLException;

  @TestFactory
  Stream<DynamicTest> examples() {
    return EXAMPLES.stream().map(e -> dynamicTest(e.toString(), () -> test(e)));
  }

  private <S> void test(StoreExample<S> example) throws SQLException {
    Stores stores = open();
    example.test().accept(StoreBeans.make(example.store(), stores.sql()), stores);
  }

  private Stores open() throws SQLException {
    Stores stores = Stores.of(database());
    JobTables.create(stores.sql());
    return stores;
  }

  @TestFactory
  Stream<DynamicTest> whereNothingIsNothingIsAnswered() throws SQLException {
    Stores empty = open();
    return StoreBeans.all().stream()
        .flatMap(StoreBeans::queries)
        .filter(query -> !SAY_IT_OTHERWISE.contains(StoreBeans.signature(query)))
        .map(
            query ->
                dynamicTest(
                    StoreBeans.signature(query),
                    () -> {
                      Object store = StoreBeans.make(query.getDeclaringClass(), empty.sql());
                      assertThat(new Nothing().somethingOf(store, query)).isEmpty();
                    }));
  }

  @Test
  void everyStoreHasAnExampleOfAllThatItDoes() {
    Set<String> shown = EXAMPLES.stream().map(StoreExample::toString).collect(sorted());
    Set<String> due =
        StoreBeans.all().stream()
            .flatMap(store -> due(store).map(does -> store.getSimpleName() + " " + does))
            .collect(sorted());
    assertThat(shown).as("add what is missing to the examples of the store's word").isEqualTo(due);
  }

  private static Stream<Does> due(Class<?> store) {
    return Stream.of(Does.values())
        .filter(
            does ->
                switch (does) {
                  case RETURN_WHAT_WAS_WRITTEN -> true;
                  case PAGE_IN_ORDER -> StoreBeans.queries(store).anyMatch(StoreContract::pages);
                  case FORGET ->
                      StoreBeans.methods(store)
                          .anyMatch(m -> m.getName().matches("(delete|remove|forget|clear).*"));
                });
  }

  private static boolean pages(Method query) {
    Class<?>[] parameters = query.getParameterTypes();
    return query.getReturnType() == List.class
        && parameters.length > 1
        && parameters[parameters.length - 1] == int.class;
  }

  private static Collector<String, ?, TreeSet<String>> sorted() {
    return Collectors.toCollection(TreeSet::new);
  }
}
