package org.demandwright.app.decide;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.demandwright.core.decide.OpenDays;
import org.demandwright.core.decide.PriceBreaks;
import org.demandwright.core.decide.SupplyDays;
import org.demandwright.core.decide.Transfers;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.store.decide.SuggestedOrder.PurchaseUnit;
import org.demandwright.store.supply.SupplyStore;

/**
 * Terms and calendars of vendors as of a day, from what the ERPs tell. Where they do not tell terms
 * (contract 2 of the views), those of the item master count: one vendor, its lead time, minimum,
 * multiple and price.
 */
final class SupplyBook {
  private static final String EVERY_ITEM = "";

  private final LocalDate today;
  private final Map<ItemKey, SupplyRow> items = new HashMap<>();
  private final Map<ItemKey, List<SupplyRow>> terms = new HashMap<>();
  private final Map<List<String>, List<SupplyRow>> breaks = new HashMap<>();
  private final Map<VendorKey, SupplyRow> vendors = new HashMap<>();
  private final Map<String, List<LocalDate>> closedCompanies = new HashMap<>();
  private final Map<VendorKey, List<LocalDate>> closedVendors = new HashMap<>();
  private final Map<List<String>, List<LocalDate>> closedSites = new HashMap<>();
  private final Map<ItemKey, List<SupplyRow>> lanes = new HashMap<>();
  private final Map<List<Object>, SupplyDays> calendars = new HashMap<>();

  private SupplyBook(LocalDate today) {
    this.today = today;
  }

  /** Reads what counts on a day. */
  static SupplyBook of(SupplyStore store, LocalDate today) {
    SupplyBook book = new SupplyBook(today);
    store.each(SupplyTable.ITEM, row -> book.items.putIfAbsent(item(row), row));
    store.each(SupplyTable.SUPPLIER_TERMS, book::addTerms);
    store.each(
        SupplyTable.PRICE_BREAK,
        row -> add(book.breaks, List.of(row.text("org_id"), row.text("terms_id")), row));
    book.readCalendars(store);
    store.each(SupplyTable.TRANSFER_LANE, row -> add(book.lanes, item(row), row));
    return book;
  }

  /**
   * Reads what counts on a day of items of a company alone.
   *
   * @param names of the items
   */
  static SupplyBook of(SupplyStore store, LocalDate today, String org, Collection<String> names) {
    SupplyBook book = new SupplyBook(today);
    store
        .ofItems(SupplyTable.ITEM, org, names)
        .forEach(row -> book.items.putIfAbsent(item(row), row));
    store.ofItems(SupplyTable.SUPPLIER_TERMS, org, names).forEach(book::addTerms);
    List<String> terms =
        book.terms.values().stream()
            .flatMap(List::stream)
            .map(row -> row.text("terms_id"))
            .toList();
    store
        .breaksOf(org, terms)
        .forEach(row -> add(book.breaks, List.of(row.text("org_id"), row.text("terms_id")), row));
    book.readCalendars(store);
    List<String> lanes = new ArrayList<>(names);
    lanes.add(EVERY_ITEM);
    store
        .ofItems(SupplyTable.TRANSFER_LANE, org, lanes)
        .forEach(row -> add(book.lanes, item(row), row));
    return book;
  }

  /** Vendors and closed days are few, and are of no item. */
  private void readCalendars(SupplyStore store) {
    store.each(
        SupplyTable.VENDOR,
        row -> vendors.putIfAbsent(new VendorKey(row.text("org_id"), row.text("vendor_id")), row));
    store.each(SupplyTable.CLOSED_DAY, this::addClosed);
  }

  private static ItemKey item(SupplyRow row) {
    return new ItemKey(row.text("org_id"), row.text("item_id"));
  }

  private static <K, V> void add(Map<K, List<V>> lists, K key, V value) {
    lists.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
  }

  private void addTerms(SupplyRow row) {
    LocalDate from = row.day("valid_from");
    LocalDate to = row.day("valid_to");
    if ((from == null || !from.isAfter(today)) && (to == null || !to.isBefore(today))) {
      add(terms, item(row), row);
    }
  }

