package org.demandwright.app.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.Words;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.SalesLine;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.demand.SeriesLine;
import org.demandwright.core.intake.BaseUnits;
import org.demandwright.core.intake.KitBook;
import org.demandwright.core.intake.LineRule;
import org.demandwright.core.intake.Objection;
import org.demandwright.core.intake.PlausibleDates;
import org.demandwright.erp.ErpSalesLine;
import org.demandwright.store.intake.IntakeStore;
import org.demandwright.store.intake.QuarantinedLine;

/**
 * Decides whether a row of the ERP is a sales line that can be used. A row that the ERP's own view
 * excludes is kept with that reason and not looked at further; a row that should count but breaks a
 * {@link LineRule} or has an implausible date is quarantined. The line of a kit is kept as
 * excluded, and lines of its parts are derived from it: they have its day, place and customer, but
 * no price and no amount, since how those divide among the parts is not known.
 */
public final class SalesLineReview {
  /** Why a row is in quarantine whose identity another row has. */
  static final String DUPLICATE = "DUPLICATE_LINE";

  private final Map<ItemKey, String> units;
  private final BaseUnits baseUnits;
  private final PlausibleDates dates;
  private final KitBook kits;

  /**
   * @param units base unit of each item of the ERP, empty where it names none
   */
  SalesLineReview(Map<ItemKey, String> units, PlausibleDates dates, KitBook kits) {
    this.units = units;
    baseUnits = (org, item) -> Optional.ofNullable(units.get(new ItemKey(org, item)));
    this.dates = dates;
    this.kits = kits;
  }

  /** Judges a row. */
  public JudgedRow review(ErpSalesLine raw) {
    if (raw.excludedBecause() != null && LineRule.NO_IDENTITY.objection(raw, baseUnits).isEmpty()) {
      return good(raw, List.of(line(raw, Optional.empty(), raw.excludedBecause())));
    }
    for (LineRule rule : LineRule.values()) {
      Optional<Words> objection = rule.objection(raw, baseUnits);
      if (objection.isPresent()) {
        return bad(raw, rule.name(), objection.get());
      }
    }
    Optional<Words> implausible = dates.objection(raw);
    if (implausible.isPresent()) {
      return bad(raw, LineRule.IMPLAUSIBLE_DATE.name(), implausible.get());
    }
    if (Boolean.TRUE.equals(raw.isKit())) {
      return kit(raw);
    }
    return good(raw, List.of(line(raw, Optional.of(key(raw, raw.itemId())), null)));
  }

  private JudgedRow kit(ErpSalesLine raw) {
    ItemKey kit = new ItemKey(orEmpty(raw.orgId()), raw.itemId());
    KitBook.Explosion explosion = kits.explode(kit);
    if (!explosion.possible()) {
      return bad(raw, explosion.fault().orElseThrow().name(), explosion.detail().orElseThrow());
    }
    List<SeriesLine> lines = new ArrayList<>();
    lines.add(line(raw, Optional.empty(), IntakeStore.KIT));
    for (Map.Entry<String, BigDecimal> part : explosion.units().entrySet()) {
      BigDecimal quantity = raw.quantity().multiply(part.getValue());
      String unit = units.get(new ItemKey(kit.orgId(), part.getKey()));
      if (unit == null) {
        return bad(
            raw,
            LineRule.UNKNOWN_ITEM.name(),
            Objection.of(
                Words.of("intake.unknown-part", part.getKey(), raw.itemId()), "intake.add-item"));
      }
      if (LineRule.absurd(quantity)) {
        return bad(
            raw,
            LineRule.ABSURD_QUANTITY.name(),
            Objection.of(
                Words.of("intake.absurd-part", quantity, part.getKey()), "intake.correct-kit"));
      }
      lines.add(derived(raw, part.getKey(), unit, quantity));
    }
    return good(raw, lines);
  }

