package org.demandwright.store.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.demand.SalesLine;
import org.demandwright.store.demand.SeriesStore;
import org.demandwright.store.source.SourceStore;
import org.demandwright.store.sql.RecordColumns;
import org.demandwright.store.sql.Sql;

/** Lines as they were known at an instant: those of now, and what replaced ones said before. */
@ApplicationScoped
public class KnownLineStore {
  private static final RecordColumns<SalesLine> COLUMNS = RecordColumns.of(SalesLine.class);

  /** Later than whatever is known. */
  private static final Instant NOW = Instant.parse("9999-12-31T00:00:00Z");

  private final Sql sql;

  @Inject
  public KnownLineStore(Sql sql) {
    this.sql = sql;
  }

  KnownLineStore() {
    this(null);
  }

  /**
   * A line that counts.
   *
   * @param source the name of the source that it is of
   * @param countsOn the day of the series on which it counts
   * @param knownUntil when it was replaced or gone, empty where it still says so
   */
  public record KnownLine(
      SalesLine line, String source, LocalDate countsOn, Optional<Instant> knownUntil) {}

  /** Where a page of lines ends: they are sorted by the day on which they count and identity. */
  public record Position(LocalDate day, String lineId) {
    /** Before the first line. */
    public static final Position START = new Position(LocalDate.of(1, 1, 1), "");
  }

  /**
   * Returns lines of a series that count on days first … last, after a position.
   *
   * @param view as of which instant
   */
  public List<KnownLine> page(
      long seriesId,
      SeriesStore.View view,
      LocalDate first,
      LocalDate last,
      Position after,
      int limit) {
    String of =
        "select "
            + COLUMNS.names()
            + ", "
            + SourceStore.nameOf("%2$s")
            + " as source, "
            + view.day()
            + " as counts_on, %1$s as known_until from %2$s where series_id = ?"
            + " and excluded_because is null and booked_on < ? and known_from <= ?";
    Instant then = view.knownAt().orElse(NOW);
    LocalDate from = after.day().isAfter(first) ? after.day() : first;
    return sql.list(
        KnownLineStore::line,
        "select * from ("
            + of.formatted("cast(null as timestamp(6))", "sales_line")
            + " union all "
            + of.formatted("known_to", "sales_line_history")
            + " and known_to > ?) seen where counts_on between ? and ?"
            + " and (counts_on > ? or line_id > ?) order by counts_on, line_id"
            + " fetch first ? rows only",
        seriesId,
        view.asOf(),
        then,
        seriesId,
        view.asOf(),
        then,
        then,
        from,
        last,
        after.day(),
        after.lineId(),
        limit);
  }

  private static KnownLine line(ResultSet row) throws SQLException {
    return new KnownLine(
        COLUMNS.read(row, 1),
        row.getString("source"),
        row.getObject("counts_on", LocalDate.class),
        Sql.instant(row, "known_until"));
  }
}
