package org.demandwright.app.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.demandwright.app.Clock;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.source.ImportStore;

/**
 * Imports of files: asked for here, carried out by {@link ImportRuns} on the member where the file
 * lies, and kept for some time with what came of them.
 */
@ApplicationScoped
@Transactional
public class FileImports {
  /** Imports of all callers that have not ended. */
  private static final int MOST_UNFINISHED = 20;

  private final ImportStore imports;
  private final FileShelf shelf;
  private final Clock clock;
  private final AuditTrail audit;

  @Inject
  FileImports(ImportStore imports, FileShelf shelf, Clock clock, AuditTrail audit) {
    this.imports = imports;
    this.shelf = shelf;
    this.clock = clock;
    this.audit = audit;
  }

  FileImports() {
    this(null, null, null, null);
  }

  /**
   * What is wanted.
   *
   * @param dryRun whether nothing is to be loaded
   * @param replaces number of the load that it corrects
   */
  public record Wish(long fileId, boolean dryRun, Optional<Long> replaces, FileAnswers answers) {
    OptionalLong corrected() {
      return replaces.map(OptionalLong::of).orElse(OptionalLong.empty());
    }
  }

  /** Asks for the import of a file that lies on this member. */
  public ImportStore.Entry order(Wish wish, String by) {
    FileRecord file = shelf.sent(wish.fileId());
    shelf.file(wish.fileId());
    wish.answers().wishes();
    wish.answers().columns(file.kind());
    if (imports.unfinished().size() >= MOST_UNFINISHED) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "%d imports have not ended yet; wait for them.".formatted(MOST_UNFINISHED));
    }
    long id =
        imports.add(
            new ImportStore.Order(
                file.fileId(),
                file.name(),
                file.kind().word(),
                wish.dryRun(),
                wish.replaces(),
                text(wish.answers()),
                by,
                clock.now()));
    audit.record(
        "import.order",
        "import/" + id,
        AuditTrail.NOTHING,
        Map.of("file", file.fileId(), "dryRun", wish.dryRun()));
    return one(id);
  }

  /** Returns one import. */
  public ImportStore.Entry one(long importId) {
    return imports
        .find(importId)
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.NOT_FOUND,
                    "There is no import %d, or it was removed.".formatted(importId)));
  }

  /** Returns imports, newest first. */
  public Page<ImportStore.Entry> page(Optional<String> cursor, int limit) {
    return Page.of(
        imports.before(cursor.map(Cursors::number).orElse(Long.MAX_VALUE), limit),
        limit,
        e -> Cursors.of(e.importId()));
  }

  /** Returns the first rows of an import that came to nothing, in their order. */
  public Page<ImportStore.RowFailure> failures(long importId, Optional<String> cursor, int limit) {
    one(importId);
    long after = cursor.map(Cursors::number).orElse(0L);
    int behind = (int) Math.max(0, Math.min(Integer.MAX_VALUE, after));
    return Page.of(imports.failures(importId, behind, limit), limit, f -> Cursors.of(f.number()));
  }

  static Wish wish(ImportStore.Order order) {
    return new Wish(order.fileId(), order.dryRun(), order.replaces(), answers(order.answers()));
  }

  private static String text(FileAnswers answers) {
    return Json.createObjectBuilder()
        .add("format", Json.createObjectBuilder(new HashMap<String, Object>(answers.format())))
        .add("mapping", Json.createObjectBuilder(new HashMap<String, Object>(answers.mapping())))
        .build()
        .toString();
  }

  private static FileAnswers answers(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject said = reader.readObject();
      return new FileAnswers(
          texts(said.getJsonObject("format")), texts(said.getJsonObject("mapping")));
    }
  }

  private static Map<String, String> texts(JsonObject object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object.forEach((name, value) -> texts.put(name, ((JsonString) value).getString()));
    return texts;
  }
}
