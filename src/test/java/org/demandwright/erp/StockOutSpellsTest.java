package org.demandwright.erp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StockOutSpellsTest {
  private static final LocalDate MAY_1 = LocalDate.of(2025, 5, 1);

  private final StockOutSpells spells = new StockOutSpells(List.of());

  @Test
  void aSpellLastsFromTheDayAfterTheLastPieceToTheDayOfTheReceipt() {
    move("A", 1, 0);
    move("A", 5, 40);
    assertThat(spells.closed())
        .containsExactly(
            new StockOutSpells.Spell("C", "A", "S", MAY_1.plusDays(2), MAY_1.plusDays(5)));
  }

  @Test
  void aReceiptOnTheSameOrTheNextDayMakesNoSpell() {
    move("A", 1, 0);
    move("A", 1, 10);
    move("A", 3, 0);
    move("A", 4, 10);
    assertThat(spells.closed()).isEmpty();
  }

  @Test
  void placesAreApartAndAnEmptyOneStaysEmpty() {
    move("A", 1, 0);
    move("B", 1, 5);
    move("A", 2, -1);
    assertThat(spells.closed())
        .extracting(StockOutSpells.Spell::itemId, StockOutSpells.Spell::from)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("A", MAY_1.plusDays(2)));
  }

  @Test
  void aLaterRunGoesOnWithTheSpellsThatWereOpen() {
    move("A", 1, 0);
    StockOutSpells later = new StockOutSpells(spells.closed());
    later.add(movement("A", 2, 0));
    later.add(movement("A", 6, 9));
    assertThat(later.closed())
        .containsExactly(
            new StockOutSpells.Spell("C", "A", "S", MAY_1.plusDays(2), MAY_1.plusDays(6)));
  }

  private void move(String item, int day, int balance) {
    spells.add(movement(item, day, balance));
  }

  private static ErpStockMovement movement(String item, int day, int balance) {
    return new ErpStockMovement(
        1, "C", item, "S", MAY_1.plusDays(day), BigDecimal.valueOf(balance));
  }
}
