package org.demandwright.app.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.settings.Settings;
import org.demandwright.file.FileIntake;
import org.demandwright.file.FileKind;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.source.FileStore;

/**
 * The files that people send: written to the data folder as they arrive, never whole in memory, and
 * kept there until they are removed.
 */
@ApplicationScoped
public class FileShelf {
  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_NAME = 400;

  private final FileStore files;
  private final Settings settings;
  private final Clock clock;
  private final AuditTrail audit;

  @Inject
  FileShelf(FileStore files, Settings settings, Clock clock, AuditTrail audit) {
    this.files = files;
    this.settings = settings;
    this.clock = clock;
    this.audit = audit;
  }

  FileShelf() {
    this(null, null, null, null);
  }

  /** Returns the files, the newest first. */
  public List<FileRecord> all() {
    return files.all().stream().map(FileRecord::of).toList();
  }

  /** Returns files, the newest first. */
  public Page<FileRecord> page(Optional<String> cursor, int limit) {
    List<FileStore.Entry> rows =
        files.before(cursor.map(Cursors::number).orElse(Long.MAX_VALUE), limit);
    return Page.of(rows, limit, e -> Cursors.of(e.fileId())).map(FileRecord::of);
  }

  /** Returns one file. */
  public FileRecord sent(long fileId) {
    return FileRecord.of(entry(fileId));
  }

  /**
   * Takes a file.
   *
   * @param bytes read to the end, not closed
   */
  public FileRecord take(String name, FileKind kind, InputStream bytes, String by) {
    requireName(name);
    try {
      Files.createDirectories(folder());
      Path draft = Files.createTempFile(folder(), "sent", ".part");
      try {
        long size = copy(name, bytes, draft);
        String sha256 = FileIntake.find().fingerprint(draft);
        FileStore.Entry entry = files.add(name, kind.name(), sha256, size, by, clock.now());
        Files.move(draft, path(entry.fileId()), StandardCopyOption.REPLACE_EXISTING);
        FileRecord taken = FileRecord.of(entry);
        audit.record("file.add", "file/" + entry.fileId(), AuditTrail.NOTHING, taken);
        return taken;
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private long copy(String name, InputStream bytes, Path draft) throws IOException {
    long most = settings.files().mostBytes();
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    try (OutputStream out = Files.newOutputStream(draft)) {
      for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
        size += n;
        if (size > most) {
          throw new Refused(
              Refused.Kind.TOO_LARGE,
              "%s is larger than %d MB; pack it (gzip), split it, or raise dw.files.max-mb."
                  .formatted(name, most >> 20));
        }
        out.write(buffer, 0, n);
      }
    }
    if (size == 0) {
      throw new Refused(Refused.Kind.INVALID, name + " is empty; send the file as the body.");
    }
    return size;
  }

  private static void requireName(String name) {
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      throw new Refused(
          Refused.Kind.INVALID, "The file has no name, or one of more than 400 characters.");
    }
  }

  FileStore.Entry entry(long fileId) {
    return files
        .find(fileId)
        .orElseThrow(() -> new Refused(Refused.Kind.NOT_FOUND, "There is no file " + fileId + "."));
  }

  /** Returns where a file lies; refuses one that another server of the same store has taken. */
  Path file(long fileId) {
    if (!holds(fileId)) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "File %d (%s) is not in the data folder of this server; send it again here."
              .formatted(fileId, entry(fileId).name()));
    }
    return path(fileId);
  }

  /** Returns whether a file lies on this server. */
  boolean holds(long fileId) {
    return Files.isReadable(path(fileId));
  }

  void loaded(long fileId, long loadId, String by) {
    files.loaded(fileId, new FileStore.Loaded(loadId, by, clock.now()));
  }

  /** Removes a file; what was loaded from it stays. */
  @Transactional
  public void remove(long fileId) {
    FileRecord file = FileRecord.of(entry(fileId));
    files.remove(fileId);
    audit.record("file.remove", "file/" + fileId, file, AuditTrail.NOTHING);
    try {
      Files.deleteIfExists(path(fileId));
      Files.deleteIfExists(badRows(fileId));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private Path folder() {
    return settings.store().dataDir().resolve("files");
  }

  private Path path(long fileId) {
    return folder().resolve(fileId + ".sent");
  }

  /** Returns where the rows of a file are that cannot be read. */
  Path badRows(long fileId) {
    return folder().resolve(fileId + ".bad.csv");
  }

  private Refused unwritable(IOException e) {
    return new Refused(
        Refused.Kind.UNAVAILABLE,
        "The folder %s cannot be written (%s); check its disk and rights."
            .formatted(folder().toAbsolutePath(), e.getMessage()));
  }
}
