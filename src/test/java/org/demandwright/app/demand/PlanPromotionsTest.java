package org.demandwright.app.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.demandwright.app.Expected;
import org.demandwright.app.Refused;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.Companies;
import org.demandwright.store.Stores;
import org.demandwright.store.demand.PlannedPromotion;
import org.demandwright.store.demand.PromotionStore;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two companies with the same items; all is known before the first of April. */
class PlanPromotionsTest {
  private static final DataScope ALL = DataScope.unrestricted();
  private static final LocalDate TODAY = Companies.AS_OF;

  private Stores stores;
  private PlanPromotions promotions;

  @BeforeEach
  void fill() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:promotions-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    stores = Stores.of(database);
    Companies.fill(stores, "A", "B");
    stores.sql().update("update run_day set as_of = ?", TODAY);
    promotions = TestCalendar.of(stores);
  }

  private static PlanPromotions.Request tea(String site, int from, int to, String depth) {
    return new PlanPromotions.Request(
        Optional.of("A"),
        "tea",
        Optional.ofNullable(site),
        TODAY.plusDays(from),
        TODAY.plusDays(to),
        "spring",
        Optional.ofNullable(depth).map(BigDecimal::new));
  }

  private static void assertRefused(ThrowingCallable asked, Refused.Kind kind, String field) {
    assertThatThrownBy(asked)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.kind()).as(refused.getMessage()).isEqualTo(kind);
              assertThat(refused.field()).as(refused.getMessage()).isEqualTo(field);
            });
  }

  private void assertWrong(PlanPromotions.Request wanted, String field) {
    assertRefused(() -> promotions.add(ALL, wanted, "ann"), Refused.Kind.INVALID, field);
  }

  @Test
  void a_promotion_is_planned_changed_and_removed() {
    PlannedPromotion added = promotions.add(ALL, tea("S1", 5, 9, "0.2"), "ann");
    String id = PlanPromotions.id(added);
    assertThat(promotions.one(ALL, id).promotion()).isEqualTo(added.promotion());
    PlannedPromotion changed =
        promotions.change(ALL, id, tea("S1", 6, 9, null), Expected.anything(), "bob");
    assertThat(promotions.one(ALL, id)).isEqualTo(changed);
    assertThat(changed.entered().orElseThrow().by()).isEqualTo("bob");
    promotions.remove(ALL, id, Expected.anything());
    assertRefused(() -> promotions.one(ALL, id), Refused.Kind.NOT_FOUND, "");
    assertThat(
            stores.sql().number("select count(*) from audit_event where action like 'promotion.%'"))
        .isEqualTo(3);
  }

  @Test
  void what_is_wrong_is_named_as_whoever_asks_names_it() {
    assertWrong(tea("S1", 9, 5, null), "lastDay");
    assertWrong(tea("S1", 1, 400, null), "lastDay");
    assertWrong(tea("S9", 1, 2, null), "site");
    assertWrong(tea("S1", 1, 2, "1"), "depth");
    assertWrong(tea("S1", 1, 2, "1e-600000000"), "depth");
    PlanPromotions.Request tea = tea("S1", 1, 2, null);
    assertWrong(
        new PlanPromotions.Request(
            Optional.empty(), "tea", tea.site(), tea.from(), tea.to(), tea.campaign(), tea.depth()),
        "org");
  }

  @Test
  void a_promotion_that_is_over_is_not_planned() {
    assertWrong(tea("S1", -9, -1, null), "lastDay");
    promotions.add(ALL, tea("S1", -9, 0, null), "ann");
  }

  @Test
  void a_promotion_to_come_is_not_moved_to_days_that_are_over() {
    String coming = PlanPromotions.id(promotions.add(ALL, tea("S1", 1, 2, null), "ann"));
    assertRefused(
        () -> promotions.change(ALL, coming, tea("S1", -9, -1, null), Expected.anything(), "ann"),
        Refused.Kind.INVALID,
        "lastDay");
    String running = PlanPromotions.id(promotions.add(ALL, tea("S1", -9, 3, null), "ann"));
    promotions.change(ALL, running, tea("S1", -9, -1, null), Expected.anything(), "ann");
  }

  @Test
  void past_promotions_get_in_as_a_table() {
    List<PlannedPromotion> written =
        promotions.write(
            ALL,
            List.of(new PlanPromotions.Row(Optional.empty(), tea("S1", -90, -80, null))),
            "ann");
    assertThat(written).hasSize(1);
    PlanPromotions.Row again =
        new PlanPromotions.Row(
            Optional.of(PlanPromotions.id(written.get(0))), tea("S1", -90, -81, null));
    assertThat(promotions.write(ALL, List.of(again), "ann").get(0).promotion().to())
        .isEqualTo(TODAY.minusDays(81));
    assertRefused(
        () ->
            promotions.write(
                ALL,
                List.of(again, new PlanPromotions.Row(Optional.empty(), tea("S1", 9, 5, null))),
                "ann"),
        Refused.Kind.INVALID,
        "rows/1/lastDay");
  }

  @Test
  void what_the_erp_tells_is_changed_there() {
    String theirs =
        promotions
            .page(
                new PromotionStore.Filter(
                    ALL,
                    Optional.of("A"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(false)),
                Optional.empty(),
                1)
            .rows()
            .stream()
            .map(PlanPromotions::id)
            .findFirst()
            .orElseThrow();
    assertRefused(
        () -> promotions.remove(ALL, theirs, Expected.anything()), Refused.Kind.CONFLICT, "");
  }

  @Test
  void who_sees_one_site_plans_for_it_alone() {
    DataScope one = new DataScope(Optional.empty(), Optional.of(Set.of("S1")), Optional.empty());
    assertRefused(
        () -> promotions.add(one, tea(null, 1, 2, null), "ann"), Refused.Kind.FORBIDDEN, "");
    promotions.add(one, tea("S1", 1, 2, null), "ann");
  }
}
