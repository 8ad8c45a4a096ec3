package org.demandwright.app.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.Cursors;
import org.demandwright.app.Expected;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.Wordbook;
import org.demandwright.app.forecast.VersionRecord;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.demand.DataScope;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.exchange.ExportStore;
import org.demandwright.store.forecast.VersionStatus;
import org.demandwright.store.run.WorkStatus;

/**
 * Forecasts of a version as a file: asked for here, written by a job beside the pipeline, and kept
 * for some days. Who asked sees it, and whoever looks after the installation.
 */
@ApplicationScoped
@Transactional
public class Exports {
  /** Exports of one account that have not ended. */
  private static final int MOST_UNFINISHED = 10;

  private final ExportStore exports;
  private final Settings settings;
  private final Clock clock;
  private final AuditTrail audit;

  @Inject
  Exports(ExportStore exports, Settings settings, Clock clock, AuditTrail audit) {
    this.exports = exports;
    this.settings = settings;
    this.clock = clock;
    this.audit = audit;
  }

  Exports() {
    this(null, null, null, null);
  }

  /** Asks for forecasts of a finished version that the caller may read. */
  public ExportRecord order(VersionRecord version, ExportTerms terms, String by) {
    terms.filter(version.versionId()); // refuses what the list would
    if (version.status() == VersionStatus.BUILDING) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Version %d is not finished; wait for its run.".formatted(version.versionId()));
    }
    if (exports.unfinished(by) >= MOST_UNFINISHED) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "%d exports that you asked for are not written yet. Wait for them, or delete some."
              .formatted(MOST_UNFINISHED));
    }
    long id =
        exports.add(
            new ExportStore.Order(
                by,
                clock.now(),
                version.versionId(),
                version.plan(),
                terms.text(),
                ExportTerms.text(terms.scope())));
    audit.record(
        "export.order",
        subject(id),
        AuditTrail.NOTHING,
        Map.of("versionId", version.versionId(), "terms", terms.text()));
    return record(exports.find(id).orElseThrow());
  }

  /**
   * Returns exports, newest first.
   *
   * @param scope whoever may see a part has those alone that were asked for within the same part
   * @param asker whose they are, empty for all
   */
  public Page<ExportRecord> page(
      DataScope scope, Optional<String> asker, Optional<String> cursor, int limit) {
    long before = cursor.map(Cursors::number).orElse(Long.MAX_VALUE);
    Optional<String> part =
        Optional.of(ExportTerms.text(scope)).filter(text -> !scope.isUnrestricted());
    return Page.of(exports.before(part, asker, before, limit), limit, e -> Cursors.of(e.exportId()))
        .map(this::record);
  }

  /** Returns one export, likewise. */
  public ExportRecord one(DataScope scope, Optional<String> asker, long exportId) {
    return find(scope, asker, exportId)
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.NOT_FOUND,
                    "There is no export %d, or it was removed.".formatted(exportId)));
  }

  /** Returns one export, empty where there is none that is seen. */
  Optional<ExportRecord> find(DataScope scope, Optional<String> asker, long exportId) {
    return exports
        .find(exportId)
        .filter(e -> asker.isEmpty() || asker.get().equals(e.order().by()))
        .map(this::record)
        .filter(e -> isSeen(scope, e));
  }

  private static boolean isSeen(DataScope scope, ExportRecord export) {
    return scope.isUnrestricted() || export.terms().scope().equals(scope);
  }

  /** Returns an export whose content can be taken. */
  public ExportRecord ready(DataScope scope, Optional<String> asker, long exportId) {
    ExportRecord found = one(scope, asker, exportId);
    if (found.export().status() != WorkStatus.READY) {
      String why =
          found
              .export()
              .failedBecause()
              .map(words -> "failed: " + Wordbook.english().say(words))
              .orElse("is " + found.export().status() + "; ask again when it is READY.");
      throw new Refused(Refused.Kind.CONFLICT, "Export %d %s".formatted(exportId, why));
    }
    return found;
  }

  /** Returns a block of the content, counted from 1; empty behind the last one. */
  public Optional<byte[]> block(long exportId, int number) {
    return exports.block(exportId, number);
  }

  /** Removes an export; one that is under way comes to nothing. */
  public void remove(
      DataScope scope, Optional<String> asker, long exportId, Expected<ExportRecord> expected) {
    ExportRecord seen = one(scope, asker, exportId);
    expected.check(seen);
    exports.remove(exportId);
    audit.record(
        "export.delete",
        subject(exportId),
        Map.of("status", seen.export().status()),
        AuditTrail.NOTHING);
  }

  private static String subject(long exportId) {
    return "export/" + exportId;
  }

  private ExportRecord record(ExportStore.Export export) {
    return new ExportRecord(
        export,
        ExportTerms.parse(export.order().terms()),
        export.endedAt().map(at -> at.plus(settings.exchange().exports())));
  }
}
