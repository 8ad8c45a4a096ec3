package org.demandwright.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.decide.OpenSupply.Kind;
import org.demandwright.core.decide.OrderQuantity.Cause;
import org.demandwright.core.decide.Rescheduling.Advice;
import org.demandwright.core.decide.StockPosition.OpenOrder;
import org.junit.jupiter.api.Test;

/** 10 a day; ordered on any day or on Wednesdays, received after 5 days or so. */
class ReplenishmentTest {
  private static final LocalDate TODAY = TestDemand.MONDAY;
  private static final DemandOverTime DEMAND = DemandOverTime.of(TestDemand.normalDays(10, 4, 90));
  private static final StockTerms WEEKLY =
      StockTerms.of(StockPolicy.ORDER_UP_TO, ServiceTarget.cycle(0.95));

  private static BigDecimal units(int units) {
    return BigDecimal.valueOf(units);
  }

  private static OpenSupply supply(String id, int inDays, int quantity) {
    return new OpenSupply(id, Kind.PURCHASE, TODAY.plusDays(inDays), units(quantity));
  }

  private static StockPosition position(int onHand, OpenSupply... supply) {
    return new StockPosition(units(onHand), BigDecimal.ZERO, List.of(supply), List.of());
  }

  private static Replenishment.Situation situation(
      StockPosition position, StockTerms terms, OrderTerms order, SupplyDays days, int review) {
    DayDistribution lead = DayDistribution.of(Map.of(4, 0.25, 5, 0.5, 6, 0.25));
    ReviewCycle cycle = ReviewCycle.from(TODAY, days, lead, review);
    return new Replenishment.Situation(
        TODAY,
        position,
        DEMAND,
        days,
        lead,
        cycle,
        StockPlanner.plan(DEMAND, cycle, terms),
        order,
        terms.costs(),
        60);
  }

  private static Replenishment weekly(StockPosition position) {
    return Replenishment.of(situation(position, WEEKLY, OrderTerms.any(), SupplyDays.ALL, 7));
  }

  @Test
  void belowTheLevelItIsFilledUp() {
    int level = weekly(position(0)).situation().plan().orderUpTo().intValue();
    assertThat(weekly(position(level)).due()).isFalse();
    assertThat(weekly(position(level)).suggestion()).isEmpty();
    assertThat(weekly(position(level - 60, supply("p", 3, 60))).due()).isFalse();
    Suggestion one = weekly(position(level - 1)).suggestion().orElseThrow();
    assertThat(one.quantity()).isEqualByComparingTo("1");
    Suggestion most = weekly(position(30)).suggestion().orElseThrow();
    assertThat(most.quantity()).isEqualByComparingTo(units(level - 30));
    assertThat(most.orderOn()).isEqualTo(TODAY);
    assertThat(most.expectedOn()).isEqualTo(TODAY.plusDays(5));
    assertThat(most.late()).as("30 last for three days").isTrue();
    assertThat(most.orderBy()).isEqualTo(TODAY);
    assertThat(most.runsOut()).contains(TODAY.plusDays(3));
    assertThat(most.stockOutWithout()).isGreaterThan(0.99);
    assertThat(most.stockOutWith()).as("it comes too late").isGreaterThan(0.9);
  }

  @Test
  void whatIsOrderedLowersTheRiskToWhatIsAccepted() {
    Replenishment item = weekly(position(90));
    Suggestion suggestion = item.suggestion().orElseThrow();
    assertThat(suggestion.late()).isFalse();
    assertThat(suggestion.stockOutWithout()).isGreaterThan(0.9);
    assertThat(suggestion.stockOutWith())
        .isLessThanOrEqualTo(1 - item.situation().plan().service().cycleService() + 1e-9);
    assertThat(suggestion.coverDays()).isEqualTo(suggestion.quantity().intValue() / 10);
    assertThat(suggestion.reason().text()).isEqualTo("~decide.covers(5,'2026-03-10',97.)");
  }

