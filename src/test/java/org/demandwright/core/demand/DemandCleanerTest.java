package org.demandwright.core.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.demandwright.app.English.english;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Correction.Kind;
import org.junit.jupiter.api.Test;

class DemandCleanerTest {
  private static final Period WEEK = Period.of(Bucket.WEEK, LocalDate.of(2022, 1, 3));
  private static final SeriesKey KEY = SeriesKey.of("tea");

  private static double[] units(int n, IntToDoubleFunction f) {
    double[] units = new double[n];
    Arrays.setAll(units, f);
    return units;
  }

  /** Demand around 100 that scatters by about 5. */
  private static double[] steady(int n) {
    Random random = new Random(7);
    return units(n, i -> Math.rint(100 + 5 * random.nextGaussian()));
  }

  private static Cleaned clean(double... units) {
    return DemandCleaner.clean(DemandSeries.of(KEY, WEEK, units), Covariates.none(), 52);
  }

  private static Cleaned months(double... units) {
    Period january = Period.of(Bucket.MONTH, LocalDate.of(2020, 1, 1));
    return DemandCleaner.clean(DemandSeries.of(KEY, january, units), Covariates.none(), 12);
  }

  private static DemandSeries withAvailability(double[] units, int index, double share) {
    double[] availability = units(units.length, i -> i == index ? share : 1);
    return new DemandSeries(KEY, WEEK, DoubleVector.of(units), DoubleVector.of(availability));
  }

  @Test
  void leavesOrdinaryDemandAlone() {
    assertThat(clean(steady(150)).corrections()).isEmpty();
    assertThat(clean(units(60, i -> 5)).corrections()).isEmpty();
    assertThat(clean(units(60, i -> 100 + 10 * i)).corrections()).isEmpty();
    assertThat(clean(units(60, i -> 0)).corrections()).isEmpty();
    assertThat(clean().corrections()).isEmpty();
  }

  @Test
  void lowersALonelyPeakToTheEdgeOfTheUsual() {
    double[] units = steady(60);
    units[30] = 900;

    Cleaned cleaned = clean(units);

    assertThat(cleaned.corrections()).hasSize(1);
    Correction c = cleaned.corrections().get(0);
    assertThat(c.kind()).isEqualTo(Kind.OUTLIER);
    assertThat(c.index()).isEqualTo(30);
    assertThat(c.to()).isBetween(130.0, 200.0);
    assertThat(english(c.reason())).contains(WEEK.plus(30).toString()).contains("900");
    assertThat(cleaned.series().units().get(30)).isEqualTo(c.to());
    assertThat(cleaned.raw().units().get(30)).isEqualTo(900);
    assertThat(cleaned.without(30).series()).isEqualTo(cleaned.raw());
  }

  @Test
  void keepsPeaksThatAreDemand() {
    double[] lonely = steady(130);
    lonely[30] = 900;

    double[] yearly = lonely.clone();
    yearly[83] = 700; // a year later, give or take two weeks
    assertThat(clean(yearly).corrections()).isEmpty();

    double[] level = lonely.clone();
    Arrays.fill(level, 30, 34, 900); // four weeks: a season, not a slip
    assertThat(clean(level).corrections()).isEmpty();

    Covariates promoted =
        new Covariates(DoubleVector.empty(), DoubleVector.of(units(130, i -> i == 30 ? 1 : 0)), "");
    assertThat(DemandCleaner.clean(DemandSeries.of(KEY, WEEK, lonely), promoted, 52).corrections())
        .isEmpty();
  }

  @Test
  void keepsTheLargeOrdersOfIntermittentDemand() {
    double[] lumpy = units(80, i -> i % 4 == 0 ? 2 : 0);
    lumpy[40] = 300;

    assertThat(clean(lumpy).corrections()).isEmpty();
  }

  @Test
  void keepsALevelShift() {
    double[] steady = steady(100);
    double[] shifted = units(100, i -> i < 60 ? steady[i] : 3 * steady[i]);

    assertThat(clean(shifted).corrections()).isEmpty();
  }

