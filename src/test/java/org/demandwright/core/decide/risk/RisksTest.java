package org.demandwright.core.decide.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.decide.DayDistribution;
import org.demandwright.core.demand.Bucket;
import org.junit.jupiter.api.Test;

/** The worked examples of the risks, and what each must never do. */
class RisksTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  /** One unit a day, without any doubt. */
  private static final DemandAhead ONE_A_DAY =
      new DemandAhead() {
        @Override
        public double reaches(int days, double units) {
          return days >= units ? 1 : 0;
        }

        @Override
        public double beyond(int days, double units) {
          return Math.max(0, days - units);
        }
      };

  /** 40 or 80 units in any time, evenly likely. */
  private static final DemandAhead FORTY_OR_EIGHTY =
      new DemandAhead() {
        @Override
        public double reaches(int days, double units) {
          return units <= 40 ? 1 : units <= 80 ? 0.5 : 0;
        }

        @Override
        public double beyond(int days, double units) {
          return (Math.max(0, 40 - units) + Math.max(0, 80 - units)) / 2;
        }
      };

  @Test
  void stock_runs_out_where_demand_reaches_it_before_anything_comes() {
    StockOutRisk bare = StockOutRisk.of(ONE_A_DAY, 5, List.of(), 7);
    assertThat(bare.probability()).isEqualTo(1);
    assertThat(bare.lost()).isEqualTo(2);
    assertThat(StockOutRisk.of(ONE_A_DAY, 8, List.of(), 7).probability()).isZero();
    AwaitedSupply soon = new AwaitedSupply(100, DayDistribution.certain(4));
    assertThat(StockOutRisk.of(ONE_A_DAY, 5, List.of(soon), 7).probability())
        .as("comes before the fifth day")
        .isZero();
    AwaitedSupply late = new AwaitedSupply(100, DayDistribution.certain(6));
    StockOutRisk meanwhile = StockOutRisk.of(ONE_A_DAY, 5, List.of(late), 7);
    assertThat(meanwhile.probability()).as("a day without").isEqualTo(1);
    assertThat(meanwhile.lost()).isEqualTo(1);
  }

  @Test
  void supply_that_comes_early_or_late_counts_by_how_likely_it_is() {
    AwaitedSupply awaited = new AwaitedSupply(100, DayDistribution.of(Map.of(4, 1.0, 6, 1.0)));
    StockOutRisk half = StockOutRisk.of(ONE_A_DAY, 5, List.of(awaited), 7);
    assertThat(half.probability()).isCloseTo(0.5, within(1e-9));
    assertThat(half.lost()).isCloseTo(0.5, within(1e-9));
    StockOutRisk two = StockOutRisk.of(ONE_A_DAY, 5, List.of(awaited, awaited), 7);
    assertThat(two.probability()).as("both late, as slices fall").isBetween(0.1, 0.4);
  }

  @Test
  void what_is_awaited_and_has_not_come_comes_later() {
    AwaitedSupply left =
        AwaitedSupply.stillAwaited(5, DayDistribution.of(Map.of(-3, 8.0, 0, 1.0, 2, 1.0)));
    assertThat(left.days().share(0)).isEqualTo(0.5);
    assertThat(left.days().share(2)).isEqualTo(0.5);
    assertThat(AwaitedSupply.stillAwaited(5, DayDistribution.certain(-9)).days().mean())
        .isEqualTo(1);
  }

  @Test
  void too_much_is_what_is_left_when_the_time_is_over() {
    OverstockRisk risk = OverstockRisk.of(FORTY_OR_EIGHTY, 100, 90);
    assertThat(risk.probability()).isEqualTo(1);
    assertThat(risk.left()).isEqualTo(40);
    assertThat(OverstockRisk.of(FORTY_OR_EIGHTY, 60, 90).probability()).isEqualTo(0.5);
    assertThat(OverstockRisk.of(FORTY_OR_EIGHTY, 0, 90)).isEqualTo(new OverstockRisk(0, 0));
  }

  @Test
  void what_expires_first_is_sold_first() {
    List<ExpiryRisk.Lot> lots =
        List.of(
            new ExpiryRisk.Lot(20, TODAY.plusDays(29)), new ExpiryRisk.Lot(10, TODAY.plusDays(4)));
    ExpiryRisk risk = ExpiryRisk.of(ONE_A_DAY, lots, TODAY).orElseThrow();
    assertThat(risk.expiring()).isEqualTo(5);
    assertThat(risk.first()).isEqualTo(TODAY.plusDays(4));
    assertThat(risk.of()).isEqualTo(30);
    ExpiryRisk past =
        ExpiryRisk.of(ONE_A_DAY, List.of(new ExpiryRisk.Lot(3, TODAY.minusDays(1))), TODAY)
            .orElseThrow();
    assertThat(past.expiring()).as("expired already").isEqualTo(3);
    assertThat(ExpiryRisk.of(ONE_A_DAY, List.of(), TODAY)).isEmpty();
  }

  @Test
  void an_order_is_late_by_what_its_vendor_takes_and_how_old_it_is() {
    DayDistribution still = DayDistribution.of(Map.of(1, 1.0, 2, 1.0, 3, 1.0, 4, 1.0));
    LatenessRisk risk = LatenessRisk.of(still, TODAY, TODAY.plusDays(2));
    assertThat(risk.probability()).isEqualTo(0.5);
    assertThat(risk.days()).isEqualTo(2.5);
    assertThat(LatenessRisk.of(still, TODAY, TODAY.minusDays(1)).probability()).isEqualTo(1);
  }

  @Test
  void a_level_that_changed_is_found_and_chance_seldom() {
    double[] demand = new double[60];
    Random chance = new Random(7);
    for (int t = 0; t < demand.length; t++) {
      demand[t] = (t < 48 ? 20 : 40) + 3 * chance.nextGaussian();
    }
    DemandBreak found = DemandBreak.of(DoubleVector.of(demand)).orElseThrow();
    assertThat(found.certainty()).isGreaterThan(0.999);
    assertThat(found.since()).isEqualTo(12);
    assertThat(found.before()).isCloseTo(20, within(2.0));
    assertThat(found.after()).isCloseTo(40, within(2.0));
    assertThat(found.risk(2, Bucket.WEEK).units().doubleValue())
        .isCloseTo(2 * (found.after() - found.before()), within(1e-5));
    int alarms = 0;
    for (int series = 0; series < 1_000; series++) {
      double[] still = chance.doubles(60).map(d -> 10 + 10 * d).toArray();
      alarms += DemandBreak.of(DoubleVector.of(still)).orElseThrow().certainty() >= 0.95 ? 1 : 0;
    }
    assertThat(alarms).as("at most 5 in 100, of 1000").isLessThanOrEqualTo(65);
    assertThat(DemandBreak.of(DoubleVector.filled(60, 5))).as("never varies").isEmpty();
    assertThat(DemandBreak.of(DoubleVector.filled(7, 5))).as("too short").isEmpty();
  }

  @Test
  void the_tails_of_the_normal_distribution_are_those_of_the_tables() {
    assertThat(Normal.above(1.96)).isCloseTo(0.025, within(1e-4));
    assertThat(Normal.above(0)).isCloseTo(0.5, within(1e-6));
    assertThat(Normal.above(-2.5758)).isCloseTo(0.995, within(1e-5));
  }

  @Test
  void forecasts_drift_that_are_always_too_low() {
    ForecastDrift low = ForecastDrift.of(DoubleVector.filled(12, 3)).orElseThrow();
    assertThat(low.signal()).isCloseTo(1, within(1e-12));
    assertThat(low.bias()).isCloseTo(3, within(1e-12));
    assertThat(low.risk(2, Bucket.WEEK).said().key()).isEqualTo("risk.drift.low");
    ForecastDrift even =
        ForecastDrift.of(DoubleVector.of(2, -2, 2, -2, 2, -2, 2, -2)).orElseThrow();
    assertThat(Math.abs(even.signal())).isLessThan(0.2);
    assertThat(ForecastDrift.of(DoubleVector.filled(5, 3))).as("too few").isEmpty();
    assertThat(ForecastDrift.of(DoubleVector.filled(12, 0))).as("never wrong").isEmpty();
  }

  private static ScoredCase scored(
      String subject, int day, double score, double rule, boolean came) {
    return new ScoredCase(
        subject,
        TODAY.plusDays(day),
        1,
        score,
        rule,
        came ? Optional.of(TODAY.plusDays(day)) : Optional.empty());
  }

  @Test
  void the_threshold_is_the_lowest_that_keeps_the_precision_on_the_earlier_part() {
    List<ScoredCase> cases = new ArrayList<>();
    for (int day = 0; day < 10; day++) {
      for (int i = 1; i <= 100; i++) {
        boolean came = i > 80 || i >= 50 && i % 2 == 0;
        cases.add(scored(i + "@" + day, day, i / 100.0, -i, came));
      }
    }
    AlertQuality quality = AlertQuality.of(cases, 0.7, 0);
    assertThat(quality.reached()).isTrue();
    assertThat(quality.earlier().precision()).isGreaterThanOrEqualTo(0.7);
    assertThat(quality.later().precision()).isGreaterThanOrEqualTo(0.7);
    assertThat(quality.earlier().last()).isBefore(quality.later().first());
    assertThat(quality.rule().alerts()).isEqualTo(quality.later().alerts());
    assertThat(quality.rule().precision()).as("it warns of the wrong ones").isLessThan(0.3);
    assertThat(AlertQuality.of(cases, 0.99, 0).threshold()).isGreaterThan(quality.threshold());
    assertThat(AlertQuality.of(cases, 0.7, 0.95).threshold()).isGreaterThanOrEqualTo(0.95);
    AlertQuality never =
        AlertQuality.of(
            cases.stream()
                .map(c -> new ScoredCase(c.subject(), c.day(), 1, c.score(), 0, Optional.empty()))
                .toList(),
            0.6,
            0);
    assertThat(never.reached()).isFalse();
    assertThat(never.later().precision()).isZero();
  }

  private static ScoredCase morning(String subject, int week, boolean said, Integer event) {
    return new ScoredCase(
        subject,
        TODAY.plusWeeks(week),
        14,
        said ? 1 : 0,
        0,
        Optional.ofNullable(event).map(TODAY::plusDays));
  }

  @Test
  void what_is_said_on_mornings_one_after_the_other_is_one_alert_for_as_long_as_it_is_told() {
    List<ScoredCase> cases = new ArrayList<>();
    for (int week = 0; week < 10; week++) {
      cases.add(morning("always said", week, true, null));
      cases.add(morning("said in time", week, week == 8, week == 8 || week == 7 ? 58 : null));
      cases.add(morning("missed", week, false, week == 9 ? 70 : null));
    }
    AlertQuality.Window all = AlertQuality.of(cases, 0.1, 0.5).later();
    assertThat(all.first()).as("of the later part").isEqualTo(TODAY.plusWeeks(6));
    assertThat(all.alerts()).as("four weeks are twice two; once").isEqualTo(3);
    assertThat(all.right()).isEqualTo(1);
    assertThat(all.events()).isEqualTo(2);
    assertThat(all.found()).isEqualTo(1);
    assertThat(all.precision()).isEqualTo(1 / 3.0);
    assertThat(all.recall()).isEqualTo(0.5);
  }

  @Test
  void past_demand_looks_at_nothing_later() {
    double[] sold = new double[500];
    Arrays.fill(sold, 2);
    DoubleVector could = DoubleVector.filled(500, 1);
    DoubleVector never = DoubleVector.filled(500, 0);
    PastDemand then = new PastDemand(DoubleVector.of(sold), could, never, 400);
    assertThat(then.known()).isTrue();
    assertThat(then.level()).isCloseTo(2, within(1e-9));
    assertThat(then.beyond(10, 0)).as("the mean").isCloseTo(20, within(0.01));
    Arrays.fill(sold, 400, 500, 90);
    PastDemand same = new PastDemand(DoubleVector.of(sold), could, never, 400);
    assertThat(same.beyond(10, 0)).isEqualTo(then.beyond(10, 0));
    assertThat(same.reaches(10, 25)).isEqualTo(then.reaches(10, 25));
    double[] promoted = new double[500];
    for (int d = 300; d < 320; d++) {
      promoted[d] = 1;
      sold[d] = 6;
    }
    Arrays.fill(promoted, 400, 410, 1);
    PastDemand planned =
        new PastDemand(DoubleVector.of(sold), could, DoubleVector.of(promoted), 400);
    assertThat(planned.beyond(10, 0)).as("ten days of promotion").isBetween(45.0, 65.0);
  }
}
