package org.demandwright.erp.file;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How one kind of file is read. A new kind of file is a new value of this record.
 *
 * @param name for messages and the account
 * @param headings meaning of each heading
 * @param required meanings whose headings must be there
 * @param rules which rows are demand
 * @param org company of every row, where the file has no such column
 * @param site site of every row, where the file has no such column; null = unknown
 * @param currency of every row, where the file has no such column; null = unknown
 */
public record MappingProfile(
    String name,
    Map<String, Column> headings,
    Set<Column> required,
    Rules rules,
    String org,
    String site,
    String currency) {

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
      boolean priced) {}

  /** UCI Online Retail II: invoices of one web shop; the country is the customer's. */
  public static final MappingProfile ONLINE_RETAIL =
      new MappingProfile(
          "UCI Online Retail II",
          headings(
              List.of(
                  Map.entry("Invoice", Column.DOCUMENT),
                  Map.entry("StockCode", Column.ITEM),
                  Map.entry("Description", Column.ITEM_NAME),
                  Map.entry("Quantity", Column.QUANTITY),
                  Map.entry("InvoiceDate", Column.ORDER_DATE),
                  Map.entry("Price", Column.UNIT_PRICE),
                  Map.entry("Customer ID", Column.CUSTOMER),
                  Map.entry("Country", Column.IGNORED))),
          EnumSet.of(
              Column.DOCUMENT,
              Column.ITEM,
              Column.ITEM_NAME,
              Column.QUANTITY,
              Column.ORDER_DATE,
              Column.UNIT_PRICE,
              Column.CUSTOMER,
              Column.IGNORED),
          new Rules(Pattern.compile("^\\d{5}[A-Za-z]{0,2}$"), true, "C", "A", true),
          "MAIN",
          "MAIN",
          "GBP");

  /** Our own format; its columns are explained in {@code sql/erp/CONTRACT.md}. */
  public static final MappingProfile CANONICAL =
      new MappingProfile(
          "Demandwright order lines",
          headings(
              List.of(
                  Map.entry("document_no", Column.DOCUMENT),
                  Map.entry("order_date", Column.ORDER_DATE),
                  Map.entry("item_id", Column.ITEM),
                  Map.entry("quantity", Column.QUANTITY),
                  Map.entry("line_no", Column.LINE_NO),
                  Map.entry("line_kind", Column.KIND),
                  Map.entry("demand_date", Column.DEMAND_DATE),
                  Map.entry("org_id", Column.ORG),
                  Map.entry("site_id", Column.SITE),
                  Map.entry("customer_id", Column.CUSTOMER),
                  Map.entry("channel_id", Column.CHANNEL),
                  Map.entry("item_name", Column.ITEM_NAME),
                  Map.entry("category", Column.CATEGORY),
                  Map.entry("uom_id", Column.UOM),
                  Map.entry("unit_price_net", Column.UNIT_PRICE),
                  Map.entry("net_amount", Column.NET_AMOUNT),
                  Map.entry("currency", Column.CURRENCY),
                  Map.entry("on_promotion", Column.ON_PROMOTION),
                  Map.entry("excluded_because", Column.EXCLUDED_BECAUSE),
                  Map.entry("erp_status", Column.STATUS),
                  Map.entry("changed_at", Column.CHANGED_AT))),
          EnumSet.of(Column.DOCUMENT, Column.ORDER_DATE, Column.ITEM, Column.QUANTITY),
          new Rules(Pattern.compile(".*"), false, "", "", false),
          "MAIN",
          null,
          null);

  private static final List<MappingProfile> ALL = List.of(ONLINE_RETAIL, CANONICAL);

  public MappingProfile {
    headings = Collections.unmodifiableMap(new LinkedHashMap<>(headings));
    required = Collections.unmodifiableSet(EnumSet.copyOf(required));
  }

  private static Map<String, Column> headings(List<Map.Entry<String, Column>> entries) {
    Map<String, Column> headings = new LinkedHashMap<>();
    entries.forEach(e -> headings.put(e.getKey(), e.getValue()));
    return headings;
  }

  /** Returns the profile that knows every heading and misses none, in whatever order. */
  static Optional<MappingProfile> of(List<String> header) {
    return ALL.stream().filter(p -> p.fits(header)).findFirst();
  }

  private boolean fits(List<String> header) {
    List<Column> columns = header.stream().map(headings::get).toList();
    return !columns.contains(null)
        && EnumSet.copyOf(columns).size() == columns.size()
        && columns.containsAll(required);
  }

  /** Returns the headings that each profile asks for, for the message of a header not known. */
  static String expectations() {
    StringBuilder text = new StringBuilder();
    for (MappingProfile p : ALL) {
      List<String> needed =
          p.headings.entrySet().stream()
              .filter(e -> p.required.contains(e.getValue()))
              .map(Map.Entry::getKey)
              .toList();
      List<String> more =
          p.headings.keySet().stream().filter(heading -> !needed.contains(heading)).toList();
      text.append("\n  ").append(p.name).append(": ").append(String.join(",", needed));
      if (!more.isEmpty()) {
        text.append(" and, if there, ").append(String.join(",", more));
      }
    }
    return text.toString();
  }
}