  /** By trying every day on which one can order and receive. */
  @Test
  void orderByAndReceiptByAreTheLastDaysOnWhichOneCan() {
    SupplyDays days =
        SupplyDays.of(
            OpenDays.of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
            OpenDays.ALL,
            Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY),
            Set.of(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY));
    for (int stock = 40; stock <= 400; stock += 45) {
      Replenishment item =
          Replenishment.of(situation(position(stock), WEEKLY, OrderTerms.any(), days, 7));
      double accepted = 1 - item.situation().plan().service().cycleService() + 1e-9;
      Optional<LocalDate> by = Optional.empty();
      Optional<LocalDate> receive = Optional.empty();
      boolean safe = true;
      for (int d = 0; d < 60; d++) {
        LocalDate day = TODAY.plusDays(d);
        if (days.order().contains(day)) {
          DayDistribution until = days.arrivals(TODAY, day, item.situation().leadTime());
          double risk = 0;
          for (int n = until.first(); n <= until.last(); n++) {
            risk += until.share(n) * (n == 0 ? 0 : DEMAND.stockOut(n, stock));
          }
          by = risk <= accepted ? Optional.of(day) : by;
        }
        if (days.delivery().contains(day) && safe) {
          receive = Optional.of(day);
        }
        safe = safe && DEMAND.stockOut(d + 1, stock) <= accepted;
      }
      assertThat(item.orderBy()).as("order by, with " + stock).isEqualTo(by);
      if (receive.isPresent() && !safe) {
        assertThat(item.receiptBy()).as("receive by, with " + stock).isEqualTo(receive);
      }
      by.ifPresent(d -> assertThat(days.order().contains(d)).isTrue());
    }
  }

  @Test
  void lotsLiftAboveTheReorderPoint() {
    StockTerms lots =
        StockTerms.of(StockPolicy.REORDER_POINT_LOTS, ServiceTarget.cycle(0.95))
            .withOrders(units(25), units(25));
    Replenishment at =
        Replenishment.of(situation(position(0), lots, OrderTerms.any(), SupplyDays.ALL, 1));
    int s = at.situation().plan().reorderPoint().intValue();
    assertThat(at.situation().plan().lot()).isEqualByComparingTo("25");
    for (int stock : new int[] {s + 1, s, s - 24, s - 25, s - 60}) {
      Optional<Suggestion> told =
          Replenishment.of(situation(position(stock), lots, OrderTerms.any(), SupplyDays.ALL, 1))
              .suggestion();
      int expected = 0;
      while (stock + expected <= s) {
        expected += 25;
      }
      assertThat(told.map(Suggestion::quantity).orElse(BigDecimal.ZERO))
          .isEqualByComparingTo(units(expected));
    }
  }

  @Test
  void customersOrdersBeyondTheForecastAreOrdered() {
    StockPosition position =
        new StockPosition(
            units(100),
            BigDecimal.ZERO,
            List.of(),
            List.of(new OpenOrder(TODAY.plusDays(8), units(500), BigDecimal.ZERO)));
    Suggestion told = weekly(position).suggestion().orElseThrow();
    assertThat(told.quantity()).isEqualByComparingTo("400");
  }

  @Test
  void whatIsOwedOrOrderedBeyondItsLevelASiteDoesNotGive() {
    int level = weekly(position(0)).situation().plan().orderUpTo().intValue();
    assertThat(Transfers.surplus(weekly(owing(level + 30, -1, 20)))).isEqualByComparingTo("10");
    assertThat(Transfers.surplus(weekly(owing(level + 30, 1, 20))))
        .as("a part of the forecast")
        .isEqualByComparingTo("30");
    assertThat(Transfers.surplus(weekly(owing(level + 30, 1, level + 25))))
        .isEqualByComparingTo("5");
    StockPosition comes =
        new StockPosition(
            units(25),
            BigDecimal.ZERO,
            List.of(supply("p", 1, 10 * level)),
            List.of(new OpenOrder(TODAY.minusDays(1), units(20), BigDecimal.ZERO)));
    assertThat(Transfers.surplus(weekly(comes))).as("what is there").isEqualByComparingTo("5");
  }

  private static StockPosition owing(int onHand, int dueInDays, int quantity) {
    return new StockPosition(
        units(onHand),
        BigDecimal.ZERO,
        List.of(),
        List.of(new OpenOrder(TODAY.plusDays(dueInDays), units(quantity), BigDecimal.ZERO)));
  }

  @Test
  void theReasonSaysWhatCustomersHaveOrdered() {
    Suggestion told = weekly(owing(10, -1, 20)).suggestion().orElseThrow();
    assertThat(told.unreserved().orElseThrow()).isEqualByComparingTo("20");
    assertThat(told.reason().text()).contains("decide.customers-wait").contains("20");
    assertThat(weekly(position(10)).suggestion().orElseThrow().reason().text())
        .doesNotContain("decide.customers-wait");
  }

  @Test
  void whatWasAcceptedIsNotSuggestedAgain() {
    Suggestion told = weekly(position(40)).suggestion().orElseThrow();
    OpenSupply accepted = new OpenSupply("s1", Kind.ACCEPTED, told.expectedOn(), told.quantity());
    assertThat(weekly(position(40, accepted)).order()).isEmpty();
  }

  @Test
  void limitsAndPricesAreParts() {
    StockTerms brief = WEEKLY.withLimits(Optional.of(4), Optional.empty());
    Replenishment item =
        Replenishment.of(situation(position(20), brief, OrderTerms.any(), SupplyDays.ALL, 7));
    Suggestion told = item.suggestion().orElseThrow();
    BigDecimal full = weekly(position(20)).suggestion().orElseThrow().quantity();
    assertThat(told.order().parts())
        .extracting(OrderQuantity.Part::cause)
        .containsExactly(Cause.NEED, Cause.LIMIT);
    assertThat(told.order().parts().get(0).quantity()).isEqualByComparingTo(full);
    assertThat(told.quantity().add(units(20)))
        .isEqualByComparingTo(item.situation().plan().orderUpTo());
    OrderTerms priced =
        new OrderTerms(
            BigDecimal.ONE,
            units(200),
            BigDecimal.ONE,
            BigDecimal.ONE,
            Optional.of(PriceBreaks.flat(new BigDecimal("2.5"))));
    assertThat(
            Replenishment.of(situation(position(20), WEEKLY, priced, SupplyDays.ALL, 7))
                .suggestion()
                .orElseThrow()
                .cost())
        .contains(new BigDecimal("500.0"));
  }

  @Test
  void beforeItIsBoughtOtherSitesGiveWhatTheyHaveToSpare() {
    Replenishment depot = weekly(position(500, supply("p", 3, 100)));
    BigDecimal level = depot.situation().plan().orderUpTo();
    BigDecimal spare = Transfers.surplus(depot);
    assertThat(spare).isEqualByComparingTo(units(600).subtract(level).min(units(500)));
    assertThat(Transfers.surplus(weekly(position(10)))).isZero();
    Suggestion bought = weekly(position(50)).suggestion().orElseThrow();
    List<Transfers.Transfer> sent =
        Transfers.of(
            List.of(Transfers.Need.of("shop", bought)),
            Map.of("depot", spare),
            List.of(
                new Transfers.Lane(
                    "depot", "shop", TODAY, TODAY.plusDays(2), BigDecimal.ZERO, BigDecimal.ONE)));
    assertThat(sent.get(0).quantity()).isEqualByComparingTo(bought.quantity());
    OpenSupply comes =
        new OpenSupply("t", Kind.TRANSFER, sent.get(0).lane().arrival(), sent.get(0).quantity());
    assertThat(weekly(position(50, comes)).suggestion()).isEmpty();
  }

  @Test
  void aVendorsOrderIsMadeOfItsItems() {
    OrderTerms priced =
        new OrderTerms(
            BigDecimal.ONE,
            BigDecimal.ZERO,
            BigDecimal.ONE,
            BigDecimal.ONE,
            Optional.of(PriceBreaks.flat(BigDecimal.TEN)));
    StockTerms lots =
        StockTerms.of(StockPolicy.REORDER_POINT_ORDER_UP_TO, ServiceTarget.cycle(0.95));
    List<VendorOrder.Candidate> items = new ArrayList<>();
    for (int stock : new int[] {60, 170, 400}) {
      Replenishment.of(situation(position(stock), lots, priced, SupplyDays.ALL, 7))
          .candidate("with " + stock)
          .ifPresent(items::add);
    }
    assertThat(items).extracting(VendorOrder.Candidate::due).containsExactly(true, false);
    VendorOrder order = VendorOrder.of(units(100_000), items).orElseThrow();
    assertThat(order.missing()).isZero();
    assertThat(order.lines()).hasSize(2);
    assertThat(weekly(position(60)).candidate("no price")).isEmpty();
  }

  @Test
  void aSmallChangeKeepsTheNumber() {
    Replenishment item = weekly(position(90));
    Suggestion now = item.suggestion().orElseThrow();
    BigDecimal q = now.quantity();
    Suggestion kept = Steadiness.keep(q.add(BigDecimal.ONE), now, item);
    assertThat(kept.quantity()).isEqualByComparingTo(q.add(BigDecimal.ONE));
    assertThat(kept.order().parts()).extracting(OrderQuantity.Part::cause).contains(Cause.KEPT);
    assertThat(Steadiness.keep(q.subtract(BigDecimal.ONE), now, item).quantity())
        .as("one less would be more risk than is accepted")
        .isEqualByComparingTo(q);
    assertThat(Steadiness.keep(q.multiply(units(2)), now, item)).isSameAs(now);
    assertThat(Steadiness.keep(q, now, item)).isSameAs(now);
  }

  @Test
  void openOrdersAreMovedToWhereTheyAreNeeded() {
    List<Advice> advice =
        Rescheduling.of(
            situation(
                position(
                    100,
                    supply("early", 2, 100),
                    supply("late", 40, 200),
                    supply("later", 41, 500)),
                WEEKLY,
                OrderTerms.any(),
                SupplyDays.ALL,
                7),
            3);
    assertThat(advice)
        .extracting(Advice::kind)
        .containsExactly(SuggestionKind.POSTPONE, SuggestionKind.EXPEDITE, SuggestionKind.EXPEDITE);
    assertThat(advice.get(0).to().orElseThrow()).isBetween(TODAY.plusDays(6), TODAY.plusDays(9));
    assertThat(advice.get(1).to().orElseThrow()).isBetween(TODAY.plusDays(14), TODAY.plusDays(19));
    List<Advice> enough =
        Rescheduling.of(
            situation(
                position(900, supply("p", 5, 10)), WEEKLY, OrderTerms.any(), SupplyDays.ALL, 7),
            3);
    assertThat(enough).extracting(Advice::kind).containsExactly(SuggestionKind.CANCEL);
    List<Advice> well =
        Rescheduling.of(
            situation(
                position(100, supply("p", 6, 100)), WEEKLY, OrderTerms.any(), SupplyDays.ALL, 7),
            3);
    assertThat(well).isEmpty();
  }

  /** Sixty days of a plan that is followed each week, demand as expected: nothing runs out. */
  @Test
  void followedItHoldsItsStock() {
    List<OpenSupply> open = new ArrayList<>();
    BigDecimal stock = units(150);
    for (int day = 0; day < 60; day++) {
      LocalDate today = TODAY.plusDays(day);
      for (OpenSupply s : open) {
        stock = s.due().equals(today) ? stock.add(s.quantity()) : stock;
      }
      open.removeIf(s -> !s.due().isAfter(today));
      if (day % 7 == 0) {
        DemandOverTime demand = DemandOverTime.from(TestDemand.normalDays(10, 4, 90), today);
        DayDistribution lead = DayDistribution.certain(5);
        ReviewCycle cycle = ReviewCycle.of(lead, 7);
        Replenishment.Situation at =
            new Replenishment.Situation(
                today,
                new StockPosition(stock, BigDecimal.ZERO, open, List.of()),
                demand,
                SupplyDays.ALL,
                lead,
                cycle,
                StockPlanner.plan(demand, cycle, WEEKLY),
                OrderTerms.any(),
                Optional.empty(),
                30);
        String id = "day " + day;
        Replenishment.of(at)
            .suggestion()
            .ifPresent(
                s -> open.add(new OpenSupply(id, Kind.PURCHASE, s.expectedOn(), s.quantity())));
      }
      stock = stock.subtract(units(10));
      assertThat(stock).as("on " + today).isPositive();
    }
    assertThat(stock.doubleValue()).isCloseTo(60, within(45.0));
  }
}
