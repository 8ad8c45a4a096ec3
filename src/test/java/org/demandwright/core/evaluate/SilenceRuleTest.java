package org.demandwright.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.junit.jupiter.api.Test;

class SilenceRuleTest {
  private static final SilenceRule RULE = SilenceRule.untaught();

  @Test
  void anItemThatSoldDailyIsSilentAfterAFewEmptyDays() {
    double[] units = filled(200, 5);
    Arrays.fill(units, 190, 200, 0);
    Silence silence = RULE.of(days(units)).orElseThrow();
    assertThat(silence.since()).isEqualTo(days(units).period(190));
    assertThat(silence.periods()).isEqualTo(10);
    assertThat(silence.alive()).isLessThan(1e-3);
  }

  @Test
  void oneNewSaleEndsTheSilence() {
    double[] units = filled(200, 5);
    Arrays.fill(units, 150, 199, 0);
    units[199] = 1;
    assertThat(RULE.of(days(units))).isEmpty();
  }

  @Test
  void aPauseAsLongAsOneBeforeIsNoSilence() {
    double[] units = filled(300, 5);
    Arrays.fill(units, 100, 130, 0);
    Arrays.fill(units, 270, 300, 0);
    assertThat(RULE.of(days(units))).isEmpty();
    Arrays.fill(units, 269, 300, 0);
    assertThat(RULE.of(days(units))).isPresent();
  }

  @Test
  void slowSellersMaySleepLonger() {
    Random random = new Random(5);
    double[] units = new double[400];
    Arrays.setAll(units, t -> random.nextDouble() < 0.1 ? 2 : 0);
    units[0] = 2;
    units[340] = 2;
    int longest = Pauses.of(days(units).head(341)).longest();
    Arrays.fill(units, 341, 400, 0);
    assertThat(longest).isLessThan(59);
    assertThat(RULE.of(days(units).head(341 + 10))).isEmpty();
    assertThat(RULE.of(days(Arrays.copyOf(units, 341 + 120)))).isPresent();
  }

  @Test
  void whatASeasonExplainsIsNoSilence() {
    double[] units = new double[26];
    for (int t = 0; t < 26; t++) {
      int month = t % 12;
      units[t] = month >= 4 && month <= 8 ? 40 : 0;
    }
    // two Januaries and Februaries without sales, as each winter
    assertThat(RULE.of(months(units))).isEmpty();
  }

  @Test
  void stockOutsAreNoSilence() {
    double[] units = filled(200, 5);
    Arrays.fill(units, 180, 200, 0);
    DemandSeries sold = days(units);
    double[] stock = filled(200, 1);
    Arrays.fill(stock, 180, 200, 0);
    DemandSeries out =
        new DemandSeries(sold.key(), sold.first(), sold.units(), DoubleVector.of(stock));
    assertThat(RULE.of(sold)).isPresent();
    assertThat(RULE.of(out)).isEmpty();
  }

  @Test
  void aClosedSiteExplainsTheSilenceOfAllItsItems() {
    List<DemandSeries> panel = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      double[] units = filled(300, 3);
      if (i < 6) {
        Arrays.fill(units, 280, 300, 0);
      }
      panel.add(series("I" + i, i < 6 ? "closed" : "open", Bucket.DAY, units));
    }
    SilenceRule rule = new SilenceRule(SilenceRule.MOST, SiteActivity.of(panel, 365));
    assertThat(rule.activity().at(panel.get(0).key(), 1)).isZero();
    assertThat(rule.activity().at(panel.get(6).key(), 1)).isCloseTo(1, within(0.05));
    assertThat(panel.subList(0, 6)).allMatch(s -> rule.of(s).isEmpty());

    double[] ended = filled(300, 3);
    Arrays.fill(ended, 280, 300, 0);
    assertThat(rule.of(series("X", "open", Bucket.DAY, ended))).isPresent();
  }

  @Test
  void daysWeeksAndMonthsTellTheSame() {
    Random random = new Random(3);
    double[] daily = new double[728 + 91];
    for (int t = 0; t < 728; t++) {
      daily[t] = random.nextDouble() < 0.3 ? 1 : 0;
    }
    daily[0] = 1;
    double[] weekly = new double[daily.length / 7];
    double[] monthly = new double[daily.length / 28];
    for (int t = 0; t < daily.length; t++) {
      weekly[t / 7] += daily[t];
      monthly[Math.min(monthly.length - 1, t / 28)] += daily[t];
    }
    for (Optional<Silence> silence :
        List.of(
            RULE.of(days(daily)),
            RULE.of(series("W", "", Bucket.WEEK, weekly)),
            RULE.of(months(monthly)))) {
      assertThat(silence.orElseThrow().alive()).isLessThan(0.05);
    }
  }

  @Test
  void theForecastFadesByTheChanceThatItStillSells() {
    Silence silence = new Silence(new Period(Bucket.MONTH, 600), 3, 0.05, 0.1);
    DoubleVector faded = silence.fading(DoubleVector.of(100, 100));
    assertThat(faded.get(0)).isCloseTo(4.5, within(1e-12));
    assertThat(faded.get(1)).isCloseTo(4.05, within(1e-12));
  }

  @Test
  void thePanelsOwnPastTellsHowOftenTheSilentCameBack() {
    SilenceTrainer returning = new SilenceTrainer();
    SilenceTrainer gone = new SilenceTrainer();
    for (int i = 0; i < 40; i++) {
      double[] units = filled(120, 2);
      Arrays.fill(units, 90, 102, 0);
      returning.replay(days(units), 100, 20, SiteActivity.usual());
      Arrays.fill(units, 90, 120, 0);
      gone.replay(days(units), 100, 20, SiteActivity.usual());
    }
    assertThat(returning.rule(SiteActivity.usual()).limit()).isZero();
    assertThat(gone.rule(SiteActivity.usual()).limit()).isEqualTo(SilenceRule.MOST);
    assertThat(new SilenceTrainer().rule(SiteActivity.usual()).limit()).isEqualTo(SilenceRule.MOST);
  }

  @Test
  void aSiteOfOneItemSaysLittle() {
    double[] ended = filled(100, 2);
    Arrays.fill(ended, 60, 100, 0);
    SiteActivity activity = SiteActivity.of(List.of(days(ended)), 365);
    assertThat(activity.at(days(ended).key(), 1)).isBetween(0.5, 1.0);
    assertThat(new SilenceRule(SilenceRule.MOST, activity).of(days(ended))).isPresent();
    assertThat(new SiteActivity(Map.of()).at(days(ended).key(), 1)).isEqualTo(1);
  }

  private static DemandSeries days(double... units) {
    return series("D", "", Bucket.DAY, units);
  }

  private static DemandSeries months(double... units) {
    return series("M", "", Bucket.MONTH, units);
  }

  private static DemandSeries series(String item, String site, Bucket bucket, double... units) {
    return DemandSeries.of(
        new SeriesKey("", item, site, ""), new Period(bucket, 20_000 - units.length), units);
  }

  private static double[] filled(int n, double value) {
    double[] units = new double[n];
    Arrays.fill(units, value);
    return units;
  }
}