  @Test
  void liftsAStockOutToTheUsualDemand() {
    double[] units = steady(60);
    units[20] = 10;

    Cleaned cleaned = DemandCleaner.clean(withAvailability(units, 20, 0.2), Covariates.none(), 52);

    assertThat(cleaned.corrections()).hasSize(1);
    assertThat(cleaned.corrections().get(0).kind()).isEqualTo(Kind.STOCK_OUT);
    assertThat(cleaned.series().units().get(20)).isBetween(95.0, 105.0);
    assertThat(cleaned.series().availability().get(20)).isEqualTo(0.2);
  }

  @Test
  void neverLowersWhatWasSoldBeforeTheStockOut() {
    double[] units = steady(60);
    units[20] = 400;

    assertThat(
            DemandCleaner.clean(withAvailability(units, 20, 0.2), Covariates.none(), 52)
                .corrections())
        .isEmpty();
  }

  @Test
  void liftsAStockOutToItsSeason() {
    // Months: December sells 300, the others 100; the third December was not on sale.
    double[] units = units(48, i -> i % 12 == 11 ? 300 : 100);
    units[35] = 0;
    double[] availability = units(48, i -> i == 35 ? 0 : 1);
    DemandSeries series =
        new DemandSeries(
            KEY,
            Period.of(Bucket.MONTH, LocalDate.of(2020, 1, 1)),
            DoubleVector.of(units),
            DoubleVector.of(availability));

    // Level 100; December's factor is 3, drawn to 1 by 3 ÷ (3 + 2): 1 + 2 · 0.6 = 2.2.
    assertThat(DemandCleaner.clean(series, Covariates.none(), 12).series().units().get(35))
        .isCloseTo(220, within(1e-9));
  }

  @Test
  void liftsAnIntermittentStockOutToTheMeanRate() {
    double[] units = units(52, i -> i % 2 == 0 ? 4 : 0);
    units[26] = 0;

    Cleaned cleaned = DemandCleaner.clean(withAvailability(units, 26, 0), Covariates.none(), 52);

    assertThat(cleaned.series().units().get(26)).isBetween(1.5, 2.5);
  }

  @Test
  void noYearIsAPartOfItsOwnYardstick() {
    for (int peak : new int[] {5, 17}) { // of either cycle
      double[] twoYears = units(24, i -> 100 + i % 2);
      twoYears[peak] = 500;

      List<Correction> corrections = months(twoYears).corrections();

      assertThat(corrections).extracting(Correction::index).containsExactly(peak);
      assertThat(corrections.get(0).to()).as("not half of its own season").isLessThan(165);
    }
  }

  @Test
  void aPeakAtEachEndIsLowered() {
    double[] units = units(30, i -> 100 + i % 2);
    units[0] = 900;
    units[29] = 900;

    assertThat(months(units).series().units().stream().max().orElse(0)).isLessThan(165);
  }

  @Test
  void theFirstSalesOfANewItemAreNoPeak() {
    assertThat(months(units(60, i -> i < 48 ? 0 : 100 + i % 7)).corrections()).isEmpty();
  }

  @Test
  void seesNothingPastTheEnd() {
    double[] units = steady(120);
    units[30] = 900;
    units[82] = 900;
    DemandSeries whole = DemandSeries.of(KEY, WEEK, units);

    assertThat(DemandCleaner.clean(whole, Covariates.none(), 52).corrections()).isEmpty();
    assertThat(DemandCleaner.clean(whole.head(60), Covariates.none(), 52).corrections())
        .as("in week 60 nobody knew that the peak would come again")
        .hasSize(1);
  }

  @Test
  void correctionsMustFitTheSeries() {
    DemandSeries series = DemandSeries.of(KEY, WEEK, 1, 2, 3);
    Correction wrongValue = new Correction(Kind.OUTLIER, 1, 9, 2, Words.literal(""));
    Correction outside = new Correction(Kind.OUTLIER, 3, 9, 2, Words.literal(""));

    assertThatThrownBy(() -> new Cleaned(series, List.of(wrongValue)))
        .hasMessageContaining("replaces 9.0, but demand is 2.0");
    assertThatThrownBy(() -> new Cleaned(series, List.of(outside)))
        .hasMessageContaining("out of order or of the series");
    assertThatThrownBy(() -> new Correction(Kind.OUTLIER, 0, 1, Double.NaN, Words.literal("")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
