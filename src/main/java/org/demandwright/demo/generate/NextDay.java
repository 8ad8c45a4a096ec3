package org.demandwright.demo.generate;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One more day of a loaded ERP, made from its tables alone: goods due come in, the lines of the
 * same weekday a week ago are ordered again as far as the stock allows, and of the lines of the
 * last week some are cancelled and some get another quantity, with a new time of change. What is
 * open of an order is expected: of one that is claimed or cancelled nothing is.
 */
public final class NextDay {
  private final Connection connection;
  private final LocalDate day;
  private final LocalDateTime morning;
  private final NextLots lots;
  private boolean keepsLots;

  /**
   * What changed.
   *
   * @param added new lines
   * @param cancelled lines of the last week that are demand no longer
   * @param changed lines of the last week whose quantity grew by one
   */
  public record Changes(int added, int cancelled, int changed) {}

  private record Sale(
      String item, String site, String uom, BigDecimal quantity, BigDecimal price) {}

  public NextDay(Connection connection, LocalDate day) {
    this.connection = connection;
    this.day = day;
    morning = Documents.utc(day.atTime(8, 0));
    lots = new NextLots(connection, day);
  }

  /** Lives the day. */
  public Changes live() throws SQLException {
    requireLater();
    keepsLots = lots.areKept();
    receive();
    int cancelled = touch("line_status = 'CANCELLED'", 97);
    int changed = touch("quantity = quantity + 1", 89);
    return new Changes(sell(), cancelled, changed);
  }

  private void requireLater() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet last = statement.executeQuery("select max(order_date) from sales_order")) {
      last.next();
      LocalDate date = last.getObject(1, LocalDate.class);
      if (date == null || !date.isBefore(day)) {
        throw new IllegalArgumentException(
            "the ERP has orders up to " + date + "; live on with a later day than that");
      }
    }
  }

  /** Changes every n-th open or shipped line of the last seven days. */
  private int touch(String change, int everyNth) throws SQLException {
    String sql =
        "update sales_order_line set "
            + change
            + ", changed_at = ? where mod(id, ?) = 0 and item_id is not null"
            + " and line_status in ('OPEN', 'SHIPPED') and order_id in (select id from sales_order"
            + " where order_date >= ? and order_date < ? and order_type = 'STANDARD'"
            + " and status in ('CONFIRMED', 'SHIPPED'))";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setObject(1, morning.plusNanos(everyNth * 1_000L));
      update.setInt(2, everyNth);
      update.setObject(3, day.minusDays(7));
      update.setObject(4, day);
      return update.executeUpdate();
    }
  }

  private void receive() throws SQLException {
    record Due(long line, String item, String site, BigDecimal quantity) {}
    List<Due> due = new ArrayList<>();
    String open =
        "select l.id, l.item_id, p.site_id, l.quantity - l.quantity_received"
            + " from purchase_order_line l join purchase_order p on p.id = l.purchase_order_id"
            + " where p.status = 'OPEN' and l.quantity > l.quantity_received and l.due_date <= ?"
            + " order by l.id";
    try (PreparedStatement query = connection.prepareStatement(open)) {
      query.setObject(1, day);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          due.add(
              new Due(
                  rows.getLong(1), rows.getString(2), rows.getString(3), rows.getBigDecimal(4)));
        }
      }
    }
    long receipt = last("goods_receipt");
    for (Due goods : due) {
      update(
          "update purchase_order_line set quantity_received = quantity where id = ?", goods.line());
      receipt++;
      update(
          "insert into goods_receipt values (?, ?, ?, ?)",
          receipt,
          goods.line(),
          day,
          goods.quantity());
      move(goods.item(), goods.site(), "RECEIPT", goods.quantity());
      if (keepsLots) {
        update("update purchase_order_line set changed_at = ? where id = ?", morning, goods.line());
        lots.receive(goods.line(), goods.item(), goods.site(), goods.quantity());
      }
    }
  }

  private int sell() throws SQLException {
    long order = last("sales_order");
    long line = last("sales_order_line");
    int added = 0;
    for (Sale sale : lastWeek()) {
      if (onHand(sale.item(), sale.site()).compareTo(sale.quantity()) < 0) {
        continue;
      }
      order++;
      line++;
      added++;
      update(
          "insert into sales_order values (?, ?, ?, 'STANDARD', ?, 'C0001', ?, ?, 'SHIPPED')",
          order,
          Catalogue.COMPANY,
          String.format(Locale.ROOT, "SO-%08d", order),
          sale.site(),
          day,
          Catalogue.CURRENCY);
      update(
          "insert into sales_order_line values (?, ?, 1, ?, null, ?, ?, ?, ?, ?, null, 'SHIPPED',"
              + " ?)",
          line,
          order,
          sale.item(),
          sale.quantity(),
          sale.quantity(),
          sale.uom(),
          sale.price(),
          sale.price(),
          morning.plusSeconds(1).plusNanos(line % 1_000_000 * 1_000));
      move(sale.item(), sale.site(), "ISSUE", sale.quantity().negate());
      if (keepsLots) {
        lots.issue(sale.item(), sale.site(), sale.quantity());
      }
    }
    return added;
  }

  private List<Sale> lastWeek() throws SQLException {
    String sql =
        "select l.item_id, o.site_id, l.uom_id, l.quantity, l.list_price from sales_order_line l"
            + " join sales_order o on o.id = l.order_id join item i on i.item_id = l.item_id"
            + " where o.order_date = ? and o.order_type = 'STANDARD' and i.active"
            + " and l.quantity < 1000000 order by l.id";
    List<Sale> sales = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setObject(1, day.minusDays(7));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          sales.add(
              new Sale(
                  rows.getString(1),
                  rows.getString(2),
                  rows.getString(3),
                  rows.getBigDecimal(4),
                  rows.getBigDecimal(5)));
        }
      }
    }
    return sales;
  }

  private BigDecimal onHand(String item, String site) throws SQLException {
    String sql = "select on_hand - reserved from stock_balance where item_id = ? and site_id = ?";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, item);
      query.setString(2, site);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getBigDecimal(1) : BigDecimal.ZERO;
      }
    }
  }

  private void move(String item, String site, String kind, BigDecimal quantity)
      throws SQLException {
    update(
        "update stock_balance set on_hand = on_hand + ? where item_id = ? and site_id = ?",
        quantity,
        item,
        site);
    update(
        "insert into stock_ledger select ?, item_id, site_id, ?, ?, ?, on_hand from stock_balance"
            + " where item_id = ? and site_id = ?",
        last("stock_ledger") + 1,
        day,
        kind,
        quantity,
        item,
        site);
  }

  private long last(String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select coalesce(max(id), 0) from " + table)) {
      row.next();
      return row.getLong(1);
    }
  }

  private void update(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
