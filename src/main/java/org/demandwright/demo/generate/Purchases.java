package org.demandwright.demo.generate;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Purchase orders and their receipts; kept until the end, when it is known what came. */
final class Purchases {
  private final List<Order> orders = new ArrayList<>();
  private final List<Receipt> receipts = new ArrayList<>();
  private long lastLine;

  private record Order(
      long id, DemoItem.Vendor vendor, DemoSite site, LocalDate day, List<Line> lines) {}

  private record Receipt(Line line, LocalDate day, long steps) {}

  /** One line; what it received grows. */
  static final class Line {
    private final long id;
    private final DemoItem item;
    private final long steps;
    private final LocalDate due;
    private long received;

    private Line(long id, DemoItem item, long steps, LocalDate due) {
      this.id = id;
      this.item = item;
      this.steps = steps;
      this.due = due;
    }
  }

  /** A wish to buy. */
  record Need(Stock stock, long steps) {}

  /** Orders one day's needs, one order a vendor and site; returns the lines in the needs' order. */
  List<Line> order(List<Need> needs, LocalDate day) {
    Map<String, Order> today = new TreeMap<>();
    List<Line> lines = new ArrayList<>();
    for (Need need : needs) {
      DemoItem item = need.stock().item;
      DemoSite site = need.stock().site;
      Order order =
          today.computeIfAbsent(
              item.vendor().id() + site.id(), key -> open(item.vendor(), site, day));
      lastLine++;
      Line line = new Line(lastLine, item, need.steps(), day.plusDays(item.leadTimeDays()));
      order.lines().add(line);
      lines.add(line);
    }
    return lines;
  }

  private Order open(DemoItem.Vendor vendor, DemoSite site, LocalDate day) {
    Order order = new Order(orders.size() + 1L, vendor, site, day, new ArrayList<>());
    orders.add(order);
    return order;
  }

  void receive(Line line, LocalDate day, long steps) {
    line.received += steps;
    receipts.add(new Receipt(line, day, steps));
  }

  void write(Connection connection) throws SQLException {
    try (Insert header = new Insert(connection, "purchase_order", 7)) {
      for (Order order : orders) {
        boolean open = order.lines().stream().anyMatch(l -> l.received < l.steps);
        header.row(
            order.id(),
            Catalogue.COMPANY,
            String.format(Locale.ROOT, "PO-%07d", order.id()),
            order.vendor().id(),
            order.site().id(),
            order.day(),
            open ? "OPEN" : "RECEIVED");
      }
    }
    try (Insert rows = new Insert(connection, "purchase_order_line", 7)) {
      for (Order order : orders) {
        for (Line line : order.lines()) {
          rows.row(
              line.id,
              order.id(),
              line.item.id(),
              Documents.units(line.item, line.steps),
              Documents.units(line.item, line.received),
              Documents.money(line.item.purchasePrice()),
              line.due);
        }
      }
    }
    writeReceipts(connection);
  }

  private void writeReceipts(Connection connection) throws SQLException {
    try (Insert rows = new Insert(connection, "goods_receipt", 4)) {
      long id = 0;
      for (Receipt receipt : receipts) {
        id++;
        rows.row(
            id,
            receipt.line().id,
            receipt.day(),
            Documents.units(receipt.line().item, receipt.steps()));
      }
    }
  }
}
