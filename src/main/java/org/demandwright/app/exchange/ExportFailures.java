package org.demandwright.app.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Map;
import org.demandwright.app.Announcement;
import org.demandwright.app.Announcements;
import org.demandwright.app.Wordbook;
import org.demandwright.core.Words;
import org.demandwright.store.exchange.ExportStore;

/** Notes that an export came to nothing and tells so, both or neither. */
@ApplicationScoped
public class ExportFailures {
  private final ExportStore exports;
  private final Announcements announcements;

  @Inject
  ExportFailures(ExportStore exports, Announcements announcements) {
    this.exports = exports;
    this.announcements = announcements;
  }

  ExportFailures() {
    this(null, null);
  }

  /** Ends an export that has not ended yet. */
  @Transactional(TxType.REQUIRES_NEW)
  public void fail(ExportStore.Export export, Words because, Instant now) {
    if (exports.fail(export.exportId(), because, now)) {
      announcements.announce(
          new Announcement(
              Announcement.Kind.EXPORT_FAILED,
              now,
              Map.of(
                  "exportId",
                  export.exportId(),
                  "versionId",
                  export.order().versionId(),
                  "because",
                  Wordbook.english().say(because),
                  "askedBy",
                  export.order().by())));
    }
  }
}
