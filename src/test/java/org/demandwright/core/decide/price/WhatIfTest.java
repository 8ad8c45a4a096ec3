package org.demandwright.core.decide.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.decide.DemandOverTime;
import org.demandwright.core.decide.OpenDays;
import org.demandwright.core.decide.OpenSupply;
import org.demandwright.core.decide.StockPosition;
import org.demandwright.core.decide.TestDemand;
import org.junit.jupiter.api.Test;

class WhatIfTest {
  private static final LocalDate TODAY = TestDemand.MONDAY;
  private static final PriceResponse.Factor DOUBLE = new PriceResponse.Factor(2, 1.5, 2.5);

  /** 10 a day, deviation 2 a day, for 28 days; price 10, cost 6, asked for 8. */
  private static WhatIf.Outcome ask(
      int from, int to, PriceResponse.Factor factor, Optional<StockPosition> stock) {
    return WhatIf.of(
        new WhatIf.Question(
            DemandOverTime.of(TestDemand.normalDays(10, 2, 28)),
            TODAY,
            TODAY.plusDays(from),
            TODAY.plusDays(to),
            factor,
            BigDecimal.TEN,
            BigDecimal.valueOf(8),
            Optional.of(BigDecimal.valueOf(6)),
            stock,
            new OpenDays(OpenDays.ALL.weekdays(), List.of(TODAY.plusDays(1), TODAY.plusDays(2)))));
  }

  /** 15 there; 40 are late, and come on the fourth day: on the second 20 are wanted. */
  @Test
  void whatIsLateComesOnTheNextDayOfDelivery() {
    StockPosition late =
        new StockPosition(
            BigDecimal.valueOf(15),
            BigDecimal.ZERO,
            List.of(
                new OpenSupply(
                    "o", OpenSupply.Kind.PURCHASE, TODAY.minusDays(3), BigDecimal.valueOf(40))),
            List.of());
    PriceResponse.Factor same = new PriceResponse.Factor(1, 1, 1);
    WhatIf.Stock goes = ask(0, 2, same, Optional.of(late)).stock().orElseThrow();
    assertThat(goes.arriving()).isEqualByComparingTo("0");
    assertThat(goes.runsOutOn()).contains(TODAY.plusDays(1));
    assertThat(ask(0, 3, same, Optional.of(late)).stock().orElseThrow().arriving())
        .isEqualByComparingTo("40");
  }

  @Test
  void unitsMoneyAndGainFollowTheFactor() {
    WhatIf.Outcome week = ask(7, 13, DOUBLE, Optional.empty());
    assertThat(week.unitsBefore().expected()).isEqualByComparingTo("70");
    assertThat(week.units().expected()).isEqualByComparingTo("140");
    assertThat(week.revenueBefore()).isEqualByComparingTo("700");
    assertThat(week.revenue().expected()).isEqualByComparingTo("1120");
    assertThat(week.profitBefore()).contains(new BigDecimal("280.000000"));
    assertThat(week.profit().orElseThrow().expected()).isEqualByComparingTo("280");
    assertThat(week.gain().expected()).isEqualByComparingTo("0");
    assertThat(week.gain().low()).isEqualByComparingTo("-70");
    assertThat(week.gain().high()).isEqualByComparingTo("70");
    assertThat(week.stock()).isEmpty();
  }

  /** Of the second week alone: 1.28 · 2 · √7 = 6.78, whatever the first week does. */
  @Test
  void theBandOfLaterDaysIsTheirOwn() {
    WhatIf.Band later = ask(7, 13, new PriceResponse.Factor(1, 1, 1), Optional.empty()).units();
    double spread = 1.2815515655446004 * 2 * Math.sqrt(7);
    assertThat(later.high().doubleValue() - 70).isCloseTo(spread, within(0.05));
    assertThat(70 - later.low().doubleValue()).isCloseTo(spread, within(0.05));
  }

  /** Forecast 2 · 6.78 and answer 70 · 0.5, as the root of their squares. */
  @Test
  void bothUncertaintiesAddUpAsSquares() {
    WhatIf.Band units = ask(7, 13, DOUBLE, Optional.empty()).units();
    double forecast = 2 * 1.2815515655446004 * 2 * Math.sqrt(7);
    assertThat(units.high().doubleValue() - 140).isCloseTo(Math.hypot(forecast, 35), within(0.1));
  }

