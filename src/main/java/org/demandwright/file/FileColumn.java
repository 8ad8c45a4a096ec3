package org.demandwright.file;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a column of a file can mean; the meanings stand in {@code sql/erp/CONTRACT.md}. */
public enum FileColumn {
  ORG("org_id", Type.TEXT, Use.ORDER),
  DOCUMENT("document_no", Type.TEXT, Use.ORDER),
  LINE_NO("line_no", Type.TEXT, Use.ORDER),
  KIND("line_kind", Type.TEXT, Use.ORDER),
  ORDER_DATE("order_date", Type.DAY, Use.ORDER),
  DEMAND_DATE("demand_date", Type.DAY, Use.ORDER),
  ITEM("item_id", Type.TEXT, Use.BOTH),
  ITEM_NAME("item_name", Type.TEXT, Use.ORDER),
  CATEGORY("category", Type.TEXT, Use.ORDER),
  SITE("site_id", Type.TEXT, Use.BOTH),
  CUSTOMER("customer_id", Type.TEXT, Use.ORDER),
  CHANNEL("channel_id", Type.TEXT, Use.ORDER),
  QUANTITY("quantity", Type.NUMBER, Use.ORDER),
  UOM("uom_id", Type.TEXT, Use.ORDER),
  UNIT_PRICE("unit_price_net", Type.NUMBER, Use.ORDER),
  NET_AMOUNT("net_amount", Type.NUMBER, Use.ORDER),
  CURRENCY("currency", Type.TEXT, Use.ORDER),
  ON_PROMOTION("on_promotion", Type.FLAG, Use.ORDER),
  EXCLUDED_BECAUSE("excluded_because", Type.TEXT, Use.ORDER),
  STATUS("erp_status", Type.TEXT, Use.ORDER),
  CHANGED_AT("changed_at", Type.DAY, Use.ORDER),
  SIGNAL("signal", Type.TEXT, Use.SIGNAL),
  SIGNAL_DAY("day", Type.DAY, Use.SIGNAL),
  /** May stand several times: without a column {@link #SIGNAL} each heading names its signal. */
  SIGNAL_VALUE("value", Type.NUMBER, Use.SIGNAL),
  KNOWN_FROM("known_from", Type.DAY, Use.SIGNAL),
  /** Known, and of no use to forecasting. */
  IGNORED("-", Type.TEXT, Use.BOTH);

  /** How the cells of a column are read. */
  public enum Type {
    TEXT,
    NUMBER,
    DAY,
    FLAG
  }

  private enum Use {
    ORDER,
    SIGNAL,
    BOTH
  }

  private final String heading;
  private final Type type;
  private final Use use;

  FileColumn(String heading, Type type, Use use) {
    this.heading = heading;
    this.type = type;
    this.use = use;
  }

  /** Returns the name of the column in our own format, {@code -} for a column that is ignored. */
  public String heading() {
    return heading;
  }

  public Type type() {
    return type;
  }

  /** Returns the columns that a file of this kind may have. */
  public static Set<FileColumn> of(FileKind kind) {
    EnumSet<FileColumn> columns = EnumSet.noneOf(FileColumn.class);
    Arrays.stream(values()).filter(column -> column.fits(kind)).forEach(columns::add);
    return columns;
  }

  /** Returns the columns without which a file of this kind says nothing. */
  public static Set<FileColumn> needed(FileKind kind) {
    return kind == FileKind.ORDER_LINES
        ? EnumSet.of(DOCUMENT, ORDER_DATE, ITEM, QUANTITY)
        : EnumSet.of(SIGNAL_DAY, SIGNAL_VALUE);
  }

  private boolean fits(FileKind kind) {
    return switch (use) {
      case BOTH -> true;
      case ORDER -> kind == FileKind.ORDER_LINES;
      case SIGNAL -> kind == FileKind.SIGNALS;
    };
  }

  /** Returns the column with this name of our own format, in any case. */
  public static Optional<FileColumn> named(String heading) {
    String wanted = heading.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(c -> c.heading.equals(wanted)).findFirst();
  }
}
