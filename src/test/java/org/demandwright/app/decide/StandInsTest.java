package org.demandwright.app.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Wordbook;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.LifecycleLink;
import org.demandwright.store.Stores;
import org.demandwright.store.decide.AnyCase;
import org.demandwright.store.decide.AnyStockPlan;
import org.demandwright.store.decide.DecisionStore;
import org.demandwright.store.decide.PlannedStock;
import org.demandwright.store.decide.StockPlanStore;
import org.demandwright.store.decide.SuggestionStore;
import org.demandwright.store.demand.AnyLink;
import org.demandwright.store.demand.LinkStore;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** Tea is to be bought; of mate there is more than it needs. */
class StandInsTest {
  private static final Instant NOW = Instant.parse("2026-04-01T02:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

  private final Stores stores = stores();
  private final LinkStore links = new LinkStore(stores.sql());
  private final StandIns standIns =
      new StandIns(links, new StockPlanStore(stores.sql()), new DecisionStore(stores.sql()));

  private static Stores stores() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:stand-ins-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    return Stores.of(database);
  }

  private long instance;

  private List<SuggestionStore.Told> told(String onHand) {
    return told(onHand, Optional.empty());
  }

  private List<SuggestionStore.Told> told(String onHand, Optional<PlannedStock.Waiting> waiting) {
    PlannedStock mate = AnyStockPlan.planned(2, "A", "mate");
    BigDecimal level = mate.plan().orElseThrow().orderUpTo();
    PlannedStock more =
        new PlannedStock(
            mate.number(),
            mate.subject(),
            mate.said(),
            mate.lead(),
            mate.protectionDays(),
            mate.by(),
            mate.refused(),
            mate.plan(),
            Optional.empty(),
            new PlannedStock.Stock(
                Optional.of(level.add(new BigDecimal(onHand))),
                new BigDecimal("2"),
                BigDecimal.ZERO,
                Optional.empty(),
                waiting));
    DecisionStore decisions = new DecisionStore(stores.sql());
    DecisionStore.Decision decision = decisions.begin(++instance, "default", 3, DAY, NOW);
    new StockPlanStore(stores.sql()).write(decision.decisionId(), List.of(more));
    decisions.finish(decision.decisionId(), 1, "abc", NOW);
    return List.of(
        new SuggestionStore.Told(
            AnyCase.open(1, "A", "tea", decision.decisionId()), Optional.empty()));
  }

  private static String reason(List<SuggestionStore.Told> told) {
    return Wordbook.english().say(told.get(0).suggestion().because());
  }

  private void link(LocalDate first, LocalDate last) {
    links.add(
        new LifecycleLink(
            "A",
            LifecycleLink.Kind.SUBSTITUTE,
            "tea",
            "mate",
            Optional.empty(),
            first,
            Optional.ofNullable(last),
            BigDecimal.ONE,
            Optional.empty()),
        "",
        "ann",
        NOW);
  }

  @Test
  void what_is_there_above_its_own_level_is_told_and_no_quantity_changes() {
    List<SuggestionStore.Told> before = told("42.7");
    assertThat(standIns.told(DataScope.unrestricted(), before)).isSameAs(before);
    link(DAY.minusDays(1), DAY);
    List<SuggestionStore.Told> after = standIns.told(DataScope.unrestricted(), before);
    assertThat(reason(after))
        .isEqualTo(reason(before) + " mate can stand in: 40 are there above what it needs itself.");
    assertThat(after.get(0).suggestion().quantity())
        .isEqualTo(before.get(0).suggestion().quantity());
    assertThat(after.get(0).order()).isEqualTo(before.get(0).order());
  }

  @Test
  void what_customers_wait_for_stands_in_for_nothing() {
    link(DAY.minusDays(1), DAY);
    PlannedStock.Waiting waiting =
        new PlannedStock.Waiting(new BigDecimal("12"), BigDecimal.TEN, new BigDecimal("99"));
    assertThat(reason(standIns.told(DataScope.unrestricted(), told("42.7", Optional.of(waiting)))))
        .endsWith(" mate can stand in: 30 are there above what it needs itself.");
  }

  @Test
  void what_it_needs_itself_or_what_counts_on_other_days_is_not() {
    List<SuggestionStore.Told> before = told("2.9");
    link(DAY, null);
    assertThat(standIns.told(DataScope.unrestricted(), before)).isEqualTo(before);
    links.all().forEach(entry -> links.remove(entry.linkId()));
    List<SuggestionStore.Told> more = told("99");
    link(DAY.plusDays(1), null);
    link(DAY.minusDays(9), DAY.minusDays(1));
    links.add(AnyLink.from("B", "tea", "mate"), "", "ann", NOW);
    assertThat(standIns.told(DataScope.unrestricted(), more)).isEqualTo(more);
  }
}
