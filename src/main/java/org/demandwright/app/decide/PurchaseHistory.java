package org.demandwright.app.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.decide.OrderedLine;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.store.supply.SupplyStore;

/**
 * What was ordered from vendors, with what arrived of it. Receipts that name the line of their
 * order are laid on it; one that names none stands for an order of just so much, if it says when it
 * was ordered. What was promised of an order without a day is what the vendor's terms promise.
 */
final class PurchaseHistory {
  private final Map<String, List<SupplyRow>> receipts = new HashMap<>();
  private final List<SupplyRow> alone = new ArrayList<>();
  private final SupplyBook book;

  private PurchaseHistory(SupplyBook book) {
    this.book = book;
  }

  /**
   * What is known of orders.
   *
   * @param lines that lead times are learned from
   * @param awaited those of them that are open or on their way, by item and site
   */
  record Known(List<OrderedLine> lines, Map<PolicySubject.Key, List<Line>> awaited) {}

  /** Reads the orders, and which of their lines are awaited by what the ERP tells is on its way. */
  static Known of(SupplyStore store, SupplyBook book, StockBook stock) {
    PurchaseHistory history = new PurchaseHistory(book);
    store.each(SupplyTable.PURCHASE_RECEIPT, history::addReceipt);
    List<OrderedLine> lines = new ArrayList<>();
    Map<PolicySubject.Key, List<Line>> awaited = new HashMap<>();
    Set<String> known = new HashSet<>();
    store.each(
        SupplyTable.PURCHASE_LINE,
        row -> {
          String id = row.text("line_id");
          known.add(id);
          Optional<OrderedLine> line = history.line(row);
          line.ifPresent(lines::add);
          line.filter(l -> l.open() || stock.awaits(key(row).org(), id))
              .ifPresent(
                  l ->
                      awaited
                          .computeIfAbsent(key(row), k -> new ArrayList<>())
                          .add(new Line(id, row.text("vendor_id"), l)));
        });
    history.receipts.forEach(
        (line, rows) -> {
          if (!known.contains(line)) {
            history.alone.addAll(rows);
          }
        });
    history.alone.stream().flatMap(row -> history.alone(row).stream()).forEach(lines::add);
    return new Known(lines, awaited);
  }

  /**
   * A line of an order, with what arrived of it.
   *
   * @param lineId by which the ERP knows it
   * @param vendor by the ERP's own key
   */
  record Line(String lineId, String vendor, OrderedLine ordered) {}

  /** Returns the lines of each item at each site that the ERP keeps orders of. */
  static Map<PolicySubject.Key, List<Line>> byPlace(SupplyStore store, SupplyBook book) {
    PurchaseHistory history = new PurchaseHistory(book);
    store.each(SupplyTable.PURCHASE_RECEIPT, history::addReceipt);
    Map<PolicySubject.Key, List<Line>> byPlace = new HashMap<>();
    store.each(
        SupplyTable.PURCHASE_LINE,
        row ->
            history
                .line(row)
                .ifPresent(
                    ordered ->
                        byPlace
                            .computeIfAbsent(key(row), k -> new ArrayList<>())
                            .add(new Line(row.text("line_id"), row.text("vendor_id"), ordered))));
    return byPlace;
  }

  private static PolicySubject.Key key(SupplyRow row) {
    return new PolicySubject.Key(
        row.text("org_id"),
        row.text("item_id"),
        Optional.ofNullable(row.text("site_id")).orElse(""));
  }

  private void addReceipt(SupplyRow row) {
    String line = row.text("purchase_line_id");
    if (row.amount("quantity").signum() <= 0) {
      return; // goods that went back arrived before
    }
    if (line == null) {
      alone.add(row);
    } else {
      receipts.computeIfAbsent(line, id -> new ArrayList<>()).add(row);
    }
  }

  /**
   * A line of which something was received that no receipt tells of says nothing of when it came,
   * and is left out.
   */
  private Optional<OrderedLine> line(SupplyRow row) {
    List<OrderedLine.Receipt> came =
        receipts.getOrDefault(row.text("line_id"), List.of()).stream()
            .map(r -> new OrderedLine.Receipt(r.day("received_on"), r.amount("quantity")))
            .toList();
    BigDecimal received =
        Optional.ofNullable(row.amount("quantity_received")).orElse(BigDecimal.ZERO);
    BigDecimal ordered = row.amount("quantity_ordered");
    if (ordered.signum() <= 0 || came.isEmpty() && received.signum() > 0) {
      return Optional.empty();
    }
    boolean open = Boolean.FALSE.equals(row.value("closed")) && received.compareTo(ordered) < 0;
    return Optional.of(
        ordered(
            row,
            row.text("vendor_id"),
            row.day("ordered_on"),
            Optional.ofNullable(row.day("promised_on")),
            ordered,
            came,
            open));
  }

  private Optional<OrderedLine> alone(SupplyRow receipt) {
    return receipt.text("vendor_id") == null || receipt.day("ordered_on") == null
        ? Optional.empty()
        : Optional.of(
            ordered(
                receipt,
                receipt.text("vendor_id"),
                receipt.day("ordered_on"),
                Optional.empty(),
                receipt.amount("quantity"),
                List.of(
                    new OrderedLine.Receipt(
                        receipt.day("received_on"), receipt.amount("quantity"))),
                false));
  }

  private OrderedLine ordered(
      SupplyRow row,
      String vendorId,
      LocalDate orderedOn,
      Optional<LocalDate> promisedOn,
      BigDecimal quantity,
      List<OrderedLine.Receipt> came,
      boolean open) {
    String org = Optional.ofNullable(row.text("org_id")).orElse("");
    String site = Optional.ofNullable(row.text("site_id")).orElse("");
    VendorKey vendor = new VendorKey(org, vendorId);
    Optional<LocalDate> usual =
        book.promisedDays(new ItemKey(org, row.text("item_id")), vendor).map(orderedOn::plusDays);
    return new OrderedLine(
        vendor.text(),
        row.text("item_id"),
        orderedOn,
        promisedOn.or(() -> usual),
        quantity,
        came,
        open,
        book.days(org, site, Optional.of(vendor)).work());
  }
}
