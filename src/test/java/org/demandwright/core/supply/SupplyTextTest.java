package org.demandwright.core.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupplyTextTest {
  private static SupplyColumn column(SupplyTable table, String name) {
    return table.columns().get(table.place(name));
  }

  private static Object value(SupplyTable table, String name, String cell) {
    return SupplyText.value(column(table, name), cell);
  }

  @Test
  void values_are_read_by_the_type_of_their_column() {
    assertThat(value(SupplyTable.STOCK_LEVEL, "item_id", " tea ")).isEqualTo("tea");
    assertThat(value(SupplyTable.STOCK_LEVEL, "on_hand", "-0.5")).isEqualTo(new BigDecimal("-0.5"));
    assertThat(value(SupplyTable.STOCK_LEVEL, "on_hand", " ")).isNull();
    assertThat(value(SupplyTable.SUPPLIER_TERMS, "lead_time_days", "14")).isEqualTo(14);
    assertThat(value(SupplyTable.SUPPLIER_TERMS, "valid_from", "2024-02-29"))
        .isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(value(SupplyTable.SUPPLIER_TERMS, "preferred", "No")).isEqualTo(false);
  }

  @ParameterizedTest
  @CsvSource({
    "on_hand, '12,5'",
    "on_hand, '1,234.5'",
    "on_hand, 1e9",
    "on_hand, 99999999999999999999999999999999999999999",
    "on_hand, -",
    "on_hand, NaN",
  })
  void what_is_no_number_is_refused(String name, String cell) {
    assertThatThrownBy(() -> value(SupplyTable.STOCK_LEVEL, name, cell))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no number; write it as 1234.5");
  }

  @ParameterizedTest
  @CsvSource({
    "valid_from, 31.01.2026, no day",
    "valid_from, 2026-02-30, no day",
    "lead_time_days, 1.5, no whole number",
    "preferred, maybe, no yes or no",
  })
  void what_is_of_another_type_is_refused(String name, String cell, String because) {
    assertThatThrownBy(() -> value(SupplyTable.SUPPLIER_TERMS, name, cell))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(because);
  }
}
