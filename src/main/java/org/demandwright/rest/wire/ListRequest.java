package org.demandwright.rest.wire;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.security.CallerScope;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * What every list is asked with besides its filters: where to go on, how many rows, which members,
 * in which order. Taken as {@code @BeanParam}; answers with a {@link Listing}.
 */
public class ListRequest {
  /** Parameters that choose among the rows' forms and places, not among the rows. */
  private static final Set<String> NO_FILTERS = Set.of("cursor", "limit", "fields", "csv");

  @QueryParam("cursor")
  @Parameter(
      description =
          "Where to go on: the text in next of the page before, unchanged, with the same filters and"
              + " by the same caller. A list keeps to the version that it began with; 410 once that is removed")
  String cursor;

  @QueryParam("limit")
  @Parameter(
      description = "Most rows of a page of JSON",
      example = "100",
      schema =
          @Schema(
              implementation = Integer.class,
              minimum = "1",
              maximum = "1000",
              defaultValue = "100"))
  String limit;

  @QueryParam("fields")
  @Parameter(description = "Members of the rows that are wanted, parted by commas; all by default")
  String fields;

  @QueryParam("sort")
  @Parameter(description = "The order of the rows: one of those that this list has")
  String sort;

  @QueryParam("csv")
  @Parameter(
      description =
          "How text stands in CSV: guarded (by default) puts an apostrophe before text that a"
              + " spreadsheet would take for a formula, raw leaves it as it is, for machines",
      schema =
          @Schema(
              enumeration = {"guarded", "raw"},
              defaultValue = "guarded"))
  String csv;

  @Context UriInfo uri;
  @Context HttpServletRequest request;

  /**
   * Returns the answer: one page as JSON, all rows as CSV.
   *
   * @param row the wire form of a row
   * @param source reads a page
   */
  public <R extends Record> Listing<R> list(Class<R> row, Listing.Source<R> source) {
    return Listing.of(this, row, source);
  }

  /**
   * Returns the answer of a list that is short by its nature, such as that of the jobs.
   *
   * @param all of its rows
   */
  public <R extends Record> Listing<R> whole(Class<R> row, List<R> all) {
    return list(row, (cursor, limit) -> Page.within(all, cursor, limit));
  }

  /**
   * Finds the version that a list goes on with.
   *
   * @return empty on the first page, where the caller chooses
   * @throws Refused GONE where the version that the list began with is not kept any more
   */
  public <V> Optional<V> begunWith(Function<Long, Optional<V>> find) {
    return position()
        .flatMap(Cursor::version)
        .map(
            id ->
                find.apply(id)
                    .orElseThrow(
                        () ->
                            new Refused(
                                Refused.Kind.GONE,
                                "Version "
                                    + id
                                    + ", which this list began with, is removed: begin again"
                                    + " without cursor.")));
  }

  /** Returns the order that is asked for, empty for the usual one. */
  public Optional<String> sort() {
    return new QueryValue("sort", sort).asText();
  }

  int rows() {
    return new QueryValue("limit", limit).asLimit();
  }

  boolean raw() {
    return new QueryValue("csv", csv)
        .asOneOf(Set.of("guarded", "raw"))
        .filter("raw"::equals)
        .isPresent();
  }

  Optional<Cursor> position() {
    return new QueryValue("cursor", cursor).asText().map(text -> Cursor.decoded(text, question()));
  }

  /** All rows come in CSV: a caller that asks for a page of them has to hear so. */
  void asksForAll() {
    for (QueryValue part :
        new QueryValue[] {new QueryValue("cursor", cursor), new QueryValue("limit", limit)}) {
      if (part.asText().isPresent()) {
        throw new BadParameter(
            part.name(),
            "text/csv holds all rows, so that query parameter " + part.name() + " means nothing",
            "it with application/json alone");
      }
    }
  }

  /** Returns the members that are wanted, all of them where none is named. */
  Set<String> fields(Set<String> known) {
    Optional<String> asked = new QueryValue("fields", fields).asText();
    if (asked.isEmpty()) {
      return known;
    }
    Set<String> wanted = new LinkedHashSet<>();
    Arrays.stream(asked.get().split(",", -1)).map(String::strip).forEach(wanted::add);
    for (String field : wanted) {
      if (!known.contains(field)) {
        throw new BadParameter(
            "fields", "Rows of this list have no \"" + field + "\"", String.join(", ", known));
      }
    }
    return wanted;
  }

  /** Digest of what makes this list another one than others: what it is of, and for whom. */
  String question() {
    TreeMap<String, Object> filters = new TreeMap<>(uri.getQueryParameters());
    filters.keySet().removeAll(NO_FILTERS);
    return ContentTag.of(uri.getPath(), filters, request.getUserPrincipal().getName(), seen())
        .getValue();
  }

  /** What part of the data whoever asks sees, as text that no other part has. */
  String seen() {
    return RecordJson.text(CallerScope.of(request));
  }
}