  private static SeriesLine line(ErpSalesLine raw, Optional<SeriesKey> key, String excluded) {
    return new SeriesLine(
        key,
        line(
            raw,
            new Goods(
                raw.lineId(),
                raw.itemId(),
                raw.quantity(),
                raw.uomId(),
                raw.unitPriceNet(),
                raw.netAmount(),
                raw.currency(),
                excluded,
                null)));
  }

  private static SeriesLine derived(
      ErpSalesLine raw, String component, String unit, BigDecimal quantity) {
    return new SeriesLine(
        Optional.of(key(raw, component)),
        line(
            raw,
            new Goods(
                raw.lineId() + "#" + component,
                component,
                quantity,
                unit.isEmpty() ? null : unit,
                null,
                null,
                null,
                null,
                raw.lineId())));
  }

  /** What the line of a kit and that of a part of it differ in. */
  private record Goods(
      String lineId,
      String itemId,
      BigDecimal quantity,
      String uomId,
      BigDecimal unitPrice,
      BigDecimal netAmount,
      String currency,
      String excludedBecause,
      String derivedFrom) {}

  private static SalesLine line(ErpSalesLine raw, Goods goods) {
    return new SalesLine(
        goods.lineId(),
        raw.sourceKind(),
        raw.sourceKey(),
        raw.documentNo(),
        raw.lineKind(),
        raw.orderDate(),
        raw.demandDate(),
        goods.itemId(),
        raw.customerId(),
        goods.quantity(),
        goods.uomId(),
        goods.unitPrice(),
        goods.netAmount(),
        goods.currency(),
        Boolean.TRUE.equals(raw.onPromotion()),
        Boolean.TRUE.equals(raw.dropShip()),
        raw.flags(),
        goods.excludedBecause(),
        raw.originalDate(),
        goods.derivedFrom(),
        raw.changedAt());
  }

  private static SeriesKey key(ErpSalesLine raw, String item) {
    return new SeriesKey(
        orEmpty(raw.orgId()), item, orEmpty(raw.siteId()), orEmpty(raw.channelId()));
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  private static JudgedRow good(ErpSalesLine raw, List<SeriesLine> lines) {
    return new JudgedRow(lines, Optional.empty(), raw.watermark());
  }

  /**
   * Puts a row into quarantine whose identity another row of the ERP has and keeps.
   *
   * @param before how many rows of the same identity, key and stamp are in quarantine already
   */
  static JudgedRow duplicate(ErpSalesLine raw, int before) {
    return bad(
        raw,
        raw.lineId()
            + "@"
            + raw.changedAt()
            + ":"
            + raw.sourceKey()
            + (before > 0 ? "#" + before : ""),
        DUPLICATE,
        Objection.of(Words.of("intake.duplicate", raw.lineId()), "intake.make-unique"));
  }

  /** Returns the identity that the row of a duplicate claims. */
  static String claimed(String duplicateId) {
    return duplicateId.substring(0, duplicateId.lastIndexOf('@'));
  }

  private static JudgedRow bad(ErpSalesLine raw, String reason, Words detail) {
    String identity =
        raw.lineId() == null || raw.lineId().isBlank()
            ? "?" + raw.sourceKind() + ":" + raw.sourceKey() + "@" + raw.changedAt()
            : raw.lineId();
    return bad(raw, identity, reason, detail);
  }

  private static JudgedRow bad(ErpSalesLine raw, String identity, String reason, Words detail) {
    return new JudgedRow(
        List.of(),
        Optional.of(
            new QuarantinedLine(
                identity,
                reason,
                detail,
                raw.sourceKind(),
                raw.sourceKey(),
                orEmpty(raw.orgId()),
                orEmpty(raw.siteId()),
                raw.itemId(),
                raw.orderDay(),
                raw.quantity(),
                raw.netAmount(),
                RawRow.json(raw),
                raw.changedAt())),
        raw.watermark());
  }
}
