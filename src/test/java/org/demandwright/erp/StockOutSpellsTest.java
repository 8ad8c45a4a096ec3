package org.demandwright.erp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class StockOutSpellsTest {
  private static final LocalDate MAY_1 = LocalDate.of(2025, 5, 1);

  private final StockOutSpells spells = new StockOutSpells();

  @Test
  void aSpellLastsFromTheDayAfterTheLastPieceToTheDayOfTheReceipt() {
    move("A", 1, 0);
    move("A", 5, 40);
    assertThat(spells.closed())
        .containsExactly(new StockOutSpells.Spell("A", "S", MAY_1.plusDays(2), MAY_1.plusDays(5)));
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

  private void move(String item, int day, int balance) {
    spells.add(
        new ErpStockMovement(1, item, "S", MAY_1.plusDays(day), BigDecimal.valueOf(balance)));
  }
}
