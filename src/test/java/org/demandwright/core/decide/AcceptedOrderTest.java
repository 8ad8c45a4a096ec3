package org.demandwright.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.decide.AcceptedOrder.Found;
import org.demandwright.core.decide.AcceptedOrder.Line;
import org.junit.jupiter.api.Test;

/** Accepted on a Monday, expected on the tenth day after it. */
class AcceptedOrderTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate EXPECTED = DAY.plusDays(10);

  private static final Optional<String> V1 = Optional.of("V1");

  private static BigDecimal units(int units) {
    return BigDecimal.valueOf(units);
  }

  private static AcceptedOrder accepted(long number, int quantity) {
    return new AcceptedOrder(
        number, "S1", V1, DAY, units(quantity), EXPECTED, Optional.empty(), Set.of(), List.of());
  }

  private static Line line(String id, int onDay, int quantity) {
    return new Line(
        id,
        Optional.of("S1"),
        V1,
        Optional.of("D-" + id),
        Optional.of(DAY.plusDays(onDay)),
        units(quantity));
  }

  private static AcceptedOrder one(AcceptedOrder accepted, Line... lines) {
    return AcceptedOrder.match(List.of(accepted), List.of(lines), Map.of()).get(0);
  }

  @Test
  void the_order_of_that_day_or_later_is_it() {
    AcceptedOrder found = one(accepted(1, 24), line("old", -1, 24), line("new", 0, 24));
    assertThat(found.found()).containsExactly(new Found("new", Optional.of("D-new"), units(24)));
    assertThat(found.outcome(DAY.plusDays(1))).contains(SuggestionAnswer.ORDERED);
    assertThat(found.onItsWay(DAY.plusDays(1))).isZero();
  }

  @Test
  void what_is_not_ordered_yet_goes_on_counting() {
    AcceptedOrder part = one(accepted(1, 24), line("a", 1, 10));
    assertThat(part.outcome(EXPECTED)).isEmpty();
    assertThat(part.onItsWay(EXPECTED)).isEqualByComparingTo("14");
    AcceptedOrder rest = one(part, line("a", 1, 10), line("b", 3, 20));
    assertThat(rest.found()).extracting(Found::quantity).containsExactly(units(10), units(14));
    assertThat(rest.missing()).isZero();
  }

  @Test
  void nothing_by_the_day_of_its_arrival_lapses_and_a_part_is_what_was_ordered() {
    assertThat(accepted(1, 24).outcome(EXPECTED)).isEmpty();
    assertThat(accepted(1, 24).outcome(EXPECTED.plusDays(1))).contains(SuggestionAnswer.LAPSED);
    assertThat(accepted(1, 24).onItsWay(EXPECTED.plusDays(1))).isZero();
    AcceptedOrder part = one(accepted(1, 24), line("a", 1, 10));
    assertThat(part.outcome(EXPECTED.plusDays(1))).contains(SuggestionAnswer.ORDERED);
    assertThat(part.onItsWay(EXPECTED.plusDays(1))).as("the rest is not coming").isZero();
  }

  @Test
  void each_unit_of_a_line_is_used_once_by_the_oldest_acceptance_first() {
    AcceptedOrder younger =
        new AcceptedOrder(
            1,
            "S1",
            V1,
            DAY.plusDays(1),
            units(8),
            EXPECTED,
            Optional.empty(),
            Set.of(),
            List.of());
    List<AcceptedOrder> matched =
        AcceptedOrder.match(List.of(younger, accepted(2, 24)), List.of(line("a", 2, 30)), Map.of());
    assertThat(matched).extracting(AcceptedOrder::number).containsExactly(2L, 1L);
    assertThat(matched).extracting(a -> a.missing().intValue()).containsExactly(0, 2);
    assertThat(
            AcceptedOrder.match(
                List.of(accepted(3, 24)), List.of(line("a", 2, 30)), Map.of("a", units(28))))
        .as("an earlier suggestion has most of it")
        .extracting(a -> a.missing().intValue())
        .containsExactly(22);
  }

  @Test
  void found_again_it_is_not_counted_twice() {
    AcceptedOrder once = one(accepted(1, 24), line("a", 1, 10));
    assertThat(one(once, line("a", 1, 10)).ordered()).isEqualByComparingTo("10");
    assertThat(one(once, line("a", 1, 4)).ordered())
        .as("of which the rest arrived, and open ones alone are told")
        .isEqualByComparingTo("10");
    assertThat(one(once, line("a", 1, 16)).found()).as("the order grew").hasSize(1);
    assertThat(one(once, line("a", 1, 16)).ordered()).isEqualByComparingTo("16");
    assertThat(one(once).ordered()).as("the ERP shows it no more").isEqualByComparingTo("10");
  }

  @Test
  void a_document_that_is_known_goes_before_days() {
    AcceptedOrder named =
        new AcceptedOrder(
            2,
            "S1",
            V1,
            DAY,
            units(5),
            EXPECTED,
            Optional.of("D-early"),
            Set.of("early"),
            List.of());
    List<AcceptedOrder> matched =
        AcceptedOrder.match(
            List.of(accepted(1, 5), named),
            List.of(line("early", -3, 5), line("late", 2, 5)),
            Map.of());
    assertThat(matched.get(0).found()).extracting(Found::line).containsExactly("late");
    assertThat(matched.get(1).found()).extracting(Found::line).containsExactly("early");
  }

  @Test
  void without_days_only_what_was_not_there_before_counts_and_only_for_its_site() {
    AcceptedOrder accepted =
        new AcceptedOrder(
            1, "S1", V1, DAY, units(24), EXPECTED, Optional.empty(), Set.of("there"), List.of());
    Line there =
        new Line("there", Optional.of("S1"), V1, Optional.empty(), Optional.empty(), units(24));
    Line other =
        new Line("other", Optional.of("S2"), V1, Optional.empty(), Optional.empty(), units(24));
    Line fresh =
        new Line(
            "fresh",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            units(9));
    Line strange =
        new Line(
            "strange",
            Optional.empty(),
            Optional.of("V2"),
            Optional.empty(),
            Optional.empty(),
            units(9));
    assertThat(one(accepted, there, other, strange, fresh).found())
        .extracting(Found::line)
        .containsExactly("fresh");
  }

  @Test
  void nothing_cannot_be_accepted() {
    assertThatThrownBy(() -> accepted(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
