package org.demandwright.app.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.demandwright.app.Clock;
import org.demandwright.app.Refused;
import org.demandwright.app.run.Member;
import org.demandwright.core.Words;
import org.demandwright.store.source.ImportStatus;
import org.demandwright.store.source.ImportStore;

/**
 * Carries out imports, one at a time on each member, and those that a process of this machine left
 * behind that has ended: a load is all or nothing, so that it is simply begun anew.
 */
@ApplicationScoped
public class ImportRuns {
  private static final Logger LOG = System.getLogger(ImportRuns.class.getName());

  private final ImportStore imports;
  private final ImportEnds ends;
  private final FileShelf shelf;
  private final FileLoading loading;
  private final Clock clock;
  private final String me = Member.name();
  private final AtomicBoolean busy = new AtomicBoolean();

  @Inject
  ImportRuns(
      ImportStore imports, ImportEnds ends, FileShelf shelf, FileLoading loading, Clock clock) {
    this.imports = imports;
    this.ends = ends;
    this.shelf = shelf;
    this.loading = loading;
    this.clock = clock;
  }

  ImportRuns() {
    this(null, null, null, null, null);
  }

  /** Carries out the next import, if there is one for this member; returns when it has ended. */
  public void beat() {
    if (!busy.compareAndSet(false, true)) {
      return;
    }
    try {
      imports.unfinished().stream()
          .filter(e -> shelf.holds(e.order().fileId()))
          .filter(e -> e.status() == ImportStatus.WAITING || isLeftBehind(e))
          .findFirst()
          .filter(e -> imports.claim(e, me))
          .ifPresent(this::carryOut);
    } finally {
      busy.set(false);
    }
  }

  private boolean isLeftBehind(ImportStore.Entry entry) {
    return entry.owner().filter(owner -> owner.equals(me) || Member.isGone(owner)).isPresent();
  }

  private void carryOut(ImportStore.Entry entry) {
    ImportStore.Order order = entry.order();
    FileImports.Wish wish = FileImports.wish(order);
    try {
      FileReport report =
          order.dryRun()
              ? loading.dryRun(order.fileId(), wish.answers(), wish.corrected())
              : loading.load(order.fileId(), wish.answers(), wish.corrected(), order.by());
      ImportStore.Counts counts =
          new ImportStore.Counts(
              report.rows(), report.loaded(), report.badRows(), report.refusedRows());
      ends.done(entry, counts, failures(report), clock.now());
    } catch (BeingRead later) {
      imports.putBack(entry.importId());
    } catch (Refused refused) {
      ends.failed(entry, Words.literal(refused.getMessage()), clock.now());
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "Import " + entry.importId() + " failed", e);
      ends.failed(entry, Words.of("run.import-broke-off", entry.importId()), clock.now());
    }
  }

  private static List<ImportStore.RowFailure> failures(FileReport report) {
    List<ImportStore.RowFailure> failures = new ArrayList<>();
    for (FileReport.RowProblem p : report.errors()) {
      failures.add(
          new ImportStore.RowFailure(
              failures.size() + 1,
              p.line(),
              p.reason(),
              p.column(),
              p.value(),
              p.wrong(),
              p.advice()));
    }
    return failures;
  }
}
