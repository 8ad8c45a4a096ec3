package org.demandwright.core.decide.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.decide.OpenDays;
import org.demandwright.core.decide.OrderedLine;
import org.demandwright.core.decide.StatedLeadTime;
import org.demandwright.core.decide.SupplyDays;
import org.junit.jupiter.api.Test;

/** An item of which one unit a day is sold as long as there are any. */
class ReplayTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final int DAYS = 600;

  private final double[] sold = new double[DAYS];
  private final double[] stock = new double[DAYS];
  private final List<OrderedLine> lines = new ArrayList<>();

  private static LocalDate day(int day) {
    return FIRST.plusDays(day);
  }

  /**
   * Orders 60 every 60 days, which come after ten: late by {@code late} days from a day on; below 0
   * nothing is ordered any more that would come then.
   */
  private void live(int from, int late) {
    double there = 60;
    for (int d = 0; d < DAYS; d++) {
      stock[d] = there;
      int came = (d - 10) % 60 == 45 ? d : -1;
      int delayed = (d - 10 - late) % 60 == 45 && d >= from ? d : -1;
      boolean arrives = d < from ? came == d : late >= 0 && delayed == d;
      if (arrives) {
        there += 60;
      }
      sold[d] = there >= 1 ? 1 : 0;
      there -= sold[d];
    }
    for (int ordered = 45; ordered < DAYS; ordered += 60) {
      if (late < 0 && ordered + 10 >= from) {
        continue;
      }
      int arrives = ordered + 10 >= from ? ordered + 10 + late : ordered + 10;
      lines.add(
          new OrderedLine(
              "V1",
              "tea",
              day(ordered),
              Optional.of(day(ordered + 10)),
              new BigDecimal("60"),
              arrives < DAYS
                  ? List.of(new OrderedLine.Receipt(day(arrives), new BigDecimal("60")))
                  : List.of(),
              arrives >= DAYS,
              OpenDays.ALL));
    }
  }

  private PlaceHistory place() {
    return new PlaceHistory(
        "A/tea/S1",
        "V1",
        "tea",
        FIRST,
        DoubleVector.of(sold),
        DoubleVector.filled(DAYS, 0),
        DoubleVector.of(stock),
        lines,
        SupplyDays.ALL,
        new StatedLeadTime(Optional.of(10), Optional.empty(), 10),
        OptionalDouble.of(15));
  }

  private Map<RiskKind, List<ScoredCase>> replayed(int... mornings) {
    Replay replay =
        new Replay(lines, Arrays.stream(mornings).mapToObj(ReplayTest::day).toList(), 730, 91);
    replay.add(place());
    return replay.cases();
  }

  @Test
  void stock_that_lasts_until_the_order_comes_is_no_stock_out() {
    live(DAYS, 0);
    List<ScoredCase> cases = replayed(420, 450, 480).get(RiskKind.STOCK_OUT);
    assertThat(cases).hasSize(3).noneMatch(ScoredCase::came);
    assertThat(cases).allSatisfy(c -> assertThat(c.score()).isLessThan(0.2));
  }

  @Test
  void what_nobody_ordered_in_time_is_foretold_by_what_was_known_and_no_more() {
    live(460, -1);
    int out = 0;
    while (out < DAYS && stock[out] > 0) {
      out++;
    }
    assertThat(out).as("it runs out").isBetween(460, 560);
    ScoredCase before = replayed(out - 4).get(RiskKind.STOCK_OUT).get(0);
    assertThat(before.event()).contains(day(out));
    assertThat(before.score()).isGreaterThan(0.5);
    ScoredCase early = replayed(out - 30).get(RiskKind.STOCK_OUT).get(0);
    assertThat(early.came()).as("within ten days of then").isFalse();
    assertThat(early.score()).isLessThan(before.score());

    double[] known = sold.clone();
    Arrays.fill(sold, out - 4, DAYS, 9);
    assertThat(replayed(out - 4).get(RiskKind.STOCK_OUT).get(0).score())
        .as("nothing later is looked at")
        .isEqualTo(before.score());
    System.arraycopy(known, 0, sold, 0, DAYS);
    assertThat(replayed(out + 1).get(RiskKind.STOCK_OUT)).as("it is out already").isNull();
  }

  @Test
  void a_late_line_is_told_until_its_day_and_came_when_its_last_receipt_did() {
    live(460, 40);
    ScoredCase late = replayed(467).get(RiskKind.SUPPLIER_LATE).get(0);
    assertThat(late.event()).contains(day(475));
    assertThat(replayed(410).get(RiskKind.SUPPLIER_LATE).get(0).came()).isFalse();
    assertThat(replayed(480).get(RiskKind.SUPPLIER_LATE)).as("overdue already").isNull();
  }

  @Test
  void of_what_is_not_over_there_is_no_case() {
    live(DAYS, 0);
    assertThat(replayed(DAYS - 3).get(RiskKind.STOCK_OUT)).isNull();
    assertThat(replayed(DAYS - 50).get(RiskKind.OVERSTOCK)).isNull();
    assertThat(replayed(60).get(RiskKind.STOCK_OUT)).as("too little is known").isNotNull();
  }
}
