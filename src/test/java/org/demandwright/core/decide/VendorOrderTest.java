package org.demandwright.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.demandwright.core.decide.OrderQuantity.Cause;
import org.demandwright.core.decide.OrderQuantity.Part;
import org.demandwright.core.decide.VendorOrder.Candidate;
import org.demandwright.core.decide.VendorOrder.Line;
import org.demandwright.core.decide.VendorOrder.Why;
import org.junit.jupiter.api.Test;

class VendorOrderTest {
  private static Candidate candidate(
      String id, int quantity, boolean due, int orderBy, int stock, double daily, Integer most) {
    BigDecimal q = BigDecimal.valueOf(quantity);
    return new Candidate(
        id,
        new OrderQuantity(q, List.of(new Part(Cause.NEED, q))),
        due,
        TestDemand.MONDAY.plusDays(orderBy),
        new OrderTerms(
            BigDecimal.ONE,
            BigDecimal.ZERO,
            BigDecimal.valueOf(5),
            BigDecimal.ONE,
            Optional.of(PriceBreaks.flat(BigDecimal.valueOf(2)))),
        BigDecimal.valueOf(stock),
        daily,
        Optional.ofNullable(most).map(BigDecimal::valueOf));
  }

  private static VendorOrder order(int minimum, Candidate... candidates) {
    return VendorOrder.of(BigDecimal.valueOf(minimum), List.of(candidates)).orElseThrow();
  }

  private static final Candidate DUE = candidate("due", 50, true, 0, 10, 5, null);
  private static final Candidate SOON = candidate("soon", 20, false, 3, 60, 5, null);
  private static final Candidate LATER = candidate("later", 40, false, 9, 90, 5, null);

  @Test
  void whatIsDueIsEnough() {
    VendorOrder order = order(100, LATER, DUE, SOON);
    assertThat(order.lines()).extracting(Line::id).containsExactly("due");
    assertThat(order.value()).isEqualByComparingTo("100");
    assertThat(order.missing()).isZero();
    assertThat(VendorOrder.of(BigDecimal.TEN, List.of(LATER, SOON))).isEmpty();
  }

  @Test
  void whatIsDueNextIsBroughtForward() {
    VendorOrder order = order(130, LATER, DUE, SOON);
    assertThat(order.lines())
        .extracting(Line::id, Line::why)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("due", Why.DUE),
            org.assertj.core.groups.Tuple.tuple("soon", Why.BROUGHT_FORWARD));
    assertThat(order.value()).isEqualByComparingTo("140");
  }

  @Test
  void thenAllAreToppedUpToLastEquallyLong() {
    VendorOrder order = order(1000, LATER, DUE, SOON);
    assertThat(order.value()).isEqualByComparingTo("1000");
    assertThat(order.lines()).extracting(Line::why).contains(Why.TOPPED_UP);
    double[] stock = {10, 60, 90};
    for (int i = 0; i < 3; i++) {
      double days = (stock[i] + order.lines().get(i).order().quantity().doubleValue()) / 5;
      assertThat(days).isCloseTo((500 + 160) / 15.0, within(1.0));
    }
    assertThat(order.lines().get(0).order().parts())
        .extracting(Part::cause)
        .containsExactly(Cause.NEED, Cause.CONSOLIDATION);
  }

  @Test
  void whatIsNotToBeReachedIsSaid() {
    VendorOrder order =
        order(
            300,
            candidate("brief", 50, true, 0, 10, 5, 60),
            candidate("dead", 20, false, 5, 10, 0, null));
    assertThat(order.value()).isEqualByComparingTo("160");
    assertThat(order.missing()).isEqualByComparingTo("140");
    OrderTerms unpriced = OrderTerms.any();
    assertThatThrownBy(
            () ->
                new Candidate(
                    "x",
                    DUE.order(),
                    true,
                    DUE.orderBy(),
                    unpriced,
                    BigDecimal.ONE,
                    1,
                    Optional.empty()))
        .hasMessageContaining("x has no price");
  }

  @Test
  void nothingIsToppedUpToLastLongerThanItMay() {
    VendorOrder order = order(1000, LATER.lastingAtMost(40), DUE.lastingAtMost(20), SOON);
    assertThat(order.value()).isEqualByComparingTo("1000");
    assertThat(quantity(order, "due")).isEqualTo(90);
    assertThat(quantity(order, "later")).isEqualTo(110);
    assertThat(quantity(order, "soon")).isEqualTo(300);
    VendorOrder little = order(1000, DUE.lastingAtMost(7));
    assertThat(quantity(little, "due")).as("what is due is not cut").isEqualTo(50);
    assertThat(little.missing()).isEqualByComparingTo("900");
  }

  private static int quantity(VendorOrder order, String id) {
    return order.lines().stream()
        .filter(line -> line.id().equals(id))
        .mapToInt(line -> line.order().quantity().intValueExact())
        .sum();
  }

  /**
   * Against all ways to add five pieces at a time: no item that is topped up lasts needlessly long.
   */
  @Property(tries = 200)
  void theLongestCoverIsAsShortAsCanBe(
      @ForAll @Size(3) List<@IntRange(max = 60) Integer> stock,
      @ForAll @Size(3) List<@IntRange(min = 1, max = 9) Integer> daily,
      @ForAll @IntRange(min = 40, max = 160) int minimum) {
    Candidate[] items = new Candidate[3];
    for (int i = 0; i < 3; i++) {
      items[i] = candidate("i" + i, 5, true, 0, stock.get(i), daily.get(i), null);
    }
    VendorOrder order = order(minimum, items);
    double found = 0;
    for (int i = 0; i < 3; i++) {
      int q = order.lines().get(i).order().quantity().intValueExact();
      found = Math.max(found, q == 5 ? 0 : (stock.get(i) + q - 5.0) / daily.get(i));
    }
    double best = Double.MAX_VALUE;
    for (int a = 5; a <= 90; a += 5) {
      for (int b = 5; b <= 90; b += 5) {
        for (int c = 5; c <= 90; c += 5) {
          if (2 * (a + b + c) >= minimum) {
            double cover = a == 5 ? 0 : (stock.get(0) + a - 5.0) / daily.get(0);
            cover = Math.max(cover, b == 5 ? 0 : (stock.get(1) + b - 5.0) / daily.get(1));
            cover = Math.max(cover, c == 5 ? 0 : (stock.get(2) + c - 5.0) / daily.get(2));
            best = Math.min(best, cover);
          }
        }
      }
    }
    assertThat(order.value().intValueExact())
        .isGreaterThanOrEqualTo(minimum)
        .isLessThan(minimum + 10);
    assertThat(found).isLessThanOrEqualTo(best + 5.0);
  }
}
