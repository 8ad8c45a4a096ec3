package org.demandwright.erp.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Set;
import org.demandwright.erp.FileColumn;
import org.demandwright.erp.MappingProfile;
import org.demandwright.erp.Numbering;
import org.demandwright.erp.file.BadRow.Reason;

/** Turns rows into order lines by a profile, in the order of the file. */
final class RowMapping implements RowReader<FileLine> {
  private static final Set<String> KINDS = Set.of("ORDER", "INVOICE", "RETURN");
  private static final int CODE = 80;
  private static final int DOCUMENT = 60;
  private static final int LINE = 40;

  private final MappingProfile profile;
  private final Fields fields;
  private final Numbering numbering;
  private final SeenRows seen = new SeenRows();

  RowMapping(Reading reading) {
    profile = reading.profile();
    fields = new Fields(reading);
    numbering = reading.numbering();
  }

  @Override
  public FileLine map(TableRow row) throws BadRow {
    RowReader.requireWhole(row);
    fields.take(row.cells());
    LineIdentity document = document();
    // The ordinal counts every row that names the document, so that mending one moves no other.
    int ordinal = seen.ordinal(document);
    boolean repeat = seen.repeats(row.texts());
    BigDecimal quantity = required(fields.number(FileColumn.QUANTITY), FileColumn.QUANTITY);
    BigDecimal price = fields.number(FileColumn.UNIT_PRICE);
    LocalDateTime ordered = ordered();
    LocalDateTime wanted = fields.time(FileColumn.DEMAND_DATE);
    LocalDateTime changed = fields.time(FileColumn.CHANGED_AT);
    String excluded = fields.text(FileColumn.EXCLUDED_BECAUSE, 40);
    String item = item();
    FileLine line =
        new FileLine(
            line(document, ordinal),
            excluded != null
                ? excluded
                : excludedBecause(document.document(), item, quantity, price),
            repeat ? "EXACT_REPEAT" : null,
            kind(document.document(), quantity),
            ordered.toLocalDate(),
            (wanted == null ? ordered : wanted).toLocalDate(),
            item,
            name(),
            fields.text(FileColumn.CATEGORY, CODE),
            fields.textOr(FileColumn.SITE, CODE, profile.site()),
            fields.text(FileColumn.CUSTOMER, CODE),
            fields.text(FileColumn.CHANNEL, CODE),
            quantity,
            fields.text(FileColumn.UOM, 40),
            price,
            netAmount(quantity, price),
            currency(),
            fields.flag(FileColumn.ON_PROMOTION),
            fields.text(FileColumn.STATUS, 40),
            changed == null ? ordered : changed);
    return line;
  }

  /** Returns the identity of the row's document; the line is still empty. */
  private LineIdentity document() throws BadRow {
    String document = fields.text(FileColumn.DOCUMENT, DOCUMENT);
    if (document == null) {
      throw fields.bad(Reason.NO_DOCUMENT, FileColumn.DOCUMENT, " is empty");
    }
    String org = fields.textOr(FileColumn.ORG, CODE, profile.org());
    int year = numbering == Numbering.YEARLY ? ordered().getYear() : 0;
    return new LineIdentity(org, document, year, "");
  }

  private LocalDateTime ordered() throws BadRow {
    return required(fields.time(FileColumn.ORDER_DATE), FileColumn.ORDER_DATE);
  }

  private LineIdentity line(LineIdentity document, int ordinal) throws BadRow {
    boolean numbered = fields.has(FileColumn.LINE_NO);
    String lineNo =
        numbered
            ? required(fields.text(FileColumn.LINE_NO, LINE), FileColumn.LINE_NO)
            : Integer.toString(ordinal);
    LineIdentity line =
        new LineIdentity(document.org(), document.document(), document.year(), lineNo);
    if (numbered) {
      seen.requireNew(line);
    }
    return line;
  }

  private <T> T required(T value, FileColumn column) throws BadRow {
    if (value == null) {
      Reason reason =
          switch (column) {
            case QUANTITY -> Reason.BAD_NUMBER;
            case ORDER_DATE -> Reason.BAD_DATE;
            default -> Reason.BAD_VALUE;
          };
      throw fields.bad(reason, column, " is empty");
    }
    return value;
  }

  /** Codes are compared exactly as written, blanks included, against the profile's pattern. */
  private String item() throws BadRow {
    String text = fields.text(FileColumn.ITEM, CODE);
    return text != null && profile.rules().upperCaseItems() ? text.toUpperCase(Locale.ROOT) : text;
  }

  private String name() {
    String name = fields.text(FileColumn.ITEM_NAME);
    return name == null || name.length() <= 200 ? name : name.substring(0, 200);
  }

  private String kind(String document, BigDecimal quantity) throws BadRow {
    String kind = fields.text(FileColumn.KIND);
    if (kind != null && !KINDS.contains(kind)) {
      throw fields.bad(Reason.BAD_VALUE, FileColumn.KIND, " is none of ORDER, INVOICE, RETURN");
    }
    if (kind != null) {
      return kind;
    }
    boolean takesBack =
        fields.has(FileColumn.KIND) || isCancellation(document) || profile.negativeIsReturn();
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
    if (!rules.itemCode().matcher(fields.exact(FileColumn.ITEM)).matches()) {
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
    BigDecimal amount = fields.number(FileColumn.NET_AMOUNT);
    if (amount != null || price == null) {
      return amount;
    }
    BigDecimal product = quantity.multiply(price).setScale(6, RoundingMode.HALF_EVEN);
    if (product.precision() - product.scale() > 13) {
      throw fields.bad(Reason.BAD_NUMBER, FileColumn.UNIT_PRICE, " × quantity is 10^13 or more");
    }
    return product;
  }

  private String currency() throws BadRow {
    String currency = fields.textOr(FileColumn.CURRENCY, 3, profile.currency());
    if (currency != null && currency.length() != 3) {
      throw fields.bad(Reason.BAD_VALUE, FileColumn.CURRENCY, " is not a code of three letters");
    }
    return currency;
  }
}
