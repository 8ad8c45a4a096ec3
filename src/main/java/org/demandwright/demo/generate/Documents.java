package org.demandwright.demo.generate;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/** Writes sales orders, their lines and the stock ledger, and numbers them. */
public final class Documents implements AutoCloseable {
  /** The sites' offset; China knows no summer time. */
  static final ZoneOffset LOCAL = ZoneOffset.ofHours(8);

  private final Insert orders;
  private final Insert lines;
  private final Insert ledger;
  private long lastOrder;
  private long lastLine;
  private long lastMovement;

  /** Numbers go on after the given ones; 0 for an empty ERP. */
  public Documents(Connection connection, long lastOrder, long lastLine, long lastMovement)
      throws SQLException {
    orders = new Insert(connection, "sales_order", 9);
    lines = new Insert(connection, "sales_order_line", 13);
    ledger = new Insert(connection, "stock_ledger", 7);
    this.lastOrder = lastOrder;
    this.lastLine = lastLine;
    this.lastMovement = lastMovement;
  }

  /** What an order is at the end of the history. */
  enum Status {
    DRAFT,
    CONFIRMED,
    SHIPPED,
    CANCELLED
  }

  /** Writes an order and returns its number. */
  long order(DemoSite site, boolean isReturn, int customer, LocalDate day, Status status)
      throws SQLException {
    lastOrder++;
    orders.row(
        lastOrder,
        Catalogue.COMPANY,
        String.format(Locale.ROOT, "%s-%08d", isReturn ? "RMA" : "SO", lastOrder),
        isReturn ? "RETURN" : "STANDARD",
        site.id(),
        customerId(customer),
        day,
        Catalogue.CURRENCY,
        status.name());
    return lastOrder;
  }

  static String customerId(int customer) {
    return String.format(Locale.ROOT, "C%04d", customer + 1);
  }

  /**
   * One order line.
   *
   * @param itemId null on a free-text line
   * @param quantity base units, null only on a dirty line
   * @param changedAt at the site; it is stored as UTC
   */
  record Line(
      long order,
      int lineNo,
      String itemId,
      String description,
      BigDecimal quantity,
      BigDecimal delivered,
      String uom,
      double unitPrice,
      double listPrice,
      Long promotion,
      String status,
      LocalDateTime changedAt) {}

  /** Writes a line; microseconds of its number make the time of change all but unique. */
  void line(Line line) throws SQLException {
    lastLine++;
    lines.row(
        lastLine,
        line.order(),
        line.lineNo(),
        line.itemId(),
        line.description(),
        line.quantity(),
        line.delivered(),
        line.uom(),
        money(line.unitPrice()),
        money(line.listPrice()),
        line.promotion(),
        line.status(),
        utc(line.changedAt()).plusNanos(lastLine % 1_000_000 * 1_000));
  }

  void movement(
      DemoItem item, DemoSite site, LocalDate day, String kind, long steps, long balanceAfter)
      throws SQLException {
    lastMovement++;
    ledger.row(
        lastMovement,
        item.id(),
        site.id(),
        day,
        kind,
        units(item, steps),
        units(item, balanceAfter));
  }

  static LocalDateTime utc(LocalDateTime local) {
    return local.minusSeconds(LOCAL.getTotalSeconds());
  }

  /** Returns base units of so many of the item's smallest steps. */
  static BigDecimal units(DemoItem item, long steps) {
    return item.step() == 1 ? BigDecimal.valueOf(steps) : BigDecimal.valueOf(steps * 5, 1);
  }

  static BigDecimal money(double amount) {
    return BigDecimal.valueOf(Math.round(amount * 100), 2);
  }

  /** Sends what waits. */
  public void flush() throws SQLException {
    orders.flush();
    lines.flush();
    ledger.flush();
  }

  @Override
  public void close() throws SQLException {
    orders.close();
    lines.close();
    ledger.close();
  }
}
