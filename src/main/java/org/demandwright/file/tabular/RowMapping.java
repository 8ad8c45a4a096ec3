package org.demandwright.file.tabular;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demandwright.core.demand.LineKind;
import org.demandwright.file.FileColumn;
import org.demandwright.file.MappingProfile;
import org.demandwright.file.Numbering;
import org.demandwright.file.OmittedValues;
import org.demandwright.file.tabular.BadRow.Reason;

/** Turns rows into order lines by a profile, in the order of the file. */
final class RowMapping implements RowReader<FileLine> {
  private static final int CODE = 80;
  private static final int DOCUMENT = 60;
  private static final int LINE = 40;
  private static final int NAME = 200;
  private static final int WORD = 40;

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
    BigDecimal price = price();
    LocalDateTime ordered = ordered();
    LocalDateTime wanted = optionalTime(FileColumn.DEMAND_DATE);
    LocalDateTime changed = optionalTime(FileColumn.CHANGED_AT);
    String item = item();
    FileLine line =
        new FileLine(
            line(document, ordinal),
            excludedBecause(document.document(), item, quantity, price),
            repeat ? "EXACT_REPEAT" : null,
            kind(document.document(), quantity).name(),
            ordered.toLocalDate(),
            (wanted == null ? ordered : wanted).toLocalDate(),
            item,
            cut(fields.text(FileColumn.ITEM_NAME), NAME),
            optionalText(FileColumn.CATEGORY, CODE),
            fields.codeOr(FileColumn.SITE, CODE, profile.site()),
            fields.optional(FileColumn.CUSTOMER, () -> fields.code(FileColumn.CUSTOMER, CODE)),
            fields.code(FileColumn.CHANNEL, CODE),
            quantity,
            optionalText(FileColumn.UOM, WORD),
            price,
            netAmount(quantity, price),
            currency(),
            Boolean.TRUE.equals(
                fields.optional(
                    FileColumn.ON_PROMOTION, () -> fields.flag(FileColumn.ON_PROMOTION))),
            optionalText(FileColumn.STATUS, WORD),
            changed == null ? ordered : changed);
    fields.leftOut().count();
    return line;
  }

  private String optionalText(FileColumn column, int longest) {
    return fields.optional(column, () -> fields.text(column, longest));
  }

  private LocalDateTime optionalTime(FileColumn column) {
    return fields.optional(column, () -> fields.time(column));
  }

  private static String cut(String text, int longest) {
    return text == null || text.length() <= longest ? text : text.substring(0, longest);
  }

  /** A price is needed only where the profile tells demand by it. */
  private BigDecimal price() throws BadRow {
    return profile.rules().priced()
        ? fields.number(FileColumn.UNIT_PRICE)
        : fields.optional(FileColumn.UNIT_PRICE, () -> fields.number(FileColumn.UNIT_PRICE));
  }

  /** Returns the identity of the row's document; the line is still empty. */
  private LineIdentity document() throws BadRow {
    String document = fields.code(FileColumn.DOCUMENT, DOCUMENT);
    if (document == null) {
      throw fields.bad(Reason.NO_DOCUMENT, FileColumn.DOCUMENT, " is empty");
    }
    String org = fields.codeOr(FileColumn.ORG, CODE, profile.org());
    int year = numbering == Numbering.YEARLY ? ordered().getYear() : 0;
    return new LineIdentity(org, document, year, "");
  }

  private LocalDateTime ordered() throws BadRow {
    return required(fields.time(FileColumn.ORDER_DATE), FileColumn.ORDER_DATE);
  }

  private LineIdentity line(LineIdentity document, int ordinal) throws BadRow {
    String lineNo = fields.code(FileColumn.LINE_NO, LINE);
    LineIdentity line =
        new LineIdentity(
            document.org(),
            document.document(),
            document.year(),
            lineNo == null ? place(ordinal) : lineNo);
    if (lineNo != null) {
      seen.requireNew(line);
    }
    return line;
  }

  /** A place is no number of a line where other lines have some. */
  private String place(int ordinal) {
    return (fields.has(FileColumn.LINE_NO) ? "~" : "") + ordinal;
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

  private String item() throws BadRow {
    String code = fields.code(FileColumn.ITEM, CODE);
    return code != null && profile.rules().upperCaseItems() ? code.toUpperCase(Locale.ROOT) : code;
  }

  private LineKind kind(String document, BigDecimal quantity) {
    LineKind kind = fields.optional(FileColumn.KIND, this::saidKind);
    if (kind != null) {
      return kind;
    }
    boolean takesBack =
        fields.has(FileColumn.KIND) || isCancellation(document) || profile.negativeIsReturn();
    return takesBack && quantity.signum() < 0 ? LineKind.RETURN : LineKind.INVOICE;
  }

  private LineKind saidKind() throws BadRow {
    String text = fields.text(FileColumn.KIND);
    if (text == null) {
      return null;
    }
    Optional<LineKind> kind = ValueWords.kind(text);
    if (kind.isEmpty()) {
      throw fields.bad(Reason.BAD_VALUE, FileColumn.KIND, " is none of ORDER, INVOICE, RETURN");
    }
    return kind.get();
  }

  /**
   * Returns why the row is not demand: what it says itself, or the rule of the profile that it
   * breaks; null where it is demand.
   */
  private String excludedBecause(
      String document, String item, BigDecimal quantity, BigDecimal price) {
    String said = cut(fields.text(FileColumn.EXCLUDED_BECAUSE), WORD);
    return said != null
        ? said
        : broken(document, item, quantity, price).map(FileExclusion::name).orElse(null);
  }

  /** A negative quantity on a cancellation is a return, and is kept apart instead. */
  private Optional<FileExclusion> broken(
      String document, String item, BigDecimal quantity, BigDecimal price) {
    MappingProfile.Rules rules = profile.rules();
    if (!rules.adjustment().isEmpty() && document.startsWith(rules.adjustment())) {
      return Optional.of(FileExclusion.ADJUSTMENT);
    }
    if (item == null) {
      return Optional.of(FileExclusion.NO_ITEM);
    }
    // Codes are compared exactly as written, blanks included, against the profile's pattern.
    if (!rules.itemCode().matcher(fields.exact(FileColumn.ITEM)).matches()) {
      return Optional.of(FileExclusion.NOT_A_PRODUCT);
    }
    if (isCancellation(document)) {
      return quantity.signum() < 0
          ? Optional.empty()
          : Optional.of(FileExclusion.CANCELLATION_DOCUMENT);
    }
    if (quantity.signum() == 0) {
      return Optional.of(FileExclusion.ZERO_QUANTITY);
    }
    if (quantity.signum() < 0 && !rules.cancellation().isEmpty()) {
      return Optional.of(FileExclusion.NEGATIVE_QUANTITY);
    }
    if (rules.priced() && (price == null || price.signum() <= 0)) {
      return Optional.of(
          price != null && price.signum() < 0
              ? FileExclusion.NEGATIVE_PRICE
              : FileExclusion.ZERO_PRICE);
    }
    return Optional.empty();
  }

  private boolean isCancellation(String document) {
    String prefix = profile.rules().cancellation();
    return !prefix.isEmpty() && document.startsWith(prefix);
  }

  private BigDecimal netAmount(BigDecimal quantity, BigDecimal price) {
    BigDecimal amount =
        fields.optional(FileColumn.NET_AMOUNT, () -> fields.number(FileColumn.NET_AMOUNT));
    if (amount != null || price == null) {
      return amount;
    }
    return fields.optional(FileColumn.UNIT_PRICE, () -> product(quantity, price));
  }

  private BigDecimal product(BigDecimal quantity, BigDecimal price) throws BadRow {
    BigDecimal product = quantity.multiply(price).setScale(6, RoundingMode.HALF_EVEN);
    if (product.precision() - product.scale() > 13) {
      throw fields.bad(Reason.BAD_NUMBER, FileColumn.UNIT_PRICE, " × quantity is 10^13 or more");
    }
    return product;
  }

  private String currency() {
    String said = fields.optional(FileColumn.CURRENCY, this::saidCurrency);
    return said == null ? profile.currency() : said;
  }

  private String saidCurrency() throws BadRow {
    String text = fields.text(FileColumn.CURRENCY);
    if (text == null) {
      return null;
    }
    String code =
        switch (text) {
          case "€" -> "EUR";
          case "£" -> "GBP";
          default -> text;
        };
    if (code.length() != 3) {
      throw fields.bad(Reason.BAD_VALUE, FileColumn.CURRENCY, " is not a code of three letters");
    }
    return code;
  }

  /** Returns what was left out of the rows so far. */
  List<OmittedValues> leftOut() {
    return fields.leftOut().all();
  }
}
