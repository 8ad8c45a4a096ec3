package org.demandwright.store.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.demandwright.core.intake.SourceCode;
import org.demandwright.store.sql.Sql;

/** How many lines of a source there are, and how many a change of its terms would concern. */
@ApplicationScoped
public class SourceLineStore {
  private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
  private static final String INSIDE = "case when wanted_day between ? and ? then 1 else 0 end";
  private static final String OF_SERIES =
      "select count(*) from sales_line l join series s on s.series_id = l.series_id"
          + " where l.source = ? and s.%s in (#)";

  /** Lines that are of no series, such as those of kits: an index tells them. */
  private static final String WITHOUT_SERIES =
      "select count(*) from sales_line where series_id is null and source = ? and item_id in (#)";

  private final Sql sql;

  @Inject
  public SourceLineStore(Sql sql) {
    this.sql = sql;
  }

  SourceLineStore() {
    this(null);
  }

  /** Returns how many lines of a source are kept, by why they are no demand; demand under "". */
  public Map<String, Long> kept(String source) {
    return counts(
        "select rule_name, sum(line_count) from line_day where source = ? and derived = false"
            + " and line_count <> 0 group by rule_name",
        source);
  }

  /** Returns how many rows of a source are in quarantine, by reason. */
  public Map<String, Long> quarantined(String source) {
    return counts(
        "select reason, count(*) from quarantine where source = ? group by reason", source);
  }

  private Map<String, Long> counts(String query, String source) {
    Map<String, Long> counts = new TreeMap<>();
    sql.list(row -> counts.put(row.getString(1), row.getLong(2)), query, source);
    return counts;
  }

  /**
   * Days on which a source counts.
   *
   * @param first empty = from the beginning
   * @param last included, empty = without end
   */
  public record Days(Optional<LocalDate> first, Optional<LocalDate> last) {}

  /**
   * Returns how many kept lines of a source count with one of two choices of days alone: told by
   * the counts of days, however many lines there are.
   */
  public long between(String source, Days before, Days after) {
    return sql.number(
        "select coalesce(sum(line_count), 0) from line_day where source = ? and derived = false and "
            + INSIDE
            + " <> "
            + INSIDE
            + " and rule_name in ('', 'KIT', 'OUTSIDE_DAYS') and line_count <> 0",
        source,
        before.first().orElse(FIRST),
        before.last().orElse(LAST),
        after.first().orElse(FIRST),
        after.last().orElse(LAST));
  }

  /** Returns whether anything is kept of a source: a line, a bad row, or what one said before. */
  public boolean holds(String source) {
    return lines(source) > 0
        || sql.first(
                row -> row.getString(1),
                "select line_id from sales_line_history where source = ? fetch first 1 row only",
                source)
            .isPresent();
  }

  /** Returns how many lines of a source are kept, with those in quarantine. */
  public long lines(String source) {
    return Stream.of(kept(source), quarantined(source))
        .flatMap(counts -> counts.values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  /** Returns how many kept lines of a source are of one of these items, sites or channels. */
  public long of(String source, SourceCode.Kind kind, Collection<String> codes) {
    return switch (kind) {
      case ITEM ->
          count(OF_SERIES.formatted("item_id"), source, codes)
              + count(WITHOUT_SERIES, source, codes);
      case SITE -> count(OF_SERIES.formatted("site_id"), source, codes);
      case CHANNEL -> count(OF_SERIES.formatted("channel_id"), source, codes);
    };
  }

  private long count(String query, String source, Collection<String> codes) {
    return sql.listIn(row -> row.getLong(1), query, codes, source).stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /** Returns whether a kept line has an identity that begins like this. */
  public boolean begins(String identity) {
    String next =
        identity.substring(0, identity.length() - 1)
            + (char) (identity.charAt(identity.length() - 1) + 1);
    return sql.first(
            row -> row.getString(1),
            "select line_id from sales_line where line_id >= ? and line_id < ?"
                + " fetch first 1 row only",
            identity,
            next)
        .isPresent();
  }
}
