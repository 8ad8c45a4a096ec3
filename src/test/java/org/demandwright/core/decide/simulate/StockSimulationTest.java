package org.demandwright.core.decide.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.demandwright.core.decide.CostTerms;
import org.demandwright.core.decide.DayDistribution;
import org.demandwright.core.decide.OpenDays;
import org.demandwright.core.decide.OrderTerms;
import org.demandwright.core.decide.SupplyDays;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Period;
import org.junit.jupiter.api.Test;

/** Courses that can be checked with paper and pencil. */
class StockSimulationTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final CostTerms COSTS = new CostTerms(7.3, 0.5, 4, Optional.of(1.5));
  private static final DailyDemand EIGHT_DAYS = DailyDemand.of(MONDAY, 2, 3, 4, 0, 1, 6, 2, 1);

  private static SimulationTerms terms(Unserved unserved) {
    return new SimulationTerms(
        2, SupplyDays.ALL, DayDistribution.certain(1), 1, multiples(0, 5), COSTS, unserved);
  }

  private static OrderTerms multiples(int minimum, int multiple) {
    return new OrderTerms(
        BigDecimal.ONE,
        BigDecimal.valueOf(minimum),
        BigDecimal.valueOf(multiple),
        BigDecimal.ONE,
        Optional.empty());
  }

  private static StockCourse eightDays(Unserved unserved) {
    return StockSimulation.run(
        terms(unserved),
        1,
        "item",
        EIGHT_DAYS,
        MONDAY,
        MONDAY.plusDays(8),
        BigDecimal.valueOf(6),
        MinMaxOrders.fixed(BigDecimal.valueOf(3), BigDecimal.valueOf(8)));
  }

  private static List<Long> each(StockCourse course, ToLongFunction<StockCourse.Units> what) {
    return course.days().stream().map(what::applyAsLong).toList();
  }

  /**
   * Looked at on days 1, 3, 5 and 7; a minimum of 3, a maximum of 8, fives. Day 3: 1 is left, 7 are
   * missing, 10 are ordered and come on day 4; 4 are wanted, 1 is there. Day 7: 3 are left, 5 are
   * ordered.
   */
  @Test
  void whatIsMissingIsLost() {
    StockCourse course = eightDays(Unserved.LOST);
    assertThat(each(course, StockCourse.Units::opening))
        .containsExactly(6L, 4L, 1L, 0L, 10L, 9L, 3L, 1L);
    assertThat(each(course, StockCourse.Units::received))
        .containsExactly(0L, 0L, 0L, 10L, 0L, 0L, 0L, 5L);
    assertThat(each(course, StockCourse.Units::ordered))
        .containsExactly(0L, 0L, 10L, 0L, 0L, 0L, 5L, 0L);
    assertThat(each(course, StockCourse.Units::served))
        .containsExactly(2L, 3L, 1L, 0L, 1L, 6L, 2L, 1L);
    assertThat(each(course, StockCourse.Units::closing))
        .containsExactly(4L, 1L, 0L, 10L, 9L, 3L, 1L, 5L);
    assertThat(each(course, StockCourse.Units::owed)).containsOnly(0L);
    Outcome all = course.outcome(MONDAY, MONDAY.plusDays(8));
    assertThat(all.demand()).isEqualByComparingTo("19");
    assertThat(all.shortage()).isEqualByComparingTo("3");
    assertThat(all.fillRate()).isCloseTo(16 / 19.0, within(1e-12));
    assertThat(all.cycles()).isEqualTo(2);
    assertThat(all.servedCycles()).isEqualTo(1);
    assertThat(all.heldDays()).isEqualByComparingTo("33");
    assertThat(all.averageStock()).isCloseTo(33 / 8.0, within(1e-12));
    assertThat(all.averageValue()).isCloseTo(7.3 * 33 / 8.0, within(1e-9));
    assertThat(all.lines()).isEqualTo(2);
    assertThat(all.money().holding()).isEqualByComparingTo("0.33");
    assertThat(all.money().ordering()).isEqualByComparingTo("8");
    assertThat(all.money().shortage()).isEqualByComparingTo("4.5");
    assertThat(all.money().total()).isEqualByComparingTo("12.83");
    assertThat(course.orderDays(MONDAY, MONDAY.plusDays(8)))
        .containsExactly(MONDAY.plusDays(2), MONDAY.plusDays(6));
  }

  /** 3 wait on day 3 and get theirs on day 4; on day 7 none is left, 10 are ordered, 2 wait. */
  @Test
  void whoeverWaitsIsServedFirst() {
    StockCourse course = eightDays(Unserved.WAITS);
    assertThat(each(course, StockCourse.Units::late))
        .containsExactly(0L, 0L, 0L, 3L, 0L, 0L, 0L, 2L);
    assertThat(each(course, StockCourse.Units::owed))
        .containsExactly(0L, 0L, 3L, 0L, 0L, 0L, 2L, 0L);
    assertThat(each(course, StockCourse.Units::closing))
        .containsExactly(4L, 1L, 0L, 7L, 6L, 0L, 0L, 7L);
    assertThat(each(course, StockCourse.Units::ordered))
        .containsExactly(0L, 0L, 10L, 0L, 0L, 0L, 10L, 0L);
    assertThat(course.outcome(MONDAY, MONDAY.plusDays(8)).shortage()).isEqualByComparingTo("5");
  }

  @Test
  void partsOfACourseAddUpToIt() {
    StockCourse course = eightDays(Unserved.LOST);
    LocalDate middle = MONDAY.plusDays(3);
    Outcome first = course.outcome(MONDAY, middle);
    Outcome second = course.outcome(middle, MONDAY.plusDays(8));
    Outcome all = course.outcome(MONDAY, MONDAY.plusDays(8));
    assertThat(first.demand().add(second.demand())).isEqualByComparingTo(all.demand());
    assertThat(first.money().plus(second.money()).total())
        .isEqualByComparingTo(all.money().total());
    assertThat(all.plus(all).money().total())
        .isEqualByComparingTo(all.money().total().multiply(BigDecimal.valueOf(2)));
    assertThat(all.plus(all).items()).isEqualTo(2);
    assertThatIllegalArgumentException().isThrownBy(() -> first.plus(all));
  }

  /** Orders of Tuesdays and Fridays; deliveries on Wednesdays, two working days or more later. */
  @Test
  void daysOnWhichOneCannotOrderOrReceiveAreKept() {
    OpenDays weekdays =
        OpenDays.of(
            List.of(
                DayOfWeek.MONDAY,
                DayOfWeek.TUESDAY,
                DayOfWeek.WEDNESDAY,
                DayOfWeek.THURSDAY,
                DayOfWeek.FRIDAY));
    SupplyDays days =
        SupplyDays.of(
            weekdays,
            weekdays,
            List.of(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY),
            List.of(DayOfWeek.WEDNESDAY));
    SimulationTerms terms =
        new SimulationTerms(
            1, days, DayDistribution.certain(2), 2, multiples(4, 1), COSTS, Unserved.LOST);
    DailyDemand demand = DailyDemand.of(MONDAY, new long[28]);
    List<LocalDate> looked = new ArrayList<>();
    StockCourse course =
        StockSimulation.run(
            terms,
            1,
            "item",
            demand,
            MONDAY,
            MONDAY.plusDays(28),
            BigDecimal.ZERO,
            morning -> {
              looked.add(morning.day());
              return BigDecimal.ONE;
            });
    assertThat(looked)
        .as("a later order that comes with the same delivery is none")
        .allMatch(d -> days.order().contains(d));
    assertThat(course.days().stream().filter(d -> d.ordered() > 0)).allMatch(d -> d.ordered() == 4);
    for (int d = 0; d < 28; d++) {
      LocalDate day = MONDAY.plusDays(d);
      if (course.on(day).received() > 0) {
        assertThat(day.getDayOfWeek()).isEqualTo(DayOfWeek.WEDNESDAY);
      }
    }
    assertThat(course.on(MONDAY.plusDays(9)).received())
        .as("of Tuesday, a week later")
        .isEqualTo(4);
  }

  @Test
  void aDeliveryOfTheSameMorningCanBeSold() {
    SimulationTerms terms =
        new SimulationTerms(
            0,
            SupplyDays.ALL,
            DayDistribution.certain(0),
            0,
            OrderTerms.any(),
            COSTS,
            Unserved.LOST);
    StockCourse course =
        StockSimulation.run(
            terms,
            1,
            "item",
            EIGHT_DAYS,
            MONDAY,
            MONDAY.plusDays(8),
            BigDecimal.ZERO,
            MinMaxOrders.fixed(BigDecimal.valueOf(5), BigDecimal.valueOf(6)));
    assertThat(each(course, StockCourse.Units::closing))
        .containsExactly(4L, 3L, 2L, 6L, 5L, 0L, 4L, 5L);
    assertThat(course.outcome(MONDAY, MONDAY.plusDays(8)).fillRate()).isEqualTo(1);
  }

  @Test
  void aRuleSeesNothingOfItsDayAndAfter() {
    List<Integer> known = new ArrayList<>();
    List<Double> means = new ArrayList<>();
    StockSimulation.run(
        terms(Unserved.LOST),
        1,
        "item",
        EIGHT_DAYS,
        MONDAY.plusDays(2),
        MONDAY.plusDays(8),
        BigDecimal.ZERO,
        morning -> {
          known.add(morning.past().days());
          means.add(morning.past().mean(2));
          return BigDecimal.ZERO;
        });
    assertThat(known).containsExactly(2, 4, 6);
    assertThat(means).containsExactly(2.5, 2.0, 3.5);
  }

  @Test
  void leadTimesAreThoseOfTheirShares() {
    DayDistribution deliveries = DayDistribution.of(Map.of(2, 1.0, 5, 3.0, 9, 1.0));
    LeadTimeDraws draws = new LeadTimeDraws(7, "item|site", deliveries);
    int[] counts = new int[10];
    for (int d = 0; d < 20_000; d++) {
      counts[draws.of(MONDAY.plusDays(d))]++;
    }
    assertThat(counts[2] / 20_000.0).isCloseTo(0.2, within(0.01));
    assertThat(counts[5] / 20_000.0).isCloseTo(0.6, within(0.01));
    assertThat(counts[9] / 20_000.0).isCloseTo(0.2, within(0.01));
    assertThat(IntStream.of(counts).sum()).isEqualTo(counts[2] + counts[5] + counts[9]);
    assertThat(draws.of(MONDAY)).isEqualTo(draws.of(MONDAY));
    LeadTimeDraws others = new LeadTimeDraws(7, "another", deliveries);
    assertThat(IntStream.range(0, 100))
        .anyMatch(d -> draws.of(MONDAY.plusDays(d)) != others.of(MONDAY.plusDays(d)));
  }

  @Test
  void weeksAreSpreadEvenlyAndToTheUnit() {
    DailyDemand spread = DailyDemand.spread(Period.of(Bucket.WEEK, MONDAY), List.of(10L, 0L, 3L));
    long[] days = IntStream.range(0, 21).mapToLong(d -> spread.on(MONDAY.plusDays(d))).toArray();
    assertThat(days).containsExactly(1, 1, 2, 1, 2, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1);
    assertThat(spread.end()).isEqualTo(MONDAY.plusDays(21));
    assertThatIllegalArgumentException().isThrownBy(() -> spread.on(spread.end()));
  }

  /** 2 a day, deviation 3, ten days and k = 1.645: 20 + 1.645 · 3 · √10 = 35.6. */
  @Test
  void levelsOfHistory() {
    DailyDemand demand = DailyDemand.of(MONDAY, 99, 5, 2, 0, 1);
    assertThat(demand.before(demand.end()).mean(4)).isEqualTo(2);
    assertThat(demand.before(demand.end()).deviation(4)).isCloseTo(2.160_247, within(1e-6));
    Morning morning =
        new Morning(
            demand.end(), BigDecimal.ONE, BigDecimal.ZERO, List.of(), demand.before(demand.end()));
    HistoryLevels levels =
        new HistoryLevels(
            4,
            1.645,
            DayDistribution.certain(10),
            7,
            BigDecimal.ONE,
            new CostTerms(1, 0, 0, Optional.of(1.0)));
    assertThat(levels.apply(morning).minimum())
        .isEqualByComparingTo(
            BigDecimal.valueOf((long) Math.ceil(20 + 1.645 * 2.160_247 * Math.sqrt(10))));
    assertThat(levels.apply(morning).maximum().subtract(levels.apply(morning).minimum()))
        .as("a week's demand where ordering costs nothing")
        .isEqualByComparingTo("14");
  }
}
