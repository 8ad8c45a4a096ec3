package org.demandwright.app.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.demandwright.app.Announcement;
import org.demandwright.app.Announcements;
import org.demandwright.app.Wordbook;
import org.demandwright.core.Words;
import org.demandwright.store.source.ImportStore;

/** Notes how imports ended and tells so, both or neither; trials are told nobody else. */
@ApplicationScoped
@Transactional
public class ImportEnds {
  private final ImportStore imports;
  private final Announcements announcements;

  @Inject
  ImportEnds(ImportStore imports, Announcements announcements) {
    this.imports = imports;
    this.announcements = announcements;
  }

  ImportEnds() {
    this(null, null);
  }

  /** Notes what came of one. */
  public void done(
      ImportStore.Entry entry,
      ImportStore.Counts counts,
      List<ImportStore.RowFailure> failures,
      Instant now) {
    imports.finish(entry.importId(), counts, failures, now);
    tell(
        entry,
        Announcement.Kind.IMPORT_ENDED,
        Map.of(
            "importId",
            entry.importId(),
            "fileId",
            entry.order().fileId(),
            "rows",
            counts.rows(),
            "loaded",
            counts.loaded(),
            "bad",
            counts.bad(),
            "askedBy",
            entry.order().by()),
        now);
  }

  /** Notes that nothing was loaded. */
  public void failed(ImportStore.Entry entry, Words because, Instant now) {
    imports.fail(entry.importId(), because, now);
    tell(
        entry,
        Announcement.Kind.IMPORT_FAILED,
        Map.of(
            "importId",
            entry.importId(),
            "fileId",
            entry.order().fileId(),
            "because",
            Wordbook.english().say(because),
            "askedBy",
            entry.order().by()),
        now);
  }

  private void tell(
      ImportStore.Entry entry, Announcement.Kind kind, Map<String, Object> facts, Instant now) {
    if (!entry.order().dryRun()) {
      announcements.announce(new Announcement(kind, now, facts));
    }
  }
}
