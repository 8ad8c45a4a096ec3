package org.demandwright.store;

import java.time.LocalDateTime;

/**
 * A row of the ERP that could not be read as a sales line.
 *
 * @param lineId its identity, or one made of its source key where it has none
 * @param reason one short upper-case word for counting, such as NO_DATE
 * @param detail what was wrong and what to do, in words
 * @param changedAt the row's change stamp, may be null
 */
public record QuarantinedLine(
    String lineId, String reason, String detail, LocalDateTime changedAt) {}
