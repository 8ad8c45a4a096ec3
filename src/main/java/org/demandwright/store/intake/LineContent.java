package org.demandwright.store.intake;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** What a row of {@code sales_line} says, apart from who read it when: equal = nothing changed. */
record LineContent(
    String lineId,
    Long seriesId,
    String sourceKind,
    Long sourceKey,
    String documentNo,
    String lineKind,
    LocalDate orderDate,
    LocalDate bookedOn,
    String itemId,
    String customerId,
    BigDecimal quantity,
    String uomId,
    BigDecimal unitPrice,
    BigDecimal netAmount,
    String currency,
    boolean promoted,
    boolean dropShip,
    String flags,
    String excludedBecause,
    LocalDate originalDate,
    String derivedFrom,
    LocalDateTime changedAt) {

  /** The columns, in the order of the components. */
  static final String COLUMNS =
      "line_id, series_id, source_kind, source_key, document_no, line_kind, order_date, booked_on, item_id,"
          + " customer_id, quantity, uom_id, unit_price, net_amount, currency, promoted, drop_ship,"
          + " flags, excluded_because, original_date, derived_from, changed_at";

  static LineContent of(StoredLine l, Long seriesId) {
    return new LineContent(
        l.lineId(),
        seriesId,
        l.sourceKind(),
        l.sourceKey(),
        l.documentNo(),
        l.lineKind(),
        l.orderDate(),
        l.bookedOn(),
        l.itemId(),
        l.customerId(),
        l.quantity(),
        l.uomId(),
        l.unitPrice(),
        l.netAmount(),
        l.currency(),
        l.promoted(),
        l.dropShip(),
        l.flags(),
        l.excludedBecause(),
        l.originalDate(),
        l.derivedFrom(),
        l.changedAt());
  }

  static LineContent of(ResultSet row) throws SQLException {
    return new LineContent(
        row.getString(1),
        row.getObject(2, Long.class),
        row.getString(3),
        row.getObject(4, Long.class),
        row.getString(5),
        row.getString(6),
        row.getObject(7, LocalDate.class),
        row.getObject(8, LocalDate.class),
        row.getString(9),
        row.getString(10),
        row.getBigDecimal(11),
        row.getString(12),
        row.getBigDecimal(13),
        row.getBigDecimal(14),
        stripped(row.getString(15)),
        row.getBoolean(16),
        row.getBoolean(17),
        row.getString(18),
        row.getString(19),
        row.getObject(20, LocalDate.class),
        row.getString(21),
        row.getObject(22, LocalDateTime.class));
  }

  /** Returns the values in the order of {@link #COLUMNS}, followed by others. */
  Object[] values(Object... others) {
    Object[] own = {
      lineId,
      seriesId,
      sourceKind,
      sourceKey,
      documentNo,
      lineKind,
      orderDate,
      bookedOn,
      itemId,
      customerId,
      quantity,
      uomId,
      unitPrice,
      netAmount,
      currency,
      promoted,
      dropShip,
      flags,
      excludedBecause,
      originalDate,
      derivedFrom,
      changedAt
    };
    Object[] all = java.util.Arrays.copyOf(own, own.length + others.length);
    System.arraycopy(others, 0, all, own.length, others.length);
    return all;
  }

  /** Returns the rule by which the line is accounted for, empty for demand. */
  String rule() {
    return excludedBecause == null ? "" : excludedBecause;
  }

  /** Returns the same without the day on which it was ordered. */
  LineContent withoutOrderDate() {
    return new LineContent(
        lineId,
        seriesId,
        sourceKind,
        sourceKey,
        documentNo,
        lineKind,
        null,
        bookedOn,
        itemId,
        customerId,
        quantity,
        uomId,
        unitPrice,
        netAmount,
        currency,
        promoted,
        dropShip,
        flags,
        excludedBecause,
        originalDate,
        derivedFrom,
        changedAt);
  }

  /** A fixed-length column pads. */
  private static String stripped(String text) {
    return text == null ? null : text.strip();
  }
}
