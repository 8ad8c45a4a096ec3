package org.demandwright.erp.adapter;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.demandwright.server.TestDatabase;

/**
 * What the adapter for Odoo 14 should give, worked out in Java from Odoo's own tables: a text for
 * each line with its id, the reason why it does not count, quantity, money and currency.
 */
final class OdooRaw {
  private final TestDatabase database;
  private final List<Move> moves;
  private final List<OrderLine> lines;

  /** A move with the kinds of the places it goes between; quantity in base units. */
  private record Move(
      String id,
      String lineId,
      String item,
      String state,
      String from,
      String to,
      BigDecimal size) {
    boolean isBack() {
      return from.equals("customer") && !to.equals("customer");
    }
  }

  private record OrderLine(
      String id,
      String orderId,
      String state,
      String text,
      String item,
      String type,
      boolean own,
      Optional<BigDecimal> ordered,
      BigDecimal delivered,
      BigDecimal subtotal,
      String currency) {}

  OdooRaw(TestDatabase database) throws SQLException {
    this.database = database;
    this.moves = AdapterFixture.rows(database, MOVES).stream().map(OdooRaw::move).toList();
    this.lines = AdapterFixture.rows(database, ORDER_LINES).stream().map(OdooRaw::line).toList();
  }

  private static final String MOVES =
      "select m.id, m.sale_line_id, m.product_id, m.state, f.usage, t.usage, m.product_uom_qty,"
          + " u.factor, b.factor from stock_move m"
          + " join stock_location f on f.id = m.location_id"
          + " join stock_location t on t.id = m.location_dest_id"
          + " join uom_uom u on u.id = m.product_uom"
          + " join product_product p on p.id = m.product_id"
          + " join product_template x on x.id = p.product_tmpl_id"
          + " join uom_uom b on b.id = x.uom_id order by m.id";

  private static final String ORDER_LINES =
      "select l.id, l.order_id, o.state, l.display_type, l.product_id, x.type,"
          + " (select count(*) from res_company c where c.partner_id ="
          + "  coalesce(r.commercial_partner_id, r.id)), l.product_uom_qty, u.factor, b.factor,"
          + " u.category_id = b.category_id, coalesce(l.qty_delivered, 0), l.price_subtotal, m.name"
          + " from sale_order_line l join sale_order o on o.id = l.order_id"
          + " join res_partner r on r.id = o.partner_id"
          + " join res_currency m on m.id = l.currency_id"
          + " left join product_product p on p.id = l.product_id"
          + " left join product_template x on x.id = p.product_tmpl_id"
          + " left join uom_uom b on b.id = x.uom_id"
          + " left join uom_uom u on u.id = l.product_uom order by l.id";

  private static final String INVOICE_LINES =
      "select l.id, i.move_type, i.state, l.product_id, x.type,"
          + " (select count(*) from res_company c where c.partner_id ="
          + "  coalesce(r.commercial_partner_id, r.id)), l.quantity, u.factor, b.factor,"
          + " l.price_subtotal, m.name"
          + " from account_move_line l join account_move i on i.id = l.move_id"
          + " join res_currency m on m.id = l.currency_id"
          + " left join res_partner r on r.id = i.partner_id"
          + " left join product_product p on p.id = l.product_id"
          + " left join product_template x on x.id = p.product_tmpl_id"
          + " left join uom_uom b on b.id = x.uom_id"
          + " left join uom_uom u on u.id = l.product_uom_id"
          + " where i.move_type like 'out_%' and not coalesce(l.exclude_from_invoice_tab, false)"
          + " order by l.id";

  /** Lines of orders and quotations. */
  List<String> orderLines() {
    return lines.stream().map(this::text).toList();
  }

  /** Moves back from customers. */
  List<String> returns() {
    return moves.stream().filter(Move::isBack).map(this::text).toList();
  }

  /** Lines of customers' invoices and credit notes; those in {@code linked} belong to an order. */
  List<String> invoiceLines(List<String> linked) throws SQLException {
    return AdapterFixture.rows(database, INVOICE_LINES).stream()
        .map(row -> row.split("\\|"))
        .map(row -> invoiceText(row, linked.contains(row[0])))
        .toList();
  }

  private String text(OrderLine line) {
    BigDecimal quantity = line.ordered().map(o -> o.subtract(givenUp(line, o))).orElse(null);
    String amount =
        line.ordered().isEmpty() || line.ordered().get().signum() == 0
            ? "-"
            : number(share(line.subtotal().multiply(quantity), line.ordered().get()));
    return String.join(
        "|",
        "SOL:" + line.id(),
        reason(line, quantity),
        quantity == null ? "-" : number(quantity),
        amount,
        line.currency());
  }

  private String reason(OrderLine line, BigDecimal quantity) {
    if (line.state().equals("cancel")) {
      return "CANCELLED";
    } else if (!List.of("sale", "done").contains(line.state())) {
      return "DRAFT";
    } else if (line.item().equals("-")) {
      return "NO_ITEM";
    } else if (line.type().equals("service")) {
      return "NOT_A_PRODUCT";
    } else if (line.own()) {
      return "INTER_COMPANY";
    } else if (line.ordered().orElseThrow().signum() == 0) {
      return "ZERO_QUANTITY";
    } else if (isVoid(line)) {
      return "VOID";
    } else if (quantity.signum() == 0) {
      return "CANCELLED";
    } else if (quantity.signum() < 0
        && movesOf(line, m -> m.isBack() && m.state().equals("done"))) {
      return "LINKED_RETURN";
    }
    return "-";
  }

