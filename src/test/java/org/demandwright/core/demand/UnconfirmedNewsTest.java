package org.demandwright.core.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.demandwright.app.English.english;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.demandwright.app.English;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Correction.Kind;
import org.junit.jupiter.api.Test;

class UnconfirmedNewsTest {
  private static final SeriesKey KEY = SeriesKey.of("tea");

  /** About 100, with a level of 100 and the least spread, 10. */
  private static final IntToDoubleFunction STEADY = i -> 99 + i % 3;

  private static Cleaned clean(Bucket bucket, int n, IntToDoubleFunction demand) {
    return clean(bucket, n, demand, i -> 1, Covariates.none());
  }

  private static Cleaned clean(
      Bucket bucket,
      int n,
      IntToDoubleFunction demand,
      IntToDoubleFunction availability,
      Covariates covariates) {
    double[] units = new double[n];
    Arrays.setAll(units, demand);
    double[] available = new double[n];
    Arrays.setAll(available, availability);
    Period first = Period.of(bucket, LocalDate.of(2020, 1, 6));
    DemandSeries series =
        new DemandSeries(KEY, first, DoubleVector.of(units), DoubleVector.of(available));
    return DemandCleaner.clean(series, covariates, bucket.season());
  }

  private static double last(Cleaned cleaned) {
    return cleaned.series().units().get(cleaned.raw().size() - 1);
  }

  @Test
  void aBulkOrderInTheNewestPeriodCountsInPart() {
    Cleaned cleaned = clean(Bucket.WEEK, 104, i -> i == 103 ? 1_500 : STEADY.applyAsDouble(i));

    assertThat(cleaned.corrections())
        .extracting(Correction::kind)
        .containsExactly(Kind.UNCONFIRMED);
    assertThat(last(cleaned)).isCloseTo(100 + 36.0 / 140 * 10, within(0.5));
    assertThat(cleaned.news().map(English::english))
        .contains(
            "The newest period is unusual: 1,500 against about 100 usual; it counts only in part"
                + " until confirmed.");
    assertThat(cleaned.withoutNews().observed(103)).isFalse();
    assertThat(cleaned.withNewsInPart()).isEqualTo(cleaned.series());
  }

  @Test
  void theFurtherItLiesTheLessItCounts() {
    double a = last(clean(Bucket.WEEK, 60, i -> i == 59 ? 180 : STEADY.applyAsDouble(i)));
    double b = last(clean(Bucket.WEEK, 60, i -> i == 59 ? 300 : STEADY.applyAsDouble(i)));
    double c = last(clean(Bucket.WEEK, 60, i -> i == 59 ? 1e9 : STEADY.applyAsDouble(i)));

    assertThat(a).isLessThan(160).isGreaterThan(b);
    assertThat(b).isGreaterThan(c);
    assertThat(c).isCloseTo(100, within(1.5));
  }

  @Test
  void aPeriodAlmostWithoutDemandIsNewsToo() {
    Cleaned cleaned = clean(Bucket.WEEK, 104, i -> i == 103 ? 2 : STEADY.applyAsDouble(i));

    assertThat(last(cleaned)).isBetween(50.0, 70.0);
    assertThat(cleaned.news())
        .hasValueSatisfying(n -> assertThat(english(n)).contains("2 against"));
    assertThat(
            clean(
                    Bucket.WEEK,
                    104,
                    i -> i == 103 ? 2 : STEADY.applyAsDouble(i),
                    i -> i == 103 ? 0.1 : 1,
                    Covariates.none())
                .news())
        .as("a stock-out is known from the ledger")
        .isEmpty();
  }

  @Test
  void aNewLevelIsTakenUpAsPeriodsConfirmIt() {
    double[] lasts = new double[4];
    for (int high = 1; high <= 3; high++) {
      int from = 60 - high;
      Cleaned cleaned = clean(Bucket.WEEK, 60, i -> (i >= from ? 3 : 1) * STEADY.applyAsDouble(i));
      lasts[high] = last(cleaned);
      assertThat(cleaned.news().isPresent()).isEqualTo(high < 3);
    }
    assertThat(lasts[1]).isLessThan(130);
    assertThat(lasts[2]).isGreaterThan(1.2 * lasts[1]);
    assertThat(lasts[3]).isEqualTo(3 * STEADY.applyAsDouble(59));
    Cleaned modest = clean(Bucket.WEEK, 60, i -> (i >= 58 ? 2 : 1) * STEADY.applyAsDouble(i));
    assertThat(last(modest)).as("twice as much, two weeks long").isGreaterThan(190);
  }

  @Test
  void growthIsNoNews() {
    assertThat(clean(Bucket.MONTH, 12, i -> Math.pow(2, i)).corrections()).isEmpty();
    assertThat(clean(Bucket.MONTH, 36, i -> 10 + 5 * i).corrections()).isEmpty();
    assertThat(clean(Bucket.MONTH, 24, i -> 1_000 * Math.pow(0.8, i)).corrections()).isEmpty();
  }

