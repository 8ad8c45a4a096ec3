package org.demandwright.store.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import org.demandwright.core.Words;
import org.demandwright.store.sql.Decimals;

/**
 * A row of the ERP that could not be read as a sales line, with what is needed to find and judge it
 * again.
 *
 * @param lineId its identity, or one made of its source key where it has none
 * @param reason one short upper-case word for counting, such as NO_DATE
 * @param detail what was wrong and what to do
 * @param orgId the company that it names, empty where it names none; null where that is not kept
 * @param siteId the site, likewise
 * @param itemId the item that it names, may be null
 * @param orderDay when it was ordered, or is wanted where that is unknown; may be null
 * @param quantity as it came, may be null
 * @param netAmount as it came, may be null
 * @param raw every column as it came, a JSON object
 * @param changedAt the row's change stamp
 */
public record QuarantinedLine(
    String lineId,
    String reason,
    Words detail,
    String sourceKind,
    Long sourceKey,
    String orgId,
    String siteId,
    String itemId,
    LocalDate orderDay,
    BigDecimal quantity,
    BigDecimal netAmount,
    String raw,
    LocalDateTime changedAt) {
  public QuarantinedLine {
    Objects.requireNonNull(lineId, "lineId");
    Objects.requireNonNull(raw, "raw");
    Objects.requireNonNull(changedAt, "changedAt");
    quantity = Decimals.rounded(quantity);
    netAmount = Decimals.rounded(netAmount);
  }

  /**
   * Returns whether nothing changed since the row was kept; one that was kept with a sentence says
   * the same as the words for it.
   */
  boolean saysTheSame(QuarantinedLine kept) {
    return equals(kept.detail.key().equals(Words.LITERAL) ? kept.with(detail) : kept);
  }

  private QuarantinedLine with(Words said) {
    return new QuarantinedLine(
        lineId,
        reason,
        said,
        sourceKind,
        sourceKey,
        orgId,
        siteId,
        itemId,
        orderDay,
        quantity,
        netAmount,
        raw,
        changedAt);
  }

  /**
   * Returns whether its source does not exclude the row; a kit, and what is wanted outside the days
   * of its source, is excluded by the import alone.
   */
  boolean counting() {
    return !raw.contains("\"excluded_because\":")
        || raw.contains("\"excluded_because\":\"KIT\"")
        || raw.contains("\"excluded_because\":\"OUTSIDE_DAYS\"");
  }
}
