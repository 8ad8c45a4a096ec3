package org.demandwright.app.quality;

import java.time.Instant;
import java.time.ZoneOffset;
import org.demandwright.core.Words;
import org.demandwright.store.intake.LineStore;

/**
 * A row of the ERP that could not be read.
 *
 * @param reason one word for counting
 * @param detail what is wrong with it and what to do
 * @param raw every column as it came, a JSON object
 * @param changedAt when the ERP last changed it
 * @param run the number of the run that put it there, as on the page of the jobs
 * @param source the name of the source that it is of
 */
public record QuarantineRecord(
    String lineId,
    String reason,
    Words detail,
    String raw,
    Instant changedAt,
    long run,
    String source) {

  static QuarantineRecord of(LineStore.Quarantined q, long run) {
    return new QuarantineRecord(
        q.lineId(),
        q.reason(),
        q.detail(),
        q.raw(),
        q.changedAt().toInstant(ZoneOffset.UTC),
        run,
        q.source());
  }
}