  /** 100 there, 40 on the ninth day; 10 a day, 20 from the fourth on: 30 + 20 · 3.5. */
  @Test
  void stockRunsOutSooner() {
    StockPosition stock =
        new StockPosition(
            BigDecimal.valueOf(110),
            BigDecimal.TEN,
            List.of(
                new OpenSupply(
                    "o", OpenSupply.Kind.PURCHASE, TODAY.plusDays(8), BigDecimal.valueOf(40))),
            List.of());
    WhatIf.Stock goes = ask(3, 9, DOUBLE, Optional.of(stock)).stock().orElseThrow();
    assertThat(goes.available()).isEqualByComparingTo("100");
    assertThat(goes.arriving()).isEqualByComparingTo("40");
    assertThat(goes.runsOutOn()).contains(TODAY.plusDays(6));
    assertThat(goes.stockOut()).isGreaterThan(0.9);
    assertThat(goes.runsOutBefore()).isEmpty();
    assertThat(goes.stockOutBefore()).isLessThan(0.1);
    assertThat(goes.missing().doubleValue()).isCloseTo(30, within(3.0));
  }

  @Test
  void aPriceThatIsDearerLeavesMoreInStock() {
    PriceResponse.Factor less = new PriceResponse.Factor(0.5, 0.4, 0.6);
    Optional<StockPosition> stock = Optional.of(StockPosition.of(BigDecimal.valueOf(60)));
    WhatIf.Stock goes = ask(0, 9, less, stock).stock().orElseThrow();
    assertThat(goes.runsOutOn()).isEmpty();
    assertThat(goes.runsOutBefore()).contains(TODAY.plusDays(6));
  }

  /** 70 there, of which 20 are owed: 10 a day take the rest in five days. */
  @Test
  void whatIsOwedRunsOutSooner() {
    StockPosition stock =
        new StockPosition(
            BigDecimal.valueOf(70),
            BigDecimal.ZERO,
            List.of(),
            List.of(
                new StockPosition.OpenOrder(
                    TODAY.minusDays(2), BigDecimal.valueOf(20), BigDecimal.ZERO)));
    WhatIf.Stock goes =
        ask(0, 9, new PriceResponse.Factor(1, 1, 1), Optional.of(stock)).stock().orElseThrow();
    assertThat(goes.runsOutOn()).contains(TODAY.plusDays(5));
  }

  @Test
  void refusesDaysThatAreGone() {
    assertThatThrownBy(() -> ask(-1, 3, DOUBLE, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Elasticity −3, cost 6: the best price is 6 · 3 ÷ 2 = 9. */
  @Test
  void theAdvisedPriceIsThatOfTheMarkUp() {
    PriceAdvice.Limits limits =
        new PriceAdvice.Limits(
            BigDecimal.ZERO, new BigDecimal("0.3"), new BigDecimal("0.01"), BigDecimal.ZERO);
    PriceAdvice advice =
        PriceAdvice.of(
                AnyFit.known(-3, 0),
                AnyFit.SUPPORT,
                BigDecimal.valueOf(11),
                BigDecimal.valueOf(6),
                limits)
            .orElseThrow();
    assertThat(advice.price()).isEqualByComparingTo("9.00");
    assertThat(advice.gain()).isCloseTo(3 * Math.pow(9 / 11.0, -3) - 5, within(1e-9));
  }

  /** The best price of an item is found however many prices lie below it. */
  @Test
  void theAdvisedPriceOfADearItemIsThatOfTheMarkUp() {
    PriceAdvice advice =
        PriceAdvice.of(
                AnyFit.known(-3, 0),
                new PriceSupport("S1", 30_000, 20_000, 40_000, 5, 8, 500, 0, 0, 0),
                BigDecimal.valueOf(29_000),
                BigDecimal.valueOf(20_400),
                PriceAdvice.Limits.USUAL)
            .orElseThrow();
    assertThat(advice.price().doubleValue()).isCloseTo(30_600, within(0.1));
  }

  @Test
  void noPriceKeepsToLimitsThatShutOutTheSupport() {
    PriceAdvice.Limits limits =
        new PriceAdvice.Limits(
            new BigDecimal("0.9"), new BigDecimal("0.3"), new BigDecimal("0.01"), BigDecimal.ZERO);
    assertThat(
            PriceAdvice.of(
                AnyFit.known(-3, 0), AnyFit.SUPPORT, BigDecimal.TEN, BigDecimal.valueOf(6), limits))
        .isEmpty();
  }
}
