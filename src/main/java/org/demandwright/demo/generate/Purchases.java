package org.demandwright.demo.generate;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Purchase orders and their receipts; kept until the end, when it is known what came. Two orders a
 * site go astray: one is long overdue, the other was cancelled.
 */
final class Purchases {
  private static final double CONFIRMED = 0.3;
  private static final int DAYS_OVERDUE = 30;
  private static final int DAYS_CANCELLED = 12;

  private final DemoSize size;
  private final List<Order> orders = new ArrayList<>();
  private final List<Receipt> receipts = new ArrayList<>();
  private long lastLine;

  Purchases(DemoSize size) {
    this.size = size;
  }

  private enum Fate {
    USUAL,
    CLAIMED,
    CANCELLED
  }

  private record Order(
      long id, DemoItem.Vendor vendor, DemoSite site, LocalDate day, Fate fate, List<Line> lines) {

    private String status() {
      boolean open = lines.stream().anyMatch(line -> line.received < line.steps);
      return fate != Fate.USUAL ? fate.name() : open ? "OPEN" : "RECEIVED";
    }
  }

  private record Receipt(Line line, LocalDate day, long steps) {}

  /** One line; what it received grows. */
  static final class Line {
    private final long id;
    private final DemoItem item;
    private final long steps;
    private final LocalDate due;
    private LocalDate promised;
    private LocalDate touched;
    private long received;
    private long cancelled;

    private Line(long id, DemoItem item, long steps, LocalDate ordered) {
      this.id = id;
      this.item = item;
      this.steps = steps;
      due = ordered.plusDays(item.leadTimeDays());
      promised = due;
      touched = ordered;
    }

    long id() {
      return id;
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
              item.vendor().id() + site.id(), key -> open(item.vendor(), site, day, Fate.USUAL));
      lines.add(line(order, item, need.steps()));
    }
    return lines;
  }

  private Line line(Order order, DemoItem item, long steps) {
    lastLine++;
    Line line = new Line(lastLine, item, steps, order.day());
    order.lines().add(line);
    return line;
  }

  private Order open(DemoItem.Vendor vendor, DemoSite site, LocalDate day, Fate fate) {
    Order order = new Order(orders.size() + 1L, vendor, site, day, fate, new ArrayList<>());
    orders.add(order);
    return order;
  }

  /** Three vendors in ten confirm another day than the lead time says: about the one it will be. */
  void confirm(Line line, LocalDate ordered, LocalDate arrival) {
    Dice dice = Dice.of(size.seed(), "promise", line.id);
    if (dice.chance(CONFIRMED)) {
      LocalDate told = arrival.plusDays(dice.between(-1, 1));
      line.promised = told.isAfter(ordered) ? told : ordered.plusDays(1);
    }
  }

  /** Orders one item that never comes, of which 1 multiple was given up, and cancels another. */
  void goAstray(DemoSite site, DemoItem missed, DemoItem given) {
    LocalDate promised = size.lastDay().minusDays(DAYS_OVERDUE);
    Order overdue =
        open(missed.vendor(), site, promised.minusDays(missed.leadTimeDays()), Fate.CLAIMED);
    Line line = line(overdue, missed, missed.minimumSteps() + 2L * missed.multipleSteps());
    line.cancelled = missed.multipleSteps();
    Order cancelled =
        open(given.vendor(), site, size.lastDay().minusDays(DAYS_CANCELLED), Fate.CANCELLED);
    Line all = line(cancelled, given, given.minimumSteps());
    all.cancelled = all.steps;
  }

  void receive(Line line, LocalDate day, long steps) {
    line.received += steps;
    line.touched = day;
    receipts.add(new Receipt(line, day, steps));
  }

  void write(Connection connection) throws SQLException {
    try (Insert header = new Insert(connection, "purchase_order", 7)) {
      for (Order order : orders) {
        header.row(
            order.id(),
            Catalogue.COMPANY,
            String.format(Locale.ROOT, "PO-%07d", order.id()),
            order.vendor().id(),
            order.site().id(),
            order.day(),
            order.status());
      }
    }
    try (Insert rows = new Insert(connection, "purchase_order_line", 10)) {
      for (Order order : orders) {
        for (Line line : order.lines()) {
          rows.row(
              line.id,
              order.id(),
              line.item.id(),
              Documents.units(line.item, line.steps),
              Documents.units(line.item, line.received),
              Documents.money(line.item.purchasePrice()),
              line.due,
              line.promised,
              Documents.units(line.item, line.cancelled),
              Documents.utc(line.touched.atTime(17, 0)));
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
