package org.demandwright.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.demandwright.core.decide.OrderOutlook.Basis;
import org.demandwright.core.decide.OrderOutlook.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 10 a day; received after 5 working days or so. */
class OrderOutlookTest {
  private static final LocalDate TODAY = TestDemand.MONDAY;
  private static final int WEEKS = 13 * 7;
  private static final DemandOverTime DEMAND = DemandOverTime.of(TestDemand.normalDays(10, 4, 90));

  private static BigDecimal units(int units) {
    return BigDecimal.valueOf(units);
  }

  private static Replenishment.Situation situation(
      StockPolicy policy, SupplyDays days, OrderTerms terms, StockPosition position, int review) {
    DayDistribution lead = DayDistribution.of(Map.of(4, 0.25, 5, 0.5, 6, 0.25));
    ReviewCycle cycle = ReviewCycle.from(TODAY, days, lead, review);
    StockTerms stock = StockTerms.of(policy, ServiceTarget.cycle(0.95));
    return new Replenishment.Situation(
        TODAY,
        position,
        DEMAND,
        days,
        lead,
        cycle,
        StockPlanner.plan(DEMAND, cycle, stock),
        terms,
        Optional.empty(),
        60);
  }

  private static StockPosition position(int onHand, OpenSupply... supply) {
    return new StockPosition(units(onHand), BigDecimal.ZERO, List.of(supply), List.of());
  }

  @Test
  void each_week_what_was_wanted_is_ordered_again() {
    Replenishment.Situation at =
        situation(StockPolicy.ORDER_UP_TO, SupplyDays.ALL, OrderTerms.any(), position(0), 7);
    Suggestion now = Replenishment.of(at).suggestion().orElseThrow();
    Order first = new Order(Basis.SUGGESTED, now.orderOn(), now.expectedOn(), now.quantity());
    OrderOutlook outlook = OrderOutlook.of(at, List.of(first), WEEKS);
    assertThat(outlook.orders()).hasSize(13).startsWith(first);
    for (int week = 1; week < 13; week++) {
      assertThat(outlook.orders().get(week))
          .isEqualTo(
              new Order(
                  Basis.PLANNED,
                  TODAY.plusDays(7L * week),
                  TODAY.plusDays(7L * week + 5),
                  units(70)));
    }
    assertThat(outlook.wanted()).isEqualByComparingTo("910");
  }

  @Test
  void what_customers_have_ordered_beyond_what_is_expected_is_ordered_too() {
    StockPosition nobody = position(300);
    StockPosition waiting =
        new StockPosition(
            units(310),
            units(10),
            List.of(),
            List.of(
                new StockPosition.OpenOrder(TODAY.minusDays(1), units(5), BigDecimal.ZERO),
                new StockPosition.OpenOrder(TODAY.plusDays(2), units(80), units(10))));
    OrderOutlook without =
        OrderOutlook.of(
            situation(StockPolicy.ORDER_UP_TO, SupplyDays.ALL, OrderTerms.any(), nobody, 7),
            List.of(),
            7);
    OrderOutlook with =
        OrderOutlook.of(
            situation(StockPolicy.ORDER_UP_TO, SupplyDays.ALL, OrderTerms.any(), waiting, 7),
            List.of(),
            7);
    assertThat(without.wanted()).isEqualByComparingTo("70");
    assertThat(with.wanted()).as("in place of the forecast").isEqualByComparingTo("80");
    assertThat(with.opening()).as("300 + 10 − 5").isEqualByComparingTo("305");
  }

  @Test
  void nothing_is_ordered_while_stock_and_what_comes_are_above_the_reorder_point() {
    OpenSupply coming =
        new OpenSupply("p", OpenSupply.Kind.ACCEPTED, TODAY.plusDays(3), units(400));
    Replenishment.Situation at =
        situation(
            StockPolicy.REORDER_POINT_ORDER_UP_TO,
            SupplyDays.ALL,
            OrderTerms.any(),
            position(100, coming),
            7);
    OrderOutlook outlook = OrderOutlook.of(at, List.of(), WEEKS);
    LocalDate first = outlook.orders().get(0).on();
    int low = at.plan().reorderPoint().intValue();
    assertThat(first)
        .as("the first review at which 500 less 10 a day are %s or less", low)
        .isEqualTo(TODAY.plusDays((long) Math.ceil((500 - low) / 70.0) * 7));
    assertThat(outlook.closing()).isPositive();
  }

  @Test
  void orders_lie_on_days_of_orders_and_arrivals_on_days_of_deliveries() {
    SupplyDays days =
        SupplyDays.of(
            new OpenDays(OpenDays.ALL.weekdays(), List.of(TODAY.plusDays(16))),
            OpenDays.of(List.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY)),
            Set.of(DayOfWeek.WEDNESDAY),
            Set.of(DayOfWeek.FRIDAY));
    Replenishment.Situation at =
        situation(StockPolicy.ORDER_UP_TO, days, OrderTerms.any(), position(200), 7);
    OrderOutlook outlook = OrderOutlook.of(at, List.of(), WEEKS);
    assertThat(outlook.orders()).hasSizeGreaterThan(5);
    assertThat(outlook.orders())
        .allSatisfy(
            order -> {
              assertThat(days.order().contains(order.on())).as("%s", order).isTrue();
              assertThat(days.delivery().contains(order.expectedOn())).as("%s", order).isTrue();
            });
    assertThat(outlook.orders()).extracting(Order::on).doesNotContain(TODAY.plusDays(16));
  }

  @ParameterizedTest
  @EnumSource(StockPolicy.class)
  void it_adds_up_to_the_unit_and_takes_what_the_vendor_takes(StockPolicy policy) {
    Random random = new Random(7);
    for (int i = 0; i < 50; i++) {
      int multiple = 1 + random.nextInt(30);
      int minimum = random.nextInt(200);
      OrderTerms terms =
          new OrderTerms(
              BigDecimal.ONE, units(minimum), units(multiple), BigDecimal.ONE, Optional.empty());
      int coming = 1 + random.nextInt(300);
      StockPosition position =
          position(
              random.nextInt(300) - 50,
              new OpenSupply(
                  "p",
                  OpenSupply.Kind.PURCHASE,
                  TODAY.plusDays(random.nextInt(200) - 20),
                  units(coming)));
      int review = policy == StockPolicy.ORDER_UP_TO ? 1 + random.nextInt(20) : random.nextInt(9);
      Replenishment.Situation at = situation(policy, SupplyDays.ALL, terms, position, review);
      OrderOutlook outlook = OrderOutlook.of(at, List.of(), WEEKS);
      BigDecimal ordered =
          outlook.orders().stream().map(Order::quantity).reduce(units(coming), BigDecimal::add);
      assertThat(outlook.opening().add(outlook.arrived()).subtract(outlook.wanted()))
          .isEqualByComparingTo(outlook.closing());
      assertThat(outlook.arrived().add(outlook.onItsWay())).isEqualByComparingTo(ordered);
      assertThat(outlook.orders())
          .allSatisfy(o -> assertThat(terms.against(o.quantity())).isEmpty());
    }
  }
}
