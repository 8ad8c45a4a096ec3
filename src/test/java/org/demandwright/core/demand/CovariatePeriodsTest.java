package org.demandwright.core.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.demandwright.core.DoubleVector;
import org.junit.jupiter.api.Test;

class CovariatePeriodsTest {
  private static final ItemKey ITEM = new ItemKey("C", "I");
  private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);
  private static final Period WEEK = Period.of(Bucket.WEEK, MONDAY);

  @Test
  void aPriceIsToldRelativeToTheUsualOneOfThePast() {
    List<Price> prices =
        List.of(
            price(null, MONDAY, null, "10"),
            price("S", MONDAY.plusWeeks(2), MONDAY.plusWeeks(2).plusDays(6), "5"));
    assertThat(CovariatePeriods.relativePrice(prices, WEEK, 4, 2))
        .isEqualTo(DoubleVector.of(1, 1, 0.5, 1));
  }

  @Test
  void pricesOfTwoCurrenciesAreNeverCompared() {
    List<Price> prices =
        List.of(
            new Price("P", ITEM, null, MONDAY.plusWeeks(1), null, new BigDecimal("900"), "JPY"),
            price(null, MONDAY, MONDAY.plusWeeks(2).minusDays(1), "10"),
            price(null, MONDAY.plusWeeks(2), null, "5"));
    assertThat(CovariatePeriods.relativePrice(prices, WEEK, 4, 2))
        .isEqualTo(DoubleVector.of(1, 1, 0.5, 0.5));
  }

  @Test
  void aPromotionCountsByItsShareOfDays() {
    List<Promotion> plan =
        List.of(new Promotion("P", ITEM, null, MONDAY.plusDays(5), MONDAY.plusDays(6)));
    assertThat(CovariatePeriods.promotedShare(plan, WEEK, 2))
        .isEqualTo(DoubleVector.of(2 / 7.0, 0));
  }

  @Test
  void whereNothingIsKnownNothingIsSaid() {
    assertThat(CovariatePeriods.relativePrice(List.of(), WEEK, 4, 2).isEmpty()).isTrue();
    assertThat(CovariatePeriods.promotedShare(List.of(), WEEK, 4).isEmpty()).isTrue();
    List<Price> onlyLater = List.of(price(null, MONDAY.plusWeeks(3), null, "10"));
    assertThat(CovariatePeriods.relativePrice(onlyLater, WEEK, 4, 2).isEmpty()).isTrue();
  }

  private static Price price(String site, LocalDate from, LocalDate to, String amount) {
    return new Price("P", ITEM, site, from, to, new BigDecimal(amount), "EUR");
  }
}
