package org.demandwright.core.supply;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A row of stock or supply. Texts are without blanks at their ends and null where nothing is left,
 * amounts have six decimals; a text that is a part of the key is empty instead of null.
 *
 * @param values in the order of the table's columns: {@link String}, {@link BigDecimal}, {@link
 *     Integer}, {@link LocalDate} or {@link Boolean}, null = unknown
 */
public record SupplyRow(SupplyTable table, List<Object> values) {
  private static final int DECIMALS = 6;
  private static final String BETWEEN = "\u001f";

  public SupplyRow {
    if (values.size() != table.columns().size()) {
      throw new IllegalArgumentException(
          table + " has " + table.columns().size() + " columns, not " + values.size());
    }
    List<Object> kept = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      kept.add(kept(table.columns().get(i), values.get(i)));
    }
    values = Collections.unmodifiableList(kept);
  }

  /** Returns a row of these values. */
  public static SupplyRow of(SupplyTable table, Object... values) {
    return new SupplyRow(table, Arrays.asList(values));
  }

  private static Object kept(SupplyColumn column, Object value) {
    if (column.type() == SupplyColumn.Type.TEXT) {
      String text = value == null ? "" : ((String) value).strip();
      return text.isEmpty() && !column.isKey() ? null : text;
    }
    return value instanceof BigDecimal amount
        ? amount.setScale(DECIMALS, RoundingMode.HALF_UP)
        : value;
  }

  /** Returns what no other row of the table has, for one source. */
  public String key() {
    return IntStream.range(0, values.size())
        .filter(i -> table.columns().get(i).isKey())
        .mapToObj(i -> told(values.get(i)))
        .collect(Collectors.joining(BETWEEN));
  }

  /** Returns the row with another value in a column. */
  public SupplyRow with(String column, Object value) {
    List<Object> changed = new ArrayList<>(values);
    changed.set(table.place(column), value);
    return new SupplyRow(table, changed);
  }

  /** Returns a value, null = unknown. */
  public Object value(String column) {
    return values.get(table.place(column));
  }

  /** Returns a text, null = unknown. */
  public String text(String column) {
    return (String) value(column);
  }

  /** Returns an amount, null = unknown. */
  public BigDecimal amount(String column) {
    return (BigDecimal) value(column);
  }

  /** Returns a day, null = unknown. */
  public LocalDate day(String column) {
    return (LocalDate) value(column);
  }

  /** Returns the row as people read it: what each column says, without those that say nothing. */
  public String told() {
    return IntStream.range(0, values.size())
        .filter(i -> values.get(i) != null && !values.get(i).equals(""))
        .mapToObj(i -> table.columns().get(i).name() + " = " + told(values.get(i)))
        .collect(Collectors.joining(", "));
  }

  private static String told(Object value) {
    return value instanceof BigDecimal amount
        ? amount.stripTrailingZeros().toPlainString()
        : Objects.toString(value, "");
  }
}