  private void addClosed(SupplyRow row) {
    String org = row.text("org_id");
    String site = row.text("site_id");
    String vendor = row.text("vendor_id");
    LocalDate day = row.day("closed_on");
    if (!vendor.isEmpty()) {
      add(closedVendors, new VendorKey(org, vendor), day);
    } else if (!site.isEmpty()) {
      add(closedSites, List.of(org, site), day);
    } else {
      add(closedCompanies, org, day);
    }
  }

  /**
   * Returns the terms on which an item is bought for a site: the preferred ones, else the cheapest;
   * those of this site before those of any.
   */
  SupplyTerms terms(ItemKey item, String site) {
    SupplyTerms master =
        Optional.ofNullable(items.get(item)).map(SupplyBook::ofMaster).orElse(SupplyTerms.NONE);
    Optional<SupplyTerms> told =
        terms.getOrDefault(item, List.of()).stream()
            .filter(row -> row.text("site_id") == null || row.text("site_id").equals(site))
            .min(
                Comparator.comparing((SupplyRow row) -> row.text("site_id") == null)
                    .thenComparing(row -> !Boolean.TRUE.equals(row.value("preferred")))
                    .thenComparing(
                        row -> row.amount("unit_price"),
                        Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(SupplyRow::key))
            .map(this::ofTerms);
    return told.map(t -> t.vendor().equals(master.vendor()) ? t.or(master) : t).orElse(master);
  }

  /** Returns how many calendar days a vendor promises for an item, by its terms of today. */
  Optional<Integer> promisedDays(ItemKey item, VendorKey vendor) {
    return Stream.concat(
            terms.getOrDefault(item, List.of()).stream(), Stream.ofNullable(items.get(item)))
        .filter(row -> vendor.vendor().equals(row.text("vendor_id")))
        .flatMap(row -> Stream.ofNullable((Integer) row.value("lead_time_days")))
        .findFirst();
  }

  private static SupplyTerms ofMaster(SupplyRow row) {
    return new SupplyTerms(
        Optional.ofNullable(row.text("vendor_id")).map(v -> new VendorKey(row.text("org_id"), v)),
        Optional.ofNullable((Integer) row.value("lead_time_days")),
        positive(row, "minimum_order"),
        positive(row, "order_multiple"),
        Optional.empty(),
        positive(row, "purchase_price").map(PriceBreaks::flat),
        Optional.ofNullable(row.text("currency")));
  }

  private SupplyTerms ofTerms(SupplyRow row) {
    Optional<BigDecimal> factor = positive(row, "purchase_factor");
    return new SupplyTerms(
        Optional.of(new VendorKey(row.text("org_id"), row.text("vendor_id"))),
        Optional.ofNullable((Integer) row.value("lead_time_days")),
        positive(row, "minimum_order"),
        positive(row, "order_multiple"),
        factor.map(
            f -> new PurchaseUnit(Optional.ofNullable(row.text("purchase_uom")).orElse(""), f)),
        prices(row),
        Optional.ofNullable(row.text("currency")));
  }

  /** Where no price is told for few, that of the first break counts for them, too. */
  private Optional<PriceBreaks> prices(SupplyRow row) {
    List<PriceBreaks.Break> told =
        breaks.getOrDefault(List.of(row.text("org_id"), row.text("terms_id")), List.of()).stream()
            .map(b -> new PriceBreaks.Break(b.amount("from_quantity"), b.amount("unit_price")))
            .sorted(Comparator.comparing(PriceBreaks.Break::from))
            .toList();
    Optional<BigDecimal> first =
        positive(row, "unit_price")
            .or(() -> told.stream().map(PriceBreaks.Break::price).findFirst());
    boolean fromNothing = !told.isEmpty() && told.get(0).from().signum() == 0;
    return first.map(
        price ->
            new PriceBreaks(
                fromNothing
                    ? told
                    : Stream.concat(
                            Stream.of(new PriceBreaks.Break(BigDecimal.ZERO, price)), told.stream())
                        .toList()));
  }

  private static Optional<BigDecimal> positive(SupplyRow row, String column) {
    return Optional.ofNullable(row.amount(column)).filter(a -> a.signum() > 0);
  }

  /** Returns what else the ERP knows of an item: how long it keeps, empty where it does not say. */
  Optional<Integer> shelfLifeDays(ItemKey item) {
    return Optional.ofNullable(items.get(item))
        .map(row -> (Integer) row.value("shelf_life_days"))
        .filter(days -> days > 0);
  }

  /** Returns whether the ERP goes on selling an item: it does where it does not say that not. */
  boolean isActive(ItemKey item) {
    return Optional.ofNullable(items.get(item))
        .map(row -> !Boolean.FALSE.equals(row.value("active")))
        .orElse(true);
  }

  /**
   * Returns the ways on which an item can be sent from one site to another: one of the item itself
   * counts before that of every item. A way of which is not told how long it takes is none.
   */
  List<Transfers.Lane> lanes(ItemKey item) {
    Map<List<String>, SupplyRow> ways = new TreeMap<>(Comparator.comparing(List::toString));
    for (String of : List.of(EVERY_ITEM, item.itemId())) {
      lanes
          .getOrDefault(new ItemKey(item.orgId(), of), List.of())
          .forEach(row -> ways.put(List.of(row.text("from_site_id"), row.text("to_site_id")), row));
    }
    return ways.values().stream()
        .filter(row -> row.value("lead_time_days") != null)
        .filter(row -> !row.text("from_site_id").equals(row.text("to_site_id")))
        .map(row -> lane(item.orgId(), row))
        .toList();
  }

  private Transfers.Lane lane(String org, SupplyRow row) {
    LocalDate sent = work(org, row.text("from_site_id")).onOrAfter(today);
    LocalDate arrival =
        work(org, row.text("to_site_id"))
            .onOrAfter(sent.plusDays((Integer) row.value("lead_time_days")));
    return new Transfers.Lane(
        row.text("from_site_id"),
        row.text("to_site_id"),
        sent,
        arrival,
        positive(row, "minimum_order").orElse(BigDecimal.ZERO),
        positive(row, "order_multiple").orElse(BigDecimal.ONE));
  }

  private OpenDays work(String org, String site) {
    return days(org, site, Optional.empty()).work();
  }

  /**
   * The least value of an order to a vendor.
   *
   * @param currency empty = the one of its prices
   */
  record LeastOrder(BigDecimal value, Optional<String> currency) {}

  /** Returns the least value of an order to a vendor; empty where it asks for none. */
  Optional<LeastOrder> leastOrder(VendorKey vendor) {
    return Optional.ofNullable(vendors.get(vendor))
        .flatMap(
            row ->
                positive(row, "minimum_order_value")
                    .map(v -> new LeastOrder(v, Optional.ofNullable(row.text("currency")))));
  }

  /** Returns the vendors that ask for a least value of an order, in their order. */
  List<VendorKey> askingForLeast() {
    return vendors.keySet().stream()
        .filter(vendor -> leastOrder(vendor).isPresent())
        .sorted(Comparator.comparing(VendorKey::org).thenComparing(VendorKey::vendor))
        .toList();
  }

  /** Returns the days between a vendor and a site. */
  SupplyDays days(String org, String site, Optional<VendorKey> vendor) {
    return calendars.computeIfAbsent(List.of(org, site, vendor), key -> newDays(org, site, vendor));
  }

  private SupplyDays newDays(String org, String site, Optional<VendorKey> vendor) {
    List<LocalDate> company = closedCompanies.getOrDefault(org, List.of());
    List<LocalDate> ofVendor = vendor.map(closedVendors::get).orElse(null);
    Optional<SupplyRow> row = vendor.map(vendors::get);
    return SupplyDays.of(
        open(company, ofVendor),
        open(company, closedSites.get(List.of(org, site))),
        weekdays(row, "order_days"),
        weekdays(row, "delivery_days"));
  }

  private static OpenDays open(List<LocalDate> company, Collection<LocalDate> own) {
    List<LocalDate> closed = new ArrayList<>(company);
    closed.addAll(own == null ? List.of() : own);
    return closed.isEmpty() ? OpenDays.ALL : new OpenDays(OpenDays.ALL.weekdays(), closed);
  }

  private static List<DayOfWeek> weekdays(Optional<SupplyRow> vendor, String column) {
    return vendor
        .map(row -> row.text(column))
        .map(days -> days.chars().mapToObj(c -> DayOfWeek.of(c - '0')).distinct().toList())
        .orElse(List.of());
  }
}
