package org.demandwright.store.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.demandwright.store.sql.Sql;

/**
 * What happened that others may want to be told of, as a feed of some days. Positions ascend in the
 * order in which transactions commit: each is drawn under a lock that is held until then, so that
 * whoever has read up to a position has missed nothing below it.
 */
@ApplicationScoped
public class HappeningLog {
  private static final String ENDS = "select last_position, purged_to from happening_feed";

  private final Sql sql;

  @Inject
  public HappeningLog(Sql sql) {
    this.sql = sql;
  }

  HappeningLog() {
    this(null);
  }

  /**
   * One entry.
   *
   * @param kind its word
   * @param facts an object of JSON
   */
  public record Entry(long position, String kind, Instant happenedAt, String facts) {}

  /**
   * Where the feed begins and ends.
   *
   * @param last position of the newest entry, 0 where there never was one
   * @param purgedTo up to which entries were removed, 0 where none was
   */
  public record Ends(long last, long purgedTo) {}

  /**
   * Adds an entry, to be called in the transaction that it tells of and as late in it as can be:
   * until its end everybody else who adds one waits.
   */
  @Transactional
  public void add(String kind, Instant happenedAt, String facts) {
    sql.lock("select last_position from happening_feed");
    sql.update("update happening_feed set last_position = last_position + 1");
    sql.update(
        "insert into happening (feed_position, kind, happened_at, facts)"
            + " select last_position, cast(? as varchar), cast(? as timestamp), cast(? as varchar)"
            + " from happening_feed",
        kind,
        happenedAt,
        facts);
  }

  public Ends ends() {
    return sql.first(row -> new Ends(row.getLong(1), row.getLong(2)), ENDS).orElseThrow();
  }

  /** Returns entries behind a position, in order. */
  public List<Entry> after(long position, int limit) {
    return sql.list(
        HappeningLog::entry,
        "select * from happening where feed_position > ? order by feed_position"
            + " fetch first ? rows only",
        position,
        limit);
  }

  /** Forgets entries of before an instant. */
  @Transactional(TxType.REQUIRES_NEW)
  public void forget(Instant before) {
    sql.update(
        "update happening_feed set purged_to = greatest(purged_to, coalesce((select"
            + " max(feed_position) from happening where happened_at < ?), 0))",
        before);
    sql.update("delete from happening where happened_at < ?", before);
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("feed_position"),
        row.getString("kind"),
        Sql.instant(row, "happened_at").orElseThrow(),
        row.getString("facts"));
  }
}
