package org.demandwright.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.demandwright.store.decide.AnyStockPlan;
import org.junit.jupiter.api.Test;

class ReorderLevelsTest {
  private static BigDecimal units(String text) {
    return new BigDecimal(text);
  }

  private static StockPlan plan(StockPolicy policy, String reorderPoint, String orderUpTo) {
    StockPlan any = AnyStockPlan.planned(1, "A", "tea").plan().orElseThrow();
    return new StockPlan(
        policy,
        units(reorderPoint),
        units(orderUpTo),
        any.lot(),
        any.economicQuantity(),
        any.limit(),
        any.target(),
        any.safetyStock(),
        any.demand(),
        any.service(),
        any.coverDays(),
        any.beyondHorizon(),
        any.remarks());
  }

  @Test
  void an_erp_orders_below_its_minimum_and_a_plan_at_its_reorder_point() {
    assertThat(
            ReorderLevels.of(
                plan(StockPolicy.REORDER_POINT_ORDER_UP_TO, "12", "30"), BigDecimal.ONE))
        .isEqualTo(new ReorderLevels(units("13"), units("30")));
    assertThat(ReorderLevels.of(plan(StockPolicy.REORDER_POINT_LOTS, "0.5", "2.5"), units("0.25")))
        .isEqualTo(new ReorderLevels(units("0.75"), units("2.5")));
  }

  @Test
  void at_each_review_whatever_is_missing_is_ordered() {
    assertThat(ReorderLevels.of(plan(StockPolicy.ORDER_UP_TO, "30", "30"), BigDecimal.ONE))
        .isEqualTo(new ReorderLevels(units("30"), units("30")));
  }

  @Test
  void a_maximum_is_never_below_the_minimum() {
    assertThat(
            ReorderLevels.of(
                plan(StockPolicy.REORDER_POINT_ORDER_UP_TO, "12", "12"), BigDecimal.ONE))
        .isEqualTo(new ReorderLevels(units("13"), units("13")));
    assertThatThrownBy(() -> new ReorderLevels(units("2"), units("1")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void decimals_do_not_make_another_level() {
    ReorderLevels levels = new ReorderLevels(units("13"), units("30"));
    assertThat(levels.isSame(new ReorderLevels(units("13.000"), units("30.00")))).isTrue();
    assertThat(levels.isSame(new ReorderLevels(units("13"), units("31")))).isFalse();
    assertThat(levels.isSame(new ReorderLevels(units("12"), units("30")))).isFalse();
  }
}
