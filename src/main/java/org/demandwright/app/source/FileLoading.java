package org.demandwright.app.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.demandwright.app.Clock;
import org.demandwright.app.Refused;
import org.demandwright.app.Unavailable;
import org.demandwright.app.demand.SignalIntake;
import org.demandwright.app.settings.Settings;
import org.demandwright.erp.DatabaseFailure;
import org.demandwright.erp.ErpAccess;
import org.demandwright.erp.ErpConnections;
import org.demandwright.erp.ErpDatabase;
import org.demandwright.erp.UnreachableErp;
import org.demandwright.erp.UnusableErp;
import org.demandwright.file.FileAccount;
import org.demandwright.file.FileCheck;
import org.demandwright.file.FileIntake;
import org.demandwright.file.FileKind;
import org.demandwright.file.FileLoad;
import org.demandwright.file.FileRequest;
import org.demandwright.file.LoadTerms;
import org.demandwright.file.UnusableFile;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.source.FileStore;

/**
 * Looks into files, tries them and loads them: order lines into the database of files, signals into
 * the store. One load at a time. Every refusal is a {@link Refused}.
 */
@ApplicationScoped
public class FileLoading {
  private static final Logger LOG = System.getLogger(FileLoading.class.getName());

  /** One statement of a load takes no longer; the database of files is ours. */
  private static final Duration LONGEST_STATEMENT = Duration.ofMinutes(15);

  private final FileShelf shelf;
  private final MappingProfiles profiles;
  private final SignalIntake signals;
  private final ErpConnections connections;
  private final Settings settings;
  private final Clock clock;
  private final FileIntake intake = FileIntake.find();
  private final Semaphore one = new Semaphore(1);
  private final AuditTrail audit;

  @Inject
  FileLoading(
      FileShelf shelf,
      MappingProfiles profiles,
      SignalIntake signals,
      ErpConnections connections,
      Settings settings,
      Clock clock,
      AuditTrail audit) {
    this.shelf = shelf;
    this.profiles = profiles;
    this.signals = signals;
    this.connections = connections;
    this.settings = settings;
    this.clock = clock;
    this.audit = audit;
  }

  FileLoading() {
    this(null, null, null, null, null, null, null);
  }

  /** Finds out the form of a file and what its headings mean, and reads the first rows. */
  public FilePreview preview(long fileId, FileAnswers answers) {
    FileRequest request = request(fileId, answers);
    return alone(() -> guarded(request, () -> FilePreview.of(intake.inspect(request))));
  }

  /**
   * Reads the whole of a file and loads nothing.
   *
   * @param replaces number of the load that it would correct
   */
  public FileReport dryRun(long fileId, FileAnswers answers, OptionalLong replaces) {
    FileRequest request = request(fileId, answers);
    Path bad = shelf.badRows(fileId);
    return alone(
        () ->
            guarded(
                request,
                () ->
                    FileReport.of(
                        request.kind() == FileKind.ORDER_LINES
                            ? checkLines(request, replaces, bad)
                            : intake.signals(request, signals::requireRoom, bad))));
  }

  /** Reads one file at a time: whatever is in it, it keeps no more than one thread busy. */
  private <T> T alone(Supplier<T> work) {
    if (!one.tryAcquire()) {
      throw new BeingRead();
    }
    try {
      return work.get();
    } finally {
      one.release();
    }
  }

  /** Without a database of files there is nothing that was loaded before. */
  private FileCheck checkLines(FileRequest request, OptionalLong replaces, Path bad) {
    return !settings.files().areLoaded()
        ? intake.check(request, bad)
        : onFiles(c -> intake.check(c, request, terms(replaces, "dry run"), bad));
  }

  /** Returns the CSV of the rows that could not be read when the file was tried or loaded last. */
  public Path badRows(long fileId) {
    shelf.entry(fileId);
    Path bad = shelf.badRows(fileId);
    if (!Files.isReadable(bad)) {
      throw new Refused(
          Refused.Kind.NOT_FOUND, "File " + fileId + " was not tried yet: try it first.");
    }
    return bad;
  }

  /**
   * Loads a file, all of it or nothing.
   *
   * @param replaces number of the load that it corrects
   */
  public FileReport load(long fileId, FileAnswers answers, OptionalLong replaces, String by) {
    FileRequest request = request(fileId, answers);
    return alone(() -> load(fileId, request, replaces, by));
  }

  private FileReport load(long fileId, FileRequest request, OptionalLong replaces, String by) {
    FileReport report =
        guarded(
            request,
            () ->
                request.kind() == FileKind.ORDER_LINES
                    ? loadLines(fileId, request, replaces, by)
                    : loadSignals(fileId, request, by));
    LOG.log(
        Level.INFO,
        "{0} loaded file {1} ({2}): {3} rows, {4} of them bad",
        by,
        fileId,
        request.name(),
        report.rows(),
        report.badRows());
    audit.record(
        "file.load",
        "file/" + fileId,
        AuditTrail.NOTHING,
        Map.of(
            "name",
            request.name(),
            "rows",
            report.rows(),
            "badRows",
            report.badRows(),
            "replaces",
            replaces));
    return report;
  }