  @Test
  void aPeakOfTheSeasonIsNoNews() {
    IntToDoubleFunction december = i -> i % 12 == 11 ? 600 : STEADY.applyAsDouble(i);
    assertThat(clean(Bucket.MONTH, 36, december).news()).isEmpty();
    assertThat(clean(Bucket.MONTH, 60, december).news()).isEmpty();
    IntToDoubleFunction week52 = i -> i % 52 == 51 ? 600 : STEADY.applyAsDouble(i);
    assertThat(clean(Bucket.WEEK, 156, week52).news()).isEmpty();
    IntToDoubleFunction saturday = i -> i % 7 == 5 ? 300 : STEADY.applyAsDouble(i);
    assertThat(clean(Bucket.DAY, 7 * 40 - 1, saturday).news()).isEmpty();
    assertThat(clean(Bucket.MONTH, 60, i -> i == 59 ? 600 : STEADY.applyAsDouble(i)).news())
        .as("the same peak for the first time")
        .isPresent();
  }

  @Test
  void anOrdinaryPeriodInPlaceOfThePeakIsNoNews() {
    IntToDoubleFunction dip = i -> i % 52 == 0 && i < 208 ? 5 : STEADY.applyAsDouble(i);
    assertThat(clean(Bucket.WEEK, 209, dip).news()).isEmpty();
  }

  @Test
  void peaksAtTheEndOfTheMonthAreNoLevel() {
    LocalDate first = LocalDate.of(2020, 1, 6);
    IntToDoubleFunction monthEnd =
        i -> first.plusDays(i + 1L).getDayOfMonth() == 1 ? 200 : 9 + i % 3;
    int untilMarch = (int) (LocalDate.of(2022, 4, 1).toEpochDay() - first.toEpochDay());

    assertThat(last(clean(Bucket.DAY, untilMarch, monthEnd))).isLessThan(15);
    assertThat(clean(Bucket.DAY, untilMarch - 1, monthEnd).news()).isEmpty();
  }

  @Test
  void aClosedWeekendConfirmsNothing() {
    // Monday to Friday about 20, a bulk order on the last Friday, then Saturday and Sunday.
    int days = 7 * 30;
    Cleaned cleaned =
        clean(Bucket.DAY, days, i -> i % 7 > 4 ? 0 : i == days - 3 ? 1_000 : 19 + i % 3);

    assertThat(cleaned.corrections()).extracting(Correction::index).containsExactly(days - 3);
    assertThat(cleaned.series().units().get(days - 3)).isLessThan(26);
  }

  @Test
  void theBulkOrderOfASlowSellerCountsInPart() {
    for (int silence = 0; silence < 3; silence++) {
      int bulk = 79 - silence;
      Cleaned cleaned =
          clean(Bucket.WEEK, 80, i -> i == bulk ? 100 : i < bulk && i % 4 == 0 ? 2 : 0);

      assertThat(cleaned.corrections()).extracting(Correction::index).containsExactly(bulk);
      assertThat(cleaned.series().units().get(bulk)).isLessThan(5);
      assertThat(cleaned.news())
          .hasValueSatisfying(
              n ->
                  assertThat(english(n))
                      .startsWith("The newest demand is unusual: 100 against about 2 "));
    }
    double[] lumps = {1, 12, 3, 30, 2, 8};
    assertThat(clean(Bucket.WEEK, 81, i -> i % 4 == 0 ? lumps[i / 4 % 6] : 0).news())
        .as("sizes that vary")
        .isEmpty();
  }

  @Test
  void aSteadySellerThatSellsRarelyOfLateIsJudgedByItsOrders() {
    IntToDoubleFunction fading = i -> i < 90 || i % 3 == 0 ? 20 + i % 3 : 0;
    Cleaned cleaned = clean(Bucket.WEEK, 104, i -> i == 103 ? 1_000 : fading.applyAsDouble(i));

    assertThat(last(cleaned)).isBetween(20.0, 30.0);
  }

  @Test
  void promotionsAndFewPeriodsAreNoNews() {
    double[] share = new double[60];
    share[59] = 1;
    Covariates promoted = new Covariates(DoubleVector.empty(), DoubleVector.of(share), "");
    assertThat(
            clean(Bucket.WEEK, 60, i -> i == 59 ? 900 : STEADY.applyAsDouble(i), i -> 1, promoted)
                .corrections())
        .isEmpty();
    assertThat(clean(Bucket.WEEK, 4, i -> i == 3 ? 900 : STEADY.applyAsDouble(i)).corrections())
        .isEmpty();
    assertThat(clean(Bucket.WEEK, 6, i -> i == 5 ? 900 : STEADY.applyAsDouble(i)).news())
        .isPresent();
  }

  @Test
  void newsOfTwoPeriodsSaysBoth() {
    Cleaned cleaned = clean(Bucket.MONTH, 60, i -> i > 57 ? 1_000 + i : STEADY.applyAsDouble(i));

    assertThat(cleaned.corrections()).hasSize(2);
    assertThat(cleaned.news().map(English::english))
        .contains(
            "The newest two periods are unusual: 1,058 and 1,059 against about 100 usual; they"
                + " count only in part until confirmed.");
    assertThat(List.of(cleaned.series().units().get(58), last(cleaned)))
        .allSatisfy(v -> assertThat(v).isBetween(110.0, 130.0));
  }
}
