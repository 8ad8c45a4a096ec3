package org.demandwright.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.LaunchRamp;
import org.demandwright.core.demand.LifecycleLink;
import org.demandwright.core.demand.LifecycleLink.Kind;
import org.demandwright.core.demand.Period;
import org.demandwright.core.pipeline.LinkedForecasts.Joined;
import org.junit.jupiter.api.Test;

/** Four weeks from Monday 2 March 2026. */
class LinkedForecastsTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final Period ORIGIN = Period.of(Bucket.WEEK, MONDAY);

  private static Joined joined(
      Kind kind, long from, long to, LocalDate first, LocalDate last, String factor, boolean sold) {
    return new Joined(
        from * 10 + to,
        new LifecycleLink(
            "A",
            kind,
            "i" + from,
            "i" + to,
            Optional.empty(),
            first,
            Optional.ofNullable(last),
            new BigDecimal(factor),
            Optional.empty()),
        from,
        to,
        LaunchRamp.linear(first, 2),
        sold);
  }

  private static LinkedForecasts linked(Map<Long, DoubleVector> means, Joined... links) {
    return LinkedForecasts.of(List.of(links), means, ORIGIN);
  }

  private static DoubleVector units(double... units) {
    return DoubleVector.of(units);
  }

  private static double[] mean(LinkedForecasts linked, long series) {
    return linked.mean(series).orElseThrow().toArray();
  }

  @Test
  void what_is_phased_out_goes_over_and_the_sum_stays() {
    LinkedForecasts all =
        linked(
            Map.of(1L, units(14, 14, 14, 14), 2L, units(5, 5, 5, 5)),
            joined(Kind.PHASE_OUT, 1, 2, MONDAY.plusDays(7), MONDAY.plusDays(20), "1", true));
    assertThat(mean(all, 1)).containsExactly(new double[] {14, 10, 3, 0}, within(1e-12));
    assertThat(mean(all, 2)).containsExactly(new double[] {5, 9, 16, 19}, within(1e-12));
    for (int step = 0; step < 4; step++) {
      assertThat(mean(all, 1)[step] + mean(all, 2)[step]).isCloseTo(19, within(1e-12));
    }
    assertThat(all.of(1).get(0).amounts().get(3)).isEqualTo(-14);
    assertThat(all.of(2).get(0).amounts().get(3)).isEqualTo(14);
  }

  @Test
  void it_goes_over_in_units_of_the_successor_and_on_to_the_next() {
    LinkedForecasts all =
        linked(
            Map.of(1L, units(12, 12), 2L, units(1, 1), 3L, units(7, 7)),
            joined(Kind.PHASE_OUT, 2, 3, MONDAY.plusDays(7), null, "1", true),
            joined(Kind.PHASE_OUT, 1, 2, MONDAY, null, "0.5", true));
    assertThat(mean(all, 1)).containsExactly(0, 0);
    assertThat(mean(all, 2)).containsExactly(7, 0);
    assertThat(mean(all, 3)).containsExactly(7, 14);
  }

  @Test
  void nothing_goes_over_to_an_item_without_a_forecast() {
    LinkedForecasts all =
        linked(
            Map.of(1L, units(12, 12)),
            joined(Kind.PHASE_OUT, 1, 2, MONDAY, null, "1", false),
            joined(Kind.SUPERSESSION, 1, 3, MONDAY, null, "1", false));
    assertThat(mean(all, 1)).containsExactly(12, 12);
    assertThat(all.of(1)).isEmpty();
    assertThat(all.mean(2)).isEmpty();
  }

  @Test
  void who_is_superseded_ends_and_the_successor_begins() {
    Joined later = joined(Kind.SUPERSESSION, 1, 2, MONDAY.plusDays(7), null, "2", false);
    LinkedForecasts all = linked(Map.of(1L, units(5, 5, 5), 2L, units(10, 10, 10)), later);
    assertThat(mean(all, 1)).containsExactly(5, 0, 0);
    assertThat(mean(all, 2)).containsExactly(0, 10, 10);
    LinkedForecasts before =
        linked(
            Map.of(1L, units(1, 1), 2L, units(10, 10)),
            joined(Kind.SUPERSESSION, 1, 2, MONDAY.minusDays(70), null, "1", true));
    assertThat(mean(before, 1)).containsExactly(0, 0);
    assertThat(mean(before, 2)).containsExactly(10, 10);
    assertThat(before.of(2)).isEmpty();
  }

  /** Its forecast is made of both histories: 4 a week for what the other one sells. */
  @Test
  void a_successor_that_sells_beside_has_before_the_day_what_is_its_own() {
    LinkedForecasts all =
        linked(
            Map.of(1L, units(2, 2), 2L, units(10, 10)),
            joined(Kind.SUPERSESSION, 1, 2, MONDAY.plusDays(7), null, "2", true));
    assertThat(mean(all, 1)).containsExactly(2, 0);
    assertThat(mean(all, 2)).containsExactly(6, 10);
  }

  @Test
  void a_new_item_begins_with_its_launch_and_comes_to_its_level() {
    LinkedForecasts all =
        linked(
            Map.of(1L, units(9, 9, 9, 9), 2L, units(9, 9, 9, 9)),
            joined(Kind.PHASE_IN, 1, 2, MONDAY.plusDays(7), null, "1", false));
    assertThat(mean(all, 1)).containsExactly(9, 9, 9, 9);
    assertThat(mean(all, 2)).containsExactly(new double[] {0, 3, 6, 9}, within(1e-12));
  }

  /** Two of the four weeks in which it goes over are past: what is forecast is the other half. */
  @Test
  void of_a_phase_out_that_is_under_way_the_rest_goes_over() {
    LinkedForecasts half =
        linked(
            Map.of(1L, units(10, 10, 10), 2L, units(30, 30, 30)),
            joined(Kind.PHASE_OUT, 1, 2, MONDAY.minusDays(14), MONDAY.plusDays(13), "1", true));
    assertThat(mean(half, 1)).containsExactly(new double[] {7.142857, 2.142857, 0}, within(1e-6));
    assertThat(mean(half, 2))
        .containsExactly(new double[] {32.857143, 37.857143, 40}, within(1e-6));
    LinkedForecasts over =
        linked(
            Map.of(1L, units(1, 1), 2L, units(30, 30)),
            joined(Kind.PHASE_OUT, 1, 2, MONDAY.minusDays(14), MONDAY.minusDays(1), "2", true));
    assertThat(mean(over, 1)).as("what is forecast of it yet").containsExactly(0, 0);
    assertThat(mean(over, 2)).containsExactly(32, 32);
  }

  /** The successor of both has the second item's history, and nothing of the first one's. */
  @Test
  void what_was_phased_out_to_an_item_goes_on_to_whoever_takes_its_place() {
    Joined out = joined(Kind.PHASE_OUT, 1, 2, MONDAY, null, "1", true);
    for (boolean sold : List.of(true, false)) {
      Joined place = joined(Kind.SUPERSESSION, 2, 3, MONDAY.plusDays(7), null, "2", sold);
      Map<Long, DoubleVector> alone =
          Map.of(1L, units(6, 6), 2L, units(4, 4), 3L, units(sold ? 11 : 8, sold ? 11 : 8));
      LinkedForecasts all = linked(alone, out, place);
      assertThat(mean(all, 1)).containsExactly(0, 0);
      assertThat(mean(all, 2)).containsExactly(10, 0);
      assertThat(mean(all, 3)).containsExactly(sold ? 3 : 0, sold ? 23 : 20);
      same(all, linked(alone, place, out), 1, 2, 3);
    }
  }

  @Test
  void what_is_brought_to_an_item_does_not_wait_for_its_launch() {
    Joined out = joined(Kind.PHASE_OUT, 9, 2, MONDAY, null, "1", true);
    Joined ramp = joined(Kind.PHASE_IN, 1, 2, MONDAY.plusDays(7), null, "1", false);
    Map<Long, DoubleVector> alone =
        Map.of(1L, units(9, 9, 9), 2L, units(9, 9, 9), 9L, units(5, 5, 5));
    LinkedForecasts all = linked(alone, out, ramp);
    assertThat(mean(all, 2)).containsExactly(new double[] {5, 8, 11}, within(1e-12));
    same(all, linked(alone, ramp, out), 1, 2, 9);
    Joined place = joined(Kind.SUPERSESSION, 1, 2, MONDAY.plusDays(7), null, "1", false);
    LinkedForecasts placed = linked(alone, out, place);
    assertThat(mean(placed, 2)).containsExactly(5, 14, 14);
    assertThat(mean(placed, 1)).containsExactly(9, 0, 0);
    same(placed, linked(alone, place, out), 1, 2, 9);
  }

  /** Each sells 2 beside those before it; who has taken a place has all that was sold there. */
  @Test
  void a_chain_of_items_that_take_each_others_places_sells_what_they_sold() {
    Joined first = joined(Kind.SUPERSESSION, 1, 2, MONDAY.plusDays(7), null, "1", true);
    Joined second = joined(Kind.SUPERSESSION, 2, 3, MONDAY.plusDays(14), null, "1", true);
    Map<Long, DoubleVector> alone =
        Map.of(1L, units(2, 2, 2), 2L, units(4, 4, 4), 3L, units(6, 6, 6));
    LinkedForecasts all = linked(alone, first, second);
    assertThat(mean(all, 1)).containsExactly(2, 0, 0);
    assertThat(mean(all, 2)).containsExactly(2, 4, 0);
    assertThat(mean(all, 3)).containsExactly(2, 2, 6);
    same(all, linked(alone, second, first), 1, 2, 3);
  }

  @Test
  void who_takes_two_places_one_after_the_other_has_a_part_in_between() {
    Joined one = joined(Kind.SUPERSESSION, 1, 3, MONDAY.plusDays(7), null, "1", false);
    Joined other = joined(Kind.SUPERSESSION, 2, 3, MONDAY.plusDays(14), null, "2", false);
    Map<Long, DoubleVector> alone =
        Map.of(1L, units(4, 4, 4), 2L, units(3, 3, 3), 3L, units(10, 10, 10));
    LinkedForecasts all = linked(alone, one, other);
    assertThat(mean(all, 3)).containsExactly(0, 4, 10);
    same(all, linked(alone, other, one), 1, 2, 3);
  }

  private static void same(LinkedForecasts one, LinkedForecasts other, long... series) {
    for (long id : series) {
      assertThat(mean(other, id)).containsExactly(mean(one, id), within(1e-12));
      assertThat(other.of(id)).hasSameSizeAs(one.of(id));
    }
  }

  @Test
  void without_links_a_forecast_is_the_very_same() {
    DoubleVector mean = units(0.1, 0.2);
    assertThat(linked(Map.of(1L, mean)).mean(1)).contains(mean);
  }
}
