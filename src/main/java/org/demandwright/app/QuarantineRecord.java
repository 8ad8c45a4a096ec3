package org.demandwright.app;

import java.time.Instant;
import java.time.ZoneOffset;
import org.demandwright.store.LineStore;

/**
 * A row of the ERP that could not be read.
 *
 * @param reason one word for counting
 * @param detail what is wrong with it and what to do
 * @param raw every column as it came, a JSON object
 * @param changedAt when the ERP last changed it
 * @param instanceId the run that put it there
 */
public record QuarantineRecord(
    String lineId, String reason, String detail, String raw, Instant changedAt, long instanceId) {

  static QuarantineRecord of(LineStore.Quarantined q) {
    return new QuarantineRecord(
        q.lineId(),
        q.reason(),
        q.detail(),
        q.raw(),
        q.changedAt().toInstant(ZoneOffset.UTC),
        q.quarantinedBy());
  }
}
