package org.demandwright.erp.adapter;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.demandwright.server.TestDatabase;

/**
 * What the adapter for Tryton should give, worked out in Java from Tryton's own tables: a text for
 * each line with its id, the reason why it does not count, quantity, money and currency.
 */
final class TrytonRaw {
  private static final String SALE_LINES =
      "select l.id, l.sale, s.state, l.type, l.product, t.type,"
          + " (select count(*) from company_company c where c.party = s.party), l.quantity,"
          + " u.factor, u.rate, b.factor, b.rate, l.unit_price, m.code"
          + " from sale_line l join sale_sale s on s.id = l.sale"
          + " join currency_currency m on m.id = s.currency"
          + " left join product_product p on p.id = l.product"
          + " left join product_template t on t.id = p.template"
          + " left join product_uom b on b.id = t.default_uom"
          + " left join product_uom u on u.id = l.unit order by l.id";

  private static final String INVOICE_LINES =
      "select l.id, i.state, l.type, l.product, t.type,"
          + " (select count(*) from company_company c where c.party = coalesce(i.party, l.party)),"
          + " l.quantity, u.factor, u.rate, b.factor, b.rate, l.unit_price, m.code, l.origin,"
          + " (select x.origin from account_invoice_line x"
          + "  where concat('account.invoice.line,', x.id) = l.origin)"
          + " from account_invoice_line l left join account_invoice i on i.id = l.invoice"
          + " join currency_currency m on m.id = l.currency"
          + " left join product_product p on p.id = l.product"
          + " left join product_template t on t.id = p.template"
          + " left join product_uom b on b.id = t.default_uom"
          + " left join product_uom u on u.id = l.unit"
          + " where l.invoice_type = 'out' order by l.id";

  private final TestDatabase database;
  private final List<SaleLine> lines;
  private final List<String> ignored;
  private final List<String> moved;

  private record SaleLine(
      String id,
      String sale,
      String state,
      String item,
      String type,
      boolean own,
      Optional<BigDecimal> ordered,
      BigDecimal amount,
      String currency) {}

  /**
   * Reads the tables.
   *
   * @param ignored lines of {@code line|base units} of moves that the seller gave up
   */
  TrytonRaw(TestDatabase database, List<String> ignored) throws SQLException {
    this.database = database;
    this.ignored = ignored;
    this.lines = AdapterFixture.rows(database, SALE_LINES).stream().map(TrytonRaw::line).toList();
    this.moved =
        AdapterFixture.rows(
            database,
            "select substr(origin, 11) from stock_move"
                + " where state = 'done' and origin like 'sale.line,%'");
  }

  /** Lines of sales. */
  List<String> saleLines() {
    return lines.stream().map(this::text).toList();
  }

  /** Lines of customers' invoices. */
  List<String> invoiceLines() throws SQLException {
    return AdapterFixture.rows(database, INVOICE_LINES).stream()
        .map(row -> invoiceText(row.split("\\|")))
        .toList();
  }

  private String text(SaleLine line) {
    if (line.ordered().isEmpty()) {
      return "SL:" + line.id() + "|" + reason(line, BigDecimal.ZERO) + "|-|-|" + line.currency();
    }
    BigDecimal ordered = line.ordered().get();
    BigDecimal quantity = ordered.subtract(givenUp(line));
    BigDecimal amount =
        ordered.signum() == 0
            ? BigDecimal.ZERO
            : line.amount().multiply(quantity).divide(ordered, 12, HALF_UP);
    return String.join(
        "|",
        "SL:" + line.id(),
        reason(line, quantity),
        number(quantity),
        number(amount),
        line.currency());
  }

  private String reason(SaleLine line, BigDecimal quantity) {
    if (line.state().equals("cancelled")) {
      return "CANCELLED";
    } else if (List.of("draft", "quotation").contains(line.state())) {
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
    }
    return quantity.signum() == 0 ? "CANCELLED" : "-";
  }

  private BigDecimal givenUp(SaleLine line) {
    return ignored.stream()
        .map(row -> row.split("\\|"))
        .filter(row -> row[0].equals(line.id()))
        .map(row -> new BigDecimal(row[1]))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Pairs the lines of a sale that undo each other, the first with the first. */
  private boolean isVoid(SaleLine line) {
    List<String> same = idsOf(line, line.ordered().orElseThrow());
    List<String> opposite = idsOf(line, line.ordered().orElseThrow().negate());
    return !moved.contains(line.id()) && same.indexOf(line.id()) < opposite.size();
  }

  private List<String> idsOf(SaleLine like, BigDecimal ordered) {
    return lines.stream()
        .filter(l -> l.sale().equals(like.sale()) && l.item().equals(like.item()))
        .filter(l -> l.ordered().filter(o -> o.compareTo(ordered) == 0).isPresent())
        .map(SaleLine::id)
        .toList();
  }

  private static String invoiceText(String[] row) {
    boolean text = row[3].equals("-");
    return String.join(
        "|",
        "AIL:" + row[0],
        invoiceReason(row),
        text ? "-" : number(baseUnits(row[6], row[7], row[8], row[9], row[10])),
        text ? "-" : number(new BigDecimal(row[6]).multiply(new BigDecimal(row[11]))),
        row[12]);
  }

  private static String invoiceReason(String[] row) {
    if (row[13].startsWith("sale.line") || row[14].startsWith("sale.line")) {
      return "LINKED_INVOICE";
    } else if (row[1].equals("cancelled")) {
      return "CANCELLED";
    } else if (!List.of("posted", "paid").contains(row[1])) {
      return "DRAFT";
    } else if (row[3].equals("-")) {
      return "NO_ITEM";
    } else if (row[4].equals("service")) {
      return "NOT_A_PRODUCT";
    }
    return row[5].equals("0") ? "-" : "INTER_COMPANY";
  }

  private static SaleLine line(String row) {
    String[] v = row.split("\\|");
    boolean text = v[4].equals("-");
    return new SaleLine(
        v[0],
        v[1],
        v[2],
        v[4],
        v[5],
        !v[6].equals("0"),
        text ? Optional.empty() : Optional.of(baseUnits(v[7], v[8], v[9], v[10], v[11])),
        text ? BigDecimal.ZERO : new BigDecimal(v[7]).multiply(new BigDecimal(v[12])),
        v[13]);
  }

  /** Tryton's factor says how many of its reference unit a unit is, its rate the reverse. */
  private static BigDecimal baseUnits(
      String quantity, String factor, String rate, String baseFactor, String baseRate) {
    return new BigDecimal(quantity)
        .multiply(size(factor, rate))
        .divide(size(baseFactor, baseRate), 6, HALF_UP);
  }

  private static BigDecimal size(String factor, String rate) {
    BigDecimal exactFactor = new BigDecimal(factor);
    BigDecimal exactRate = new BigDecimal(rate);
    return exactFactor.scale() <= exactRate.scale()
        ? exactFactor
        : BigDecimal.ONE.divide(exactRate, 18, HALF_UP);
  }

  private static String number(BigDecimal value) {
    BigDecimal rounded = value.setScale(6, HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
