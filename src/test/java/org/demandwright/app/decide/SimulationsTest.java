package org.demandwright.app.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.demandwright.app.Clock;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.Refused;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.pipeline.PlanSettings;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.security.audit.CurrentRequest;
import org.demandwright.store.Stores;
import org.demandwright.store.decide.AnySimulation;
import org.demandwright.store.decide.PastTotalsStore;
import org.demandwright.store.decide.SimulatedPlaceStore;
import org.demandwright.store.decide.SimulationResultStore;
import org.demandwright.store.decide.SimulationStore;
import org.demandwright.store.run.PlanStore;
import org.demandwright.store.run.WorkStatus;
import org.demandwright.store.supply.SupplyStore;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulationsTest {
  private static final Instant NOW = Instant.parse("2026-04-01T02:00:00Z");
  private static final DataScope ALL = DataScope.unrestricted();

  private final Clock clock = new Clock();
  private Stores stores;
  private SimulationStore store;
  private SimulationResultStore results;
  private Simulations simulations;

  @BeforeEach
  void fill() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:simulations-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    stores = Stores.of(database);
    store = new SimulationStore(stores.sql());
    results = new SimulationResultStore(stores.sql());
    PlanStore plans = new PlanStore(stores.sql());
    plans.add(
        "secret",
        new PlanStore.Own("", PlanSettings.NONE, PlanStore.Rules.NONE, Set.of("PLANNER")),
        new PlanStore.Act(NOW, "eve"));
    simulations =
        new Simulations(
            store,
            new SimulatedPlaceStore(stores.sql()),
            new PastTotalsStore(stores.sql()),
            results,
            null,
            new ForecastPlans(
                plans, new Settings(new GivenConfig(Map.of())), clock, stores.audit()),
            clock,
            stores.audit());
  }

  private long added(String plan) {
    return store.add(new SimulationStore.Order("eve", NOW, AnySimulation.question(plan, ALL)));
  }

  private static void as(String role, Runnable asking) throws Exception {
    HttpServletRequest request =
        proxy(
            HttpServletRequest.class,
            Map.of("isUserInRole", List.of(role), "getMethod", "GET", "getRequestURI", "/"));
    new CurrentRequest()
        .doFilter(
            request,
            proxy(HttpServletResponse.class, Map.of("getStatus", 200)),
            (q, a) -> asking.run());
  }

  private static <T> T proxy(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, args) ->
                answers.get(method.getName()) instanceof List<?> roles
                    ? roles.contains(args[0])
                    : answers.get(method.getName())));
  }

  @Test
  void whoever_may_not_read_a_plan_sees_no_simulation_of_it() throws Exception {
    long open = added("default");
    long secret = added("secret");
    as(
        "VIEWER",
        () -> {
          assertThat(simulations.page(ALL, Optional.empty(), Optional.empty(), 9).rows())
              .extracting(told -> told.simulation().simulationId())
              .containsExactly(open);
          assertThatThrownBy(() -> simulations.one(ALL, secret))
              .isInstanceOf(Refused.class)
              .hasMessageContaining("read by other roles");
          assertThatThrownBy(() -> simulations.results(ALL, secret))
              .hasMessageContaining("read by other roles");
        });
    as(
        "PLANNER",
        () ->
            assertThat(simulations.page(ALL, Optional.empty(), Optional.empty(), 9).rows())
                .extracting(told -> told.simulation().simulationId())
                .containsExactly(secret, open));
  }

  @Test
  void what_breaks_off_while_it_is_added_up_is_added_up_by_the_next() {
    long id = added("default");
    store.found(id, AnySimulation.ground());
    new SimulatedPlaceStore(stores.sql()).write(id, List.of(AnySimulation.place(1, "A", true)));
    results.outcomes(id, List.of(1L), List.of(AnySimulation.outcome(1, 0, "20")));
    SimulationStore away =
        new SimulationStore(stores.sql()) {
          @Override
          public void finish(long simulationId, String contentHash, Instant now) {
            throw new IllegalStateException("the store is away");
          }
        };
    assertThatThrownBy(() -> judging(away).finish(id)).hasMessageContaining("away");
    judging(store).finish(id);
    assertThat(store.find(id).orElseThrow().status()).isEqualTo(WorkStatus.READY);
    assertThat(simulations.results(ALL, id)).isNotEmpty();
    assertThat(results.sums(id, AnySimulation.ground().windows()))
        .as("what it was made of")
        .isEmpty();
  }

  private JudgeSimulation judging(SimulationStore of) {
    return new JudgeSimulation(
        of,
        results,
        new PastTotalsStore(stores.sql()),
        new SimulationBases(store, null, null, null, null, null, null, null),
        clock);
  }

  @Test
  void a_rule_of_the_erp_that_cannot_be_ordered_by_is_left_out() {
    SupplyStore supply = new SupplyStore(stores.sql());
    supply.keepSources(List.of());
    List<SupplyRow> rows = new ArrayList<>();
    for (String[] rule :
        new String[][] {{"tea", "-1", "5"}, {"milk", "3", "2"}, {"jam", "0", "0"}}) {
      rows.add(
          SupplyRow.of(
              SupplyTable.REORDER_RULE,
              "A",
              rule[0],
              "S1",
              new BigDecimal(rule[1]),
              new BigDecimal(rule[2])));
    }
    supply.put("dw_sales_line", SupplyTable.REORDER_RULE, rows);
    assertThat(SimulationBasis.rules(supply))
        .containsOnlyKeys(new PolicySubject.Key("A", "milk", "S1"));
  }
}
