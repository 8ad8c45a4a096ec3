package org.demandwright.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.demandwright.core.decide.OrderQuantity.Cause;
import org.demandwright.core.decide.OrderQuantity.Part;
import org.demandwright.core.decide.PriceBreaks.Break;
import org.junit.jupiter.api.Test;

class OrderQuantityTest {
  private static final Optional<BigDecimal> ANY = Optional.empty();

  private static BigDecimal units(String units) {
    return new BigDecimal(units);
  }

  private static OrderTerms terms(String minimum, String multiple, String unit) {
    return new OrderTerms(
        BigDecimal.ONE, units(minimum), units(multiple), units(unit), Optional.empty());
  }

  private static OrderQuantity order(String need, Optional<BigDecimal> most, OrderTerms terms) {
    return OrderQuantity.of(units(need), most, terms, 0, Optional.empty()).orElseThrow();
  }

  private static Part part(Cause cause, String quantity) {
    return new Part(cause, units(quantity));
  }

  /** The worked example of {@link OrderQuantity}. */
  @Test
  void eachRuleAddsItsPart() {
    OrderQuantity order = order("17", ANY, terms("20", "6", "4"));
    assertThat(order.quantity()).isEqualByComparingTo("24");
    assertThat(order.parts())
        .containsExactly(
            part(Cause.NEED, "17"), part(Cause.MINIMUM, "3"), part(Cause.MULTIPLE, "4"));
    assertThat(order("25", ANY, terms("0", "6", "4")).parts())
        .containsExactly(
            part(Cause.NEED, "25"), part(Cause.MULTIPLE, "5"), part(Cause.PURCHASE_UNIT, "6"));
    assertThat(order("2.3", ANY, terms("0", "1", "1")).quantity()).isEqualByComparingTo("3");
    StockTerms stock =
        StockTerms.of(StockPolicy.ORDER_UP_TO, ServiceTarget.cycle(0.9))
            .withOrders(units("20"), units("6"));
    assertThat(OrderTerms.of(stock, units("4"), Optional.empty())).isEqualTo(terms("20", "6", "4"));
    assertThat(terms("0", "0.6", "0.25").step()).isEqualByComparingTo("3");
  }

  @Test
  void limitsTakeAway() {
    OrderQuantity order = order("30", Optional.of(units("22")), terms("0", "5", "1"));
    assertThat(order.quantity())
        .as("rounded down, as 25 is not allowed")
        .isEqualByComparingTo("20");
    assertThat(order.parts())
        .containsExactly(
            part(Cause.NEED, "30"), part(Cause.LIMIT, "-8"), part(Cause.MULTIPLE, "-2"));
    assertThat(order("30", Optional.of(units("22")), terms("25", "5", "1")).quantity())
        .as("what the vendor takes")
        .isEqualByComparingTo("25");
    assertThat(
            OrderQuantity.of(
                units("3"),
                Optional.of(BigDecimal.ZERO),
                terms("0", "1", "1"),
                0,
                Optional.empty()))
        .isEmpty();
  }

  @Test
  void aLowerPriceIsTakenWhereTheYearIsCheaper() {
    OrderTerms terms =
        new OrderTerms(
            BigDecimal.ONE,
            BigDecimal.ZERO,
            units("10"),
            BigDecimal.ONE,
            Optional.of(
                new PriceBreaks(
                    List.of(
                        new Break(BigDecimal.ZERO, units("5")),
                        new Break(units("96"), units("4.5"))))));
    Optional<CostTerms> costs = Optional.of(new CostTerms(5, 0.2, 20, Optional.empty()));
    OrderQuantity raised = OrderQuantity.of(units("70"), ANY, terms, 1000, costs).orElseThrow();
    assertThat(raised.parts())
        .containsExactly(part(Cause.NEED, "70"), part(Cause.PRICE_BREAK, "30"));
    assertThat(
            OrderQuantity.of(units("70"), Optional.of(units("99")), terms, 1000, costs)
                .orElseThrow()
                .quantity())
        .isEqualByComparingTo("70");
    assertThat(OrderQuantity.of(units("70"), ANY, terms, 3, costs).orElseThrow().quantity())
        .as("for 30 years")
        .isEqualByComparingTo("70");
  }

  @Property
  void theVendorTakesItAndPartsAddUp(
      @ForAll @IntRange(min = 1, max = 500) int need,
      @ForAll @IntRange(max = 300) int minimum,
      @ForAll @IntRange(min = 1, max = 40) int multiple,
      @ForAll @IntRange(min = 1, max = 40) int unit,
      @ForAll @IntRange(max = 700) int most) {
    OrderTerms terms = terms("" + minimum, "" + multiple, "" + unit);
    Optional<BigDecimal> limit = most > 600 ? ANY : Optional.of(BigDecimal.valueOf(most));
    Optional<OrderQuantity> order =
        OrderQuantity.of(BigDecimal.valueOf(need), limit, terms, 0, Optional.empty());
    assertThat(order.isEmpty()).isEqualTo(most == 0);
    order.ifPresent(
        o -> {
          int q = o.quantity().intValueExact();
          assertThat(q % multiple).isZero();
          assertThat(q % unit).isZero();
          assertThat(q).isGreaterThanOrEqualTo(Math.max(1, minimum));
          int best =
              0; // brute force: the least that is enough and taken, or the most that is allowed
          int wanted = Math.max(minimum, limit.isPresent() ? Math.min(need, most) : need);
          for (int i = multiple; best == 0; i += multiple) {
            best = i % unit == 0 && i >= wanted ? i : 0;
          }
          for (int i = wanted; limit.isPresent() && best > most && i >= Math.max(1, minimum); i--) {
            best = i % multiple == 0 && i % unit == 0 ? i : best;
          }
          assertThat(q).isEqualTo(best);
        });
  }
}
