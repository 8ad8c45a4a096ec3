package org.demandwright.file.tabular;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.demandwright.core.intake.BookedRow;

/** One order line of a file; null where the file says nothing. Quantities are in base units. */
record FileLine(
    LineIdentity identity,
    String excludedBecause,
    String flags,
    String kind,
    LocalDate orderDate,
    LocalDate demandDate,
    String item,
    String itemName,
    String category,
    String site,
    String customer,
    String channel,
    BigDecimal quantity,
    String uom,
    BigDecimal unitPrice,
    BigDecimal netAmount,
    String currency,
    boolean onPromotion,
    String status,
    LocalDateTime changedAt) {

  /** Returns what the line claims, under the identity by which the import will know it. */
  BookedRow booked(String lineId) {
    return new Booked(lineId, this);
  }

  private record Booked(String lineId, FileLine line) implements BookedRow {
    @Override
    public String lineKind() {
      return line.kind;
    }

    @Override
    public String orgId() {
      return line.identity.org();
    }

    @Override
    public LocalDate orderDate() {
      return line.orderDate;
    }

    @Override
    public LocalDate bookedOn() {
      return line.demandDate;
    }

    @Override
    public String itemId() {
      return line.item;
    }

    @Override
    public BigDecimal quantity() {
      return line.quantity;
    }

    @Override
    public String uomId() {
      return line.uom;
    }
  }
}
