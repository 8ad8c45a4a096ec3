package org.demandwright.erp.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.demandwright.erp.file.BadRow.Reason;

/** Turns rows into order lines by a profile, in the order of the file. */
final class RowMapping {
  private static final Set<String> KINDS = Set.of("ORDER", "INVOICE", "RETURN");
  private static final int CODE = 80;
  private static final int DOCUMENT = 60;

  private final MappingProfile profile;
  private final Fields fields;
  private final SeenRows seen = new SeenRows();

  RowMapping(MappingProfile profile, List<String> header) {
    this.profile = profile;
    fields = new Fields(profile, header);
  }

  /** Returns the order line of a row. */
  FileLine map(List<String> row) throws BadRow {
    fields.take(row);
    String document = fields.text(Column.DOCUMENT, DOCUMENT);
    if (document == null) {
      throw new BadRow(Reason.NO_DOCUMENT, "the row names no document");
    }
    // The ordinal counts every row that names the document, so that mending one moves no other.
    int ordinal = seen.ordinal(document);
    boolean repeat = seen.repeats(row);
    BigDecimal quantity = required(fields.number(Column.QUANTITY), Column.QUANTITY);
    BigDecimal price = fields.number(Column.UNIT_PRICE);
    LocalDateTime ordered = required(fields.time(Column.ORDER_DATE), Column.ORDER_DATE);
    LocalDateTime wanted = fields.time(Column.DEMAND_DATE);
    LocalDateTime changed = fields.time(Column.CHANGED_AT);
    String excluded = fields.text(Column.EXCLUDED_BECAUSE, 40);
    String item = item();
    FileLine line =
        new FileLine(
            "FILE:" + document + ":" + lineNo(document, ordinal),
            excluded != null ? excluded : excludedBecause(document, item, quantity, price),
            repeat ? "EXACT_REPEAT" : null,
            fields.textOr(Column.ORG, CODE, profile.org()),
            document,
            kind(document, quantity),
            ordered.toLocalDate(),
            (wanted == null ? ordered : wanted).toLocalDate(),
            item,
            name(),
            fields.text(Column.CATEGORY, CODE),
            fields.textOr(Column.SITE, CODE, profile.site()),
            fields.text(Column.CUSTOMER, CODE),
            fields.text(Column.CHANNEL, CODE),
            quantity,
            fields.text(Column.UOM, 40),
            price,
            netAmount(quantity, price),
            currency(),
            fields.flag(Column.ON_PROMOTION),
            fields.text(Column.STATUS, 40),
            changed == null ? ordered : changed);
    return line;
  }

  private String lineNo(String document, int ordinal) throws BadRow {
    if (!fields.has(Column.LINE_NO)) {
      return Integer.toString(ordinal);
    }
    String lineNo = required(fields.text(Column.LINE_NO, 12), Column.LINE_NO);
    seen.requireNew(document, lineNo);
    return lineNo;
  }

  private static <T> T required(T value, Column column) throws BadRow {
    if (value == null) {
      Reason reason =
          switch (column) {
            case QUANTITY -> Reason.BAD_NUMBER;
            case ORDER_DATE -> Reason.BAD_DATE;
            default -> Reason.BAD_VALUE;
          };
      throw new BadRow(reason, column + " is empty");
    }
    return value;
  }

  /** Codes are compared exactly as written, blanks included, against the profile's pattern. */
  private String item() throws BadRow {
    String text = fields.text(Column.ITEM, CODE);
    return text != null && profile.rules().upperCaseItems() ? text.toUpperCase(Locale.ROOT) : text;
  }

  private String name() {
    String name = fields.text(Column.ITEM_NAME);
    return name == null || name.length() <= 200 ? name : name.substring(0, 200);
  }

  private String kind(String document, BigDecimal quantity) throws BadRow {
    String kind = fields.text(Column.KIND);
    if (kind != null && !KINDS.contains(kind)) {
      throw new BadRow(Reason.BAD_VALUE, "line_kind is none of " + KINDS + ": " + kind);
    }
    if (kind != null) {
      return kind;
    }
    boolean takesBack =
        fields.has(Column.KIND) || isCancellation(document) || profile == MappingProfile.CANONICAL;
    return takesBack && quantity.signum() < 0 ? "RETURN" : "INVOICE";
  }

  /**
   * Returns why the row is not demand, null where it is. A negative quantity on a cancellation is a
   * return, and is kept apart instead of being excluded.
   */
  private String excludedBecause(
      String document, String item, BigDecimal quantity, BigDecimal price) {
    MappingProfile.Rules rules = profile.rules();
    if (!rules.adjustment().isEmpty() && document.startsWith(rules.adjustment())) {
      return "ADJUSTMENT";
    }
    if (item == null) {
      return "NO_ITEM";
    }
    if (!rules.itemCode().matcher(fields.exact(Column.ITEM)).matches()) {
      return "NOT_A_PRODUCT";
    }
    if (isCancellation(document)) {
      return quantity.signum() < 0 ? null : "CANCELLATION_DOCUMENT";
    }
    if (quantity.signum() == 0) {
      return "ZERO_QUANTITY";
    }
    if (quantity.signum() < 0 && !rules.cancellation().isEmpty()) {
      return "NEGATIVE_QUANTITY";
    }
    if (rules.priced() && (price == null || price.signum() <= 0)) {
      return price != null && price.signum() < 0 ? "NEGATIVE_PRICE" : "ZERO_PRICE";
    }
    return null;
  }

  private boolean isCancellation(String document) {
    String prefix = profile.rules().cancellation();
    return !prefix.isEmpty() && document.startsWith(prefix);
  }

  private BigDecimal netAmount(BigDecimal quantity, BigDecimal price) throws BadRow {
    BigDecimal amount = fields.number(Column.NET_AMOUNT);
    if (amount != null || price == null) {
      return amount;
    }
    BigDecimal product = quantity.multiply(price).setScale(6, RoundingMode.HALF_EVEN);
    if (product.precision() - product.scale() > 13) {
      throw new BadRow(Reason.BAD_NUMBER, "quantity times price is 10^13 or more");
    }
    return product;
  }

  private String currency() throws BadRow {
    String currency = fields.textOr(Column.CURRENCY, 3, profile.currency());
    if (currency != null && currency.length() != 3) {
      throw new BadRow(Reason.BAD_VALUE, "currency is not a code of three letters: " + currency);
    }
    return currency;
  }
}
