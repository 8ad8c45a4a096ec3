package org.demandwright.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Price;
import org.junit.jupiter.api.Test;

class PriceBookTest {
  private static final ItemKey TEA = new ItemKey("A", "tea");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  private final PriceBook book = new PriceBook();

  private static Price price(String id, int from, Integer to, String amount) {
    return new Price(
        id,
        TEA,
        "S1",
        DAY.plusDays(from),
        to == null ? null : DAY.plusDays(to),
        new BigDecimal(amount),
        "EUR");
  }

  @Test
  void the_first_source_counts_and_the_second_fills_the_days_that_it_leaves() {
    book.add("erp", DaySpan.ALL, List.of(price("a", 10, 19, "5")));
    book.add("old", DaySpan.ALL, List.of(price("old:b", 0, null, "4")));
    assertThat(book.prices())
        .extracting(Price::priceId, Price::validFrom, Price::validTo)
        .containsExactlyInAnyOrder(
            tuple("a", DAY.plusDays(10), DAY.plusDays(19)),
            tuple("old:b", DAY, DAY.plusDays(9)),
            tuple("old:b#2", DAY.plusDays(20), null));
    assertThat(book.conflicts())
        .containsExactly(
            new MasterConflict(
                MasterKind.PRICE,
                "A",
                "tea",
                "S1",
                "price",
                DAY.plusDays(10),
                DAY.plusDays(19),
                "erp",
                "5 EUR",
                "old",
                "4 EUR"));
  }

  @Test
  void on_the_days_on_which_a_source_counts_its_prices_do() {
    DaySpan before = new DaySpan(SourceCode.ALWAYS, DAY.plusDays(9));
    DaySpan since = new DaySpan(DAY.plusDays(10), SourceCode.FOR_EVER);
    book.add("erp", since, List.of(price("a", 0, null, "5")));
    book.add("old", before, List.of(price("old:b", 3, null, "4")));
    assertThat(book.prices())
        .extracting(Price::priceId, Price::validFrom, Price::validTo)
        .containsExactlyInAnyOrder(
            tuple("a", DAY.plusDays(10), null),
            tuple("a#2", DAY, DAY.plusDays(2)),
            tuple("old:b", DAY.plusDays(3), DAY.plusDays(9)));
    assertThat(book.conflicts()).as("no day on which both count").isEmpty();
  }

  @Test
  void a_later_price_of_one_source_lies_over_its_earlier_one_where_another_cuts_into_both() {
    book.add("erp", DaySpan.ALL, List.of(price("a", 5, 14, "9")));
    book.add("old", DaySpan.ALL, List.of(price("b1", 0, null, "4"), price("b2", 10, 30, "6")));
    assertThat(book.prices())
        .extracting(Price::priceId, Price::validFrom, Price::validTo)
        .containsExactlyInAnyOrder(
            tuple("a", DAY.plusDays(5), DAY.plusDays(14)),
            tuple("b1", DAY, DAY.plusDays(4)),
            tuple("b2", DAY.plusDays(15), DAY.plusDays(30)),
            tuple("b1#2", DAY.plusDays(31), null));
    assertThat(book.conflicts()).as("one of a place and two sources").hasSize(1);
  }

  @Test
  void equal_prices_are_no_conflict() {
    book.add("erp", DaySpan.ALL, List.of(price("a", 0, null, "5")));
    book.add("old", DaySpan.ALL, List.of(price("b", 0, null, "5.00")));
    assertThat(book.prices()).extracting(Price::priceId).containsExactly("a");
    assertThat(book.conflicts()).isEmpty();
  }
}
