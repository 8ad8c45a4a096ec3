package org.demandwright.core.decide.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.demandwright.core.decide.CostTerms;
import org.demandwright.core.decide.DayDistribution;
import org.demandwright.core.decide.OrderTerms;
import org.demandwright.core.decide.SupplyDays;

/** Whatever is wanted, ordered and delivered. */
class StockSimulationProperties {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final long SEED = 3;

  /**
   * One case: demand, what the stock opens with, a minimum and a maximum.
   *
   * @param demand a day
   */
  record Case(SimulationTerms terms, long[] demand, int opening, int minimum, int lot) {
    StockCourse run() {
      return StockSimulation.run(
          terms,
          SEED,
          "a",
          DailyDemand.of(FIRST, demand),
          FIRST,
          FIRST.plusDays(demand.length),
          BigDecimal.valueOf(opening),
          MinMaxOrders.fixed(BigDecimal.valueOf(minimum), BigDecimal.valueOf(minimum + lot)));
    }
  }

  @Provide
  static Arbitrary<Case> cases() {
    Arbitrary<DayDistribution> leads =
        Arbitraries.maps(
                Arbitraries.integers().between(0, 12), Arbitraries.doubles().between(0.01, 1))
            .ofMinSize(1)
            .ofMaxSize(5)
            .map(DayDistribution::of);
    Arbitrary<SimulationTerms> terms =
        Combinators.combine(
                Arbitraries.integers().between(0, 9),
                leads,
                Arbitraries.integers().between(0, 20),
                Arbitraries.integers().between(1, 12),
                Arbitraries.integers().between(1, 6),
                Arbitraries.of(Unserved.class))
            .as(
                (review, lead, minimum, multiple, box, unserved) ->
                    new SimulationTerms(
                        review,
                        SupplyDays.ALL,
                        lead,
                        lead.quantile(0.5),
                        new OrderTerms(
                            BigDecimal.ONE,
                            BigDecimal.valueOf(minimum),
                            BigDecimal.valueOf(multiple),
                            BigDecimal.valueOf(box),
                            Optional.empty()),
                        new CostTerms(3.7, 0.23, 1.9, Optional.of(2.3)),
                        unserved));
    return Combinators.combine(
            terms,
            Arbitraries.longs().between(0, 9).array(long[].class).ofMinSize(5).ofMaxSize(80),
            Arbitraries.integers().between(0, 40),
            Arbitraries.integers().between(0, 40),
            Arbitraries.integers().between(0, 30))
        .as(Case::new);
  }

  @Property(tries = 500)
  void nothingIsLostOnTheWay(@ForAll("cases") Case c) {
    StockCourse course = c.run();
    long before = c.opening();
    long owing = 0;
    for (StockCourse.Units d : course.days()) {
      assertThat(d.opening()).isEqualTo(before);
      assertThat(d.owing()).isEqualTo(owing);
      assertThat(d.opening() + d.received() - d.served() - d.late()).isEqualTo(d.closing());
      assertThat(d.closing()).isNotNegative();
      assertThat(d.served()).isBetween(0L, d.demand());
      boolean waits = c.terms().unserved() == Unserved.WAITS;
      assertThat(d.owing() - d.late() + (waits ? d.shortage() : 0)).isEqualTo(d.owed());
      assertThat(d.owed() > 0 && d.closing() > 0).isFalse();
      before = d.closing();
      owing = d.owed();
    }
    long ordered = course.days().stream().mapToLong(StockCourse.Units::ordered).sum();
    long received = course.days().stream().mapToLong(StockCourse.Units::received).sum();
    assertThat(received).isLessThanOrEqualTo(ordered);
  }

  @Property(tries = 300)
  void vendorsGetWhatTheyTake(@ForAll("cases") Case c) {
    OrderTerms order = c.terms().order();
    for (StockCourse.Units d : c.run().days()) {
      BigDecimal ordered = BigDecimal.valueOf(d.ordered());
      assertThat(ordered.remainder(order.multiple())).isZero();
      assertThat(ordered.remainder(order.purchaseUnit())).isZero();
      assertThat(d.ordered() == 0 || ordered.compareTo(order.minimum()) >= 0).isTrue();
    }
  }

  @Property(tries = 300)
  void moneyAddsUp(@ForAll("cases") Case c) {
    LocalDate end = FIRST.plusDays(c.demand().length);
    Outcome all = c.run().outcome(FIRST, end);
    StockMoney money = all.money();
    assertThat(money.holding().add(money.ordering()).add(money.shortage()))
        .isEqualByComparingTo(money.total());
    assertThat(money.ordering())
        .isEqualByComparingTo(new BigDecimal("1.9").multiply(BigDecimal.valueOf(all.lines())));
    assertThat(money.shortage())
        .isEqualByComparingTo(new BigDecimal("2.3").multiply(all.shortage()));
  }

  /** The same, written as plainly as can be. */
  @Property(tries = 300)
  void asBruteForceHasIt(@ForAll("cases") Case c) {
    int n = c.demand().length;
    LeadTimeDraws draws = new LeadTimeDraws(SEED, "a", c.terms().deliveries());
    int step = step(c.terms().order());
    int[] arrives = new int[n + 40];
    int house = c.opening();
    int waiting = 0;
    int coming = 0;
    List<Long> closing = new ArrayList<>();
    for (int t = 0; t < n; t++) {
      house += arrives[t];
      coming -= arrives[t];
      int every = Math.max(1, c.terms().reviewDays());
      if (t % every == 0) {
        int position = house + coming - waiting;
        if (position <= c.minimum() && c.minimum() + c.lot() > position) {
          int need =
              Math.max(c.minimum() + c.lot() - position, c.terms().order().minimum().intValue());
          int quantity = (need + step - 1) / step * step;
          int lead = draws.of(FIRST.plusDays(t));
          if (lead == 0) {
            house += quantity;
          } else {
            arrives[t + lead] += quantity;
            coming += quantity;
          }
        }
      }
      int late = Math.min(waiting, house);
      house -= late;
      waiting -= late;
      int sold = (int) Math.min(house, c.demand()[t]);
      house -= sold;
      waiting += c.terms().unserved() == Unserved.WAITS ? (int) c.demand()[t] - sold : 0;
      closing.add((long) house);
    }
    assertThat(c.run().days().stream().map(StockCourse.Units::closing).toList()).isEqualTo(closing);
  }

  private static int step(OrderTerms terms) {
    int step = terms.multiple().intValue();
    while (step % terms.purchaseUnit().intValue() != 0) {
      step += terms.multiple().intValue();
    }
    return step;
  }
}
