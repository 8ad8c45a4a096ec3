package org.demandwright.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.decide.Reservations.Ordered;
import org.junit.jupiter.api.Test;

class ReservationsTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private static Ordered order(String id, int days, int quantity, Integer reserved) {
    return new Ordered(
        id,
        MONDAY.plusDays(days),
        BigDecimal.valueOf(quantity),
        Optional.ofNullable(reserved).map(BigDecimal::valueOf));
  }

  private static List<Integer> reserved(Integer inAll, Ordered... orders) {
    return Reservations.of(List.of(orders), Optional.ofNullable(inAll).map(BigDecimal::valueOf))
        .stream()
        .map(o -> o.reserved().intValueExact())
        .toList();
  }

  @Test
  void what_is_reserved_in_all_is_for_what_is_due_first() {
    Ordered late = order("9", -3, 4, null);
    Ordered soon = order("2", 1, 5, null);
    Ordered same = order("3", 1, 5, null);
    Ordered last = order("1", 7, 6, null);
    assertThat(reserved(10, last, same, late, soon)).containsExactly(4, 5, 1, 0);
    assertThat(reserved(0, last, same, late, soon)).containsExactly(0, 0, 0, 0);
    assertThat(reserved(99, last, same, late, soon)).containsExactly(4, 5, 5, 6);
    assertThat(
            Reservations.of(List.of(last, late), Optional.empty()).stream()
                .map(StockPosition.OpenOrder::due))
        .containsExactly(late.due(), last.due());
  }

  @Test
  void what_orders_tell_counts_and_the_rest_is_for_the_others() {
    Ordered tells = order("1", 9, 6, 2);
    assertThat(reserved(10, tells, order("2", 0, 5, null), order("3", 1, 4, null)))
        .containsExactly(5, 3, 2);
  }

  @Test
  void no_order_has_more_than_it_wants_and_all_no_more_than_there_is() {
    assertThat(reserved(10, order("1", 0, 3, 5))).containsExactly(3);
    assertThat(reserved(4, order("1", 0, 3, 3), order("2", 1, 3, 3))).containsExactly(3, 1);
  }

  @Test
  void where_nothing_is_told_of_the_whole_orders_are_believed() {
    assertThat(reserved(null, order("1", 0, 3, 2), order("2", 1, 3, null))).containsExactly(2, 0);
  }
}
