package org.demandwright.app.source;

import java.time.Instant;
import java.util.Optional;
import org.demandwright.file.FileKind;
import org.demandwright.store.source.FileStore;

/**
 * A file that was sent.
 *
 * @param loadId number of its load where it was loaded, 0 for signals
 */
public record FileRecord(
    long fileId,
    String name,
    FileKind kind,
    String sha256,
    long bytes,
    String sentBy,
    Instant sentAt,
    Optional<Long> loadId,
    Optional<Instant> loadedAt) {

  static FileRecord of(FileStore.Entry entry) {
    return new FileRecord(
        entry.fileId(),
        entry.name(),
        FileKind.valueOf(entry.kind()),
        entry.sha256(),
        entry.bytes(),
        entry.sentBy(),
        entry.sentAt(),
        entry.loaded().map(FileStore.Loaded::loadId),
        entry.loaded().map(FileStore.Loaded::at));
  }
}
