package org.demandwright.store.supply;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.demandwright.core.supply.SupplyColumn;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;

/** Rows of any table of stock and supply. */
public final class AnySupply {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final BigDecimal AMOUNT = new BigDecimal("12.5");

  private AnySupply() {}

  /**
   * Returns a row that says the text wherever it can.
   *
   * @param whole whether it says something in every column, or only where it must
   */
  public static SupplyRow row(SupplyTable table, String text, boolean whole) {
    List<Object> values = new ArrayList<>();
    table
        .columns()
        .forEach(c -> values.add(whole || c.need() != SupplyColumn.Need.FREE ? of(c, text) : null));
    return new SupplyRow(table, values);
  }

  private static Object of(SupplyColumn column, String text) {
    return switch (column.type()) {
      case TEXT ->
          switch (column.meaning()) {
            case CURRENCY -> "EUR";
            case WEEKDAYS -> "135";
            default -> text;
          };
      case AMOUNT -> AMOUNT;
      case WHOLE -> 7;
      case DAY -> DAY;
      case FLAG -> true;
    };
  }
}