  private FileReport loadLines(long fileId, FileRequest request, OptionalLong replaces, String by) {
    LoadTerms terms = terms(replaces, by);
    FileAccount account = onFiles(c -> intake.load(c, request, terms));
    long loadId =
        loads().stream()
            .filter(load -> load.account().sha256().equals(account.sha256()))
            .mapToLong(FileLoad::loadId)
            .max()
            .orElseThrow();
    shelf.loaded(fileId, loadId, by);
    return FileReport.of(account);
  }

  private LoadTerms terms(OptionalLong replaces, String by) {
    return new LoadTerms(by, now(), replaces, Optional.of(reader()));
  }

  /** Who reads the files: the source that is their database, or else the first ERP's user. */
  private String reader() {
    return settings
        .otherErps()
        .at(settings.files().url())
        .flatMap(ErpDatabase::user)
        .orElse(settings.erp().user());
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.now(), ZoneOffset.UTC);
  }

  private FileReport loadSignals(long fileId, FileRequest request, String by) {
    List<FileReport> report = new ArrayList<>();
    signals.atomically(
        () ->
            report.add(
                FileReport.of(
                    intake.signals(
                        request, values -> signals.writePart(values, by), shelf.badRows(fileId)))));
    shelf.loaded(fileId, 0, by);
    return report.get(0);
  }

  /** Returns the loads of the database of files that stand, the newest first. */
  public List<FileLoad> loads() {
    return onFiles(intake::loads);
  }

  /** Returns the items that have lines in another unit than their own. */
  public List<CountedItem> units() {
    return guarded(() -> onFiles(intake::unitsOfItems)).stream().map(CountedItem::of).toList();
  }

  /**
   * Counts an item of the files in another unit: the next import judges its lines anew, those in
   * quarantine too.
   */
  public void countIn(String org, String item, String unit, String by) {
    guarded(
        () ->
            onFiles(
                connection -> {
                  intake.countIn(connection, org, item, unit, now());
                  return true;
                }));
    LOG.log(Level.INFO, "{0} counts item {1} of company {2} in {3}", by, item, org, unit);
    audit.record(
        "file-unit.set", "item/" + org + "/" + item, AuditTrail.NOTHING, Map.of("unit", unit));
  }

  private <T> T onFiles(ErpConnections.Work<T> work) {
    if (!settings.files().areLoaded()) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "This installation reads its sales from an ERP and not from files, so nothing is loaded."
              + " To work from files, give them a database schema of their own: set"
              + " dw.erp.file.url, dw.erp.file.user and dw.erp.file.password to it and to its"
              + " owner, and dw.erp.url with the user who only reads to the same place.");
    }
    ErpAccess owner =
        new ErpAccess(
            Optional.empty(),
            Optional.empty(),
            Optional.of(settings.files().user()),
            Optional.of(settings.files().password()));
    return connections.with(owner, settings.files().url(), LONGEST_STATEMENT, work);
  }

  private FileRequest request(long fileId, FileAnswers answers) {
    FileStore.Entry entry = shelf.entry(fileId);
    FileKind kind = FileKind.valueOf(entry.kind());
    return new FileRequest(
        shelf.file(fileId),
        entry.name(),
        kind,
        answers.wishes(),
        answers.columns(kind),
        profiles.known(),
        settings.intake().siteZone(),
        clock.today(settings.intake().siteZone()));
  }

  /** The database of files is the administrator's; what the caller says is values and wishes. */
  private static Refused refused(UnusableErp unusable) {
    if (DatabaseFailure.isAway(unusable)) {
      return Refused.unavailable(unusable.getMessage(), Unavailable.SOON);
    }
    boolean broken = DatabaseFailure.isBehind(unusable) && !DatabaseFailure.isOfValues(unusable);
    return new Refused(
        broken ? Refused.Kind.UNAVAILABLE : Refused.Kind.INVALID, unusable.getMessage());
  }

  /** What is wrong with a file is told under the name by which it was sent, not by our own. */
  private static <T> T guarded(FileRequest request, Supplier<T> work) {
    try {
      return guarded(work);
    } catch (Refused refused) {
      throw refused.saying(
          refused
              .getMessage()
              .replace(request.file().toString(), request.name())
              .replace(request.file().getFileName().toString(), request.name()));
    }
  }

  private static <T> T guarded(Supplier<T> work) {
    try {
      return work.get();
    } catch (UnreachableErp away) {
      throw Unavailable.of(away);
    } catch (UnusableErp unusable) {
      throw refused(unusable);
    } catch (UnusableFile | IllegalArgumentException unusable) {
      throw new Refused(Refused.Kind.INVALID, unusable.getMessage());
    }
  }
}