  /** What will never be sent: nothing where no move to the customer was cancelled. */
  private BigDecimal givenUp(OrderLine line, BigDecimal ordered) {
    Predicate<Move> out = m -> m.to().equals("customer") && m.item().equals(line.item());
    if (ordered.signum() <= 0 || !movesOf(line, out.and(m -> m.state().equals("cancel")))) {
      return BigDecimal.ZERO;
    }
    BigDecimal sent =
        moves.stream()
            .filter(m -> m.lineId().equals(line.id()) && !m.state().equals("cancel"))
            .filter(out)
            .map(Move::size)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return ordered.subtract(sent).max(BigDecimal.ZERO);
  }

  private boolean movesOf(OrderLine line, Predicate<Move> kind) {
    return moves.stream().filter(m -> m.lineId().equals(line.id())).anyMatch(kind);
  }

  /** Pairs the lines of an order that undo each other, the first with the first. */
  private boolean isVoid(OrderLine line) {
    List<OrderLine> undelivered =
        lines.stream()
            .filter(l -> l.orderId().equals(line.orderId()) && l.item().equals(line.item()))
            .filter(l -> l.delivered().signum() == 0 && l.ordered().isPresent())
            .toList();
    List<String> same = idsOf(undelivered, line.ordered().orElseThrow());
    List<String> opposite = idsOf(undelivered, line.ordered().orElseThrow().negate());
    int place = same.indexOf(line.id());
    return place >= 0 && place < opposite.size();
  }

  private static List<String> idsOf(List<OrderLine> lines, BigDecimal ordered) {
    return lines.stream()
        .filter(l -> l.ordered().orElseThrow().compareTo(ordered) == 0)
        .map(OrderLine::id)
        .toList();
  }

  private String text(Move move) {
    Optional<OrderLine> line = lines.stream().filter(l -> l.id().equals(move.lineId())).findFirst();
    String reason =
        switch (move.state()) {
          case "done" -> line.map(l -> l.own() ? "INTER_COMPANY" : "-").orElse("NO_ORDER");
          case "cancel" -> "CANCELLED";
          default -> "DRAFT";
        };
    Optional<BigDecimal> price =
        line.filter(l -> l.item().equals(move.item()))
            .map(l -> share(l.subtotal(), l.ordered().orElseThrow()));
    return String.join(
        "|",
        "SM:" + move.id(),
        reason,
        number(move.size().negate()),
        price.map(p -> number(p.multiply(move.size()).negate())).orElse("-"),
        line.map(OrderLine::currency).orElse("-"));
  }

  private static String invoiceText(String[] row, boolean linked) {
    boolean credit = row[1].equals("out_refund");
    boolean text = row[3].equals("-");
    BigDecimal quantity = text ? null : baseUnits(row[6], row[7], row[8]);
    return String.join(
        "|",
        "AML:" + row[0],
        linked ? "LINKED_INVOICE" : invoiceReason(row),
        text ? "-" : number(credit ? quantity.negate() : quantity),
        text ? "-" : number(new BigDecimal((credit ? "-" : "") + row[9])),
        row[10]);
  }

  private static String invoiceReason(String[] row) {
    if (!row[2].equals("posted")) {
      return row[2].equals("cancel") ? "CANCELLED" : "DRAFT";
    } else if (row[3].equals("-")) {
      return "NO_ITEM";
    } else if (row[4].equals("service")) {
      return "NOT_A_PRODUCT";
    }
    return row[5].equals("0") ? "-" : "INTER_COMPANY";
  }

  private static Move move(String row) {
    String[] v = row.split("\\|");
    return new Move(v[0], v[1], v[2], v[3], v[4], v[5], baseUnits(v[6], v[7], v[8]));
  }

  private static OrderLine line(String row) {
    String[] v = row.split("\\|");
    Optional<BigDecimal> ordered =
        v[10].equals("true") ? Optional.of(baseUnits(v[7], v[8], v[9])) : Optional.empty();
    return new OrderLine(
        v[0],
        v[1],
        v[2],
        v[3],
        v[4],
        v[5],
        !v[6].equals("0"),
        ordered,
        new BigDecimal(v[11]),
        new BigDecimal(v[12]),
        v[13]);
  }

  /** Odoo's factor says how many of a unit make one of its reference unit. */
  private static BigDecimal baseUnits(String quantity, String factor, String baseFactor) {
    return share(
            new BigDecimal(quantity).multiply(new BigDecimal(baseFactor)), new BigDecimal(factor))
        .setScale(6, HALF_UP);
  }

  private static BigDecimal share(BigDecimal amount, BigDecimal parts) {
    return amount.divide(parts, 12, HALF_UP);
  }

  private static String number(BigDecimal value) {
    BigDecimal rounded = value.setScale(6, HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
