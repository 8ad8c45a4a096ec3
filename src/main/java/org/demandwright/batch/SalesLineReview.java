package org.demandwright.batch;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.erp.ErpSalesLine;
import org.demandwright.store.QuarantinedLine;
import org.demandwright.store.StoredLine;

/**
 * Decides whether a row of the ERP is a sales line that can be used. A row that the ERP's own view
 * excludes is kept with that reason and not looked at further; a row that should count but cannot
 * be understood is quarantined with a reason and what to do.
 */
final class SalesLineReview {
  /** Demand of one line at or above this many base units is a typing error. */
  static final BigDecimal ABSURD = new BigDecimal("10000000");

  private static final LocalDate EARLIEST = LocalDate.of(1980, 1, 1);
  private static final int MOST_YEARS_AHEAD = 2;

  private final Set<String> knownItems;

  SalesLineReview(Set<String> knownItems) {
    this.knownItems = knownItems;
  }

  ImportedLine review(ErpSalesLine raw) {
    LocalDate day = raw.bookedOn();
    if (raw.lineId() == null || raw.lineId().isBlank()) {
      return bad(raw, "NO_IDENTITY", "the row has no line_id; correct the ERP's view");
    }
    if (raw.excludedBecause() != null) {
      return good(raw, day);
    }
    if (day == null) {
      return bad(raw, "NO_DATE", "demand_date is not set; set the date in the ERP");
    }
    if (day.isBefore(EARLIEST)
        || day.isAfter(raw.changedAt().toLocalDate().plusYears(MOST_YEARS_AHEAD))) {
      return bad(raw, "IMPLAUSIBLE_DATE", "the demand date " + day + " cannot be right");
    }
    if (raw.itemId() == null || raw.itemId().isBlank()) {
      return bad(raw, "NO_ITEM", "the row names no item; correct it in the ERP");
    }
    if (!knownItems.contains(raw.itemId())) {
      return bad(
          raw, "UNKNOWN_ITEM", "item " + raw.itemId() + " is not in dw_item; add it in the ERP");
    }
    if (raw.quantity() == null) {
      return bad(raw, "NO_QUANTITY", "the quantity is empty; set it in the ERP");
    }
    if (raw.quantity().abs().compareTo(ABSURD) >= 0) {
      return bad(
          raw,
          "ABSURD_QUANTITY",
          "the quantity "
              + raw.quantity().toPlainString()
              + " is at or above "
              + ABSURD.toPlainString()
              + "; correct it in the ERP");
    }
    return good(raw, day);
  }

  private static ImportedLine good(ErpSalesLine raw, LocalDate day) {
    StoredLine line =
        new StoredLine(
            raw.lineId(),
            keyOf(raw),
            raw.sourceKind(),
            raw.sourceKey(),
            raw.documentNo(),
            raw.lineKind(),
            day,
            raw.quantity(),
            raw.netAmount(),
            raw.currency(),
            Boolean.TRUE.equals(raw.onPromotion()),
            raw.flags(),
            raw.excludedBecause(),
            raw.changedAt());
    return new ImportedLine(Optional.of(line), Optional.empty(), raw.watermark());
  }

  private static Optional<SeriesKey> keyOf(ErpSalesLine raw) {
    if (raw.excludedBecause() != null) {
      return Optional.empty();
    }
    return Optional.of(
        new SeriesKey(
            orEmpty(raw.orgId()), raw.itemId(), orEmpty(raw.siteId()), orEmpty(raw.channelId())));
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  private static ImportedLine bad(ErpSalesLine raw, String reason, String detail) {
    String identity =
        raw.lineId() == null || raw.lineId().isBlank()
            ? "?" + raw.sourceKind() + ":" + raw.sourceKey() + "@" + raw.changedAt()
            : raw.lineId();
    return new ImportedLine(
        Optional.empty(),
        Optional.of(new QuarantinedLine(identity, reason, detail, raw.changedAt())),
        raw.watermark());
  }
}
