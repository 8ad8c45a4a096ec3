package org.demandwright.file;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How one kind of file is read: what each of its headings means, and how its rows are to be taken.
 *
 * @param name under which it is kept
 * @param headings meaning of each heading
 * @param required meanings whose headings must be there
 * @param rules which order lines are demand
 * @param org company of every row, where the file has no such column
 * @param site site of every row, where the file has no such column; null = unknown
 * @param currency of every row, where the file has no such column; null = unknown
 * @param format what is known of the form of such files
 */
public record MappingProfile(
    String name,
    FileKind kind,
    Map<String, FileColumn> headings,
    Set<FileColumn> required,
    Rules rules,
    String org,
    String site,
    String currency,
    FormatWishes format) {

  /**
   * Which rows are demand.
   *
   * @param itemCode what the code of a product looks like, matched before upper-casing
   * @param upperCaseItems whether codes that differ in case alone are one item
   * @param cancellation prefix of documents that take another back: negative quantities there are
   *     returns; empty = there are none
   * @param adjustment prefix of documents that correct the books and are never demand; empty =
   *     there are none
   * @param priced whether a line without a price above zero is no demand
   */
  public record Rules(
      Pattern itemCode,
      boolean upperCaseItems,
      String cancellation,
      String adjustment,
      boolean priced) {

    /** Every line is demand; negative quantities are returns. */
    public static final Rules PLAIN = new Rules(Pattern.compile(".*"), false, "", "", false);
  }

  /** The company of files that name none. */
  public static final String USUAL_ORG = "MAIN";

  /** UCI Online Retail II: invoices of one web shop; the country is the customer's. */
  public static final MappingProfile ONLINE_RETAIL =
      new MappingProfile(
          "UCI Online Retail II",
          FileKind.ORDER_LINES,
          headings(
              List.of(
                  Map.entry("Invoice", FileColumn.DOCUMENT),
                  Map.entry("StockCode", FileColumn.ITEM),
                  Map.entry("Description", FileColumn.ITEM_NAME),
                  Map.entry("Quantity", FileColumn.QUANTITY),
                  Map.entry("InvoiceDate", FileColumn.ORDER_DATE),
                  Map.entry("Price", FileColumn.UNIT_PRICE),
                  Map.entry("Customer ID", FileColumn.CUSTOMER),
                  Map.entry("Country", FileColumn.IGNORED))),
          EnumSet.of(
              FileColumn.DOCUMENT,
              FileColumn.ITEM,
              FileColumn.ITEM_NAME,
              FileColumn.QUANTITY,
              FileColumn.ORDER_DATE,
              FileColumn.UNIT_PRICE,
              FileColumn.CUSTOMER,
              FileColumn.IGNORED),
          new Rules(Pattern.compile("^\\d{5}[A-Za-z]{0,2}$"), true, "C", "A", true),
          USUAL_ORG,
          "MAIN",
          "GBP",
          FormatWishes.numbers(NumberForm.POINT));

  /** Our own format; its columns are explained in {@code sql/erp/CONTRACT.md}. */
  public static final MappingProfile CANONICAL =
      new MappingProfile(
          "Demandwright order lines",
          FileKind.ORDER_LINES,
          ownHeadings(FileKind.ORDER_LINES),
          FileColumn.needed(FileKind.ORDER_LINES),
          Rules.PLAIN,
          USUAL_ORG,
          null,
          null,
          FormatWishes.numbers(NumberForm.POINT));

  /** Our own format of signals. */
  public static final MappingProfile SIGNALS =
      new MappingProfile(
          "Demandwright signals",
          FileKind.SIGNALS,
          ownHeadings(FileKind.SIGNALS),
          FileColumn.needed(FileKind.SIGNALS),
          Rules.PLAIN,
          USUAL_ORG,
          null,
          null,
          FormatWishes.numbers(NumberForm.POINT));

  private static final List<MappingProfile> BUILT_IN = List.of(ONLINE_RETAIL, CANONICAL, SIGNALS);

  public MappingProfile {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(format, "format");
    headings = Collections.unmodifiableMap(new LinkedHashMap<>(headings));
    required = Set.copyOf(required);
    requireOnce(name, headings);
  }

  private static void requireOnce(String name, Map<String, FileColumn> headings) {
    Set<FileColumn> seen = EnumSet.noneOf(FileColumn.class);
    headings.forEach(
        (heading, column) -> {
          boolean often = column == FileColumn.IGNORED || column == FileColumn.SIGNAL_VALUE;
          if (!often && !seen.add(column)) {
            throw new IllegalArgumentException(
                name
                    + ": two headings mean "
                    + column.heading()
                    + ", one of them \""
                    + heading
                    + "\"; map the other one to -");
          }
        });
  }

  /**
   * Returns a profile that a person made.
   *
   * @param headings meaning of each heading of the file
   * @throws IllegalArgumentException if a column that is needed is missing or one stands twice
   */
  public static MappingProfile made(
      String name, FileKind kind, Map<String, FileColumn> headings, FormatWishes format) {
    Set<FileColumn> needed = FileColumn.needed(kind);
    for (FileColumn column : needed) {
      if (!headings.containsValue(column)) {
        throw new IllegalArgumentException(
            "no heading is mapped to " + column.heading() + "; say which one it is");
      }
    }
    return new MappingProfile(
        name, kind, headings, needed, Rules.PLAIN, USUAL_ORG, null, null, format);
  }

  /** Returns the profiles that the product brings. */
  public static List<MappingProfile> builtIn() {
    return BUILT_IN;
  }

  private static Map<String, FileColumn> headings(List<Map.Entry<String, FileColumn>> entries) {
    Map<String, FileColumn> headings = new LinkedHashMap<>();
    entries.forEach(e -> headings.put(e.getKey(), e.getValue()));
    return headings;
  }

  private static Map<String, FileColumn> ownHeadings(FileKind kind) {
    Map<String, FileColumn> headings = new LinkedHashMap<>();
    FileColumn.of(kind).stream()
        .filter(column -> column != FileColumn.IGNORED)
        .forEach(column -> headings.put(column.heading(), column));
    return headings;
  }

  /** Returns whether the profile knows every heading and misses none, in whatever order. */
  public boolean fits(List<String> header) {
    List<FileColumn> columns = header.stream().map(headings::get).toList();
    return !columns.contains(null) && columns.containsAll(required);
  }

  /** Returns whether a negative quantity is a return without any word of the file. */
  public boolean negativeIsReturn() {
    return rules.equals(Rules.PLAIN);
  }
}
