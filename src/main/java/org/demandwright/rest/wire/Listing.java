package org.demandwright.rest.wire;

import jakarta.ws.rs.core.EntityTag;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.demandwright.app.Page;

/**
 * The answer of a list: a page as JSON, all rows as CSV; which of them, the caller's {@code Accept}
 * decides. Nothing is read before it is written, so that an unchanged list costs nothing.
 *
 * <p>JSON is an object: the members of {@code about}, then {@code rows}, then {@code next}, the
 * cursor of the next page, which the last one does not have. CSV has the columns of {@code about}
 * in front of those of the rows.
 *
 * @param asked with what
 * @param row wire form of a row; a record
 * @param source of the rows
 * @param all reads all rows as CSV wants them, empty where page after page will do
 * @param about what all rows share, a record; empty where they share nothing
 * @param version that all pages keep to, empty where rows rest on none
 * @param tag of the answer, where it is known without reading; empty: made of the bytes
 * @param headers besides
 */
public record Listing<R extends Record>(
    ListRequest asked,
    Class<R> row,
    Source<R> source,
    Optional<Rows<R>> all,
    Optional<Record> about,
    Optional<Long> version,
    Optional<EntityTag> tag,
    Map<String, String> headers) {
  /** For {@code Produces}: what callers get that do not say what they want. */
  public static final String JSON = "application/json;qs=1";

  /** For {@code Produces}. */
  public static final String CSV = CsvTable.MEDIA_TYPE + ";charset=UTF-8;qs=0.5";

  /** Reads one page. */
  @FunctionalInterface
  public interface Source<R> {
    /**
     * @param cursor as the page before gave it, empty for the first
     * @param limit most rows
     */
    Page<R> page(Optional<String> cursor, int limit);
  }

  /** Reads all rows, one after the other, such as from a cursor of the database. */
  @FunctionalInterface
  public interface Rows<R> {
    void forEach(Consumer<? super R> row);
  }

  public Listing {
    headers = Map.copyOf(headers);
  }

  static <R extends Record> Listing<R> of(ListRequest asked, Class<R> row, Source<R> source) {
    asked.fields(RecordMembers.of(row).names());
    asked.position();
    return new Listing<>(
        asked,
        row,
        source,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  /** Returns the same, whose CSV reads its rows in another way. */
  public Listing<R> streaming(Rows<R> rows) {
    return new Listing<>(asked, row, source, Optional.of(rows), about, version, tag, headers);
  }

  /** Returns the same with what all rows share. */
  public Listing<R> about(Record shared) {
    return new Listing<>(asked, row, source, all, Optional.of(shared), version, tag, headers);
  }

  /** Returns the same, all of whose pages are of one version. */
  public Listing<R> keptTo(long versionId) {
    return new Listing<>(asked, row, source, all, about, Optional.of(versionId), tag, headers);
  }

  /**
   * Returns the same with a tag made of everything that the answer depends on but the query and the
   * scope.
   */
  public Listing<R> tagged(Object... parts) {
    EntityTag made = ContentTag.of(asked.uri.getRequestUri().getQuery(), asked.seen(), parts);
    return new Listing<>(asked, row, source, all, about, version, Optional.of(made), headers);
  }

  /** Returns the same with one more header. */
  public Listing<R> with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Listing<>(asked, row, source, all, about, version, tag, more);
  }

  /** Reads the page that is asked for. */
  Page<R> page() {
    Page<R> page = source.page(asked.position().map(Cursor::inner), asked.rows());
    return new Page<>(
        page.rows(),
        page.next().map(inner -> new Cursor(asked.question(), version, inner).encoded()));
  }
}
