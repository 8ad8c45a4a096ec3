package org.demandwright.store.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.Sql;

/**
 * What readers were shown, as a feed. Positions ascend in the order in which transactions commit:
 * each is drawn under a lock that is held until then, so that whoever has read up to a position has
 * missed nothing below it. Entries outlive their versions.
 */
@ApplicationScoped
public class PublicationLog {
  private static final String END = "select last_position from publication_feed";

  private final Sql sql;

  @Inject
  public PublicationLog(Sql sql) {
    this.sql = sql;
  }

  PublicationLog() {
    this(null);
  }

  /**
   * What was shown.
   *
   * @param replaced the version that readers of the plan saw before, empty where it is the first,
   *     or the same
   * @param contentHash of the version; overrides are no part of it
   */
  public record Shown(
      String plan,
      long versionId,
      Optional<Long> replaced,
      PublicationKind kind,
      Instant changedAt,
      String by,
      Optional<String> contentHash) {}

  /** One entry of the feed. */
  public record Entry(long position, Shown shown) {}

  /**
   * Adds an entry, to be called in the transaction that shows it and as late in it as can be: until
   * its end everybody else who adds one waits.
   */
  @Transactional
  public void add(Shown shown) {
    sql.lock(END);
    sql.update("update publication_feed set last_position = last_position + 1");
    sql.update(
        "insert into publication_log (feed_position, plan_name, version_id, replaced, kind,"
            + " changed_at, changed_by, content_hash) values (?, ?, ?, ?, ?, ?, ?, ?)",
        end(),
        shown.plan(),
        shown.versionId(),
        shown.replaced().orElse(null),
        shown.kind(),
        shown.changedAt(),
        shown.by(),
        shown.contentHash().orElse(null));
  }

  /** Returns the position of the newest entry, 0 where there is none. */
  public long end() {
    return sql.number(END);
  }

  /** Returns up to which position entries were removed, 0 where none was. */
  public long purgedTo() {
    return sql.number("select purged_to from publication_feed");
  }

  /** Forgets entries of before an instant of whose versions nothing is kept any more. */
  @Transactional(TxType.REQUIRES_NEW)
  public void forget(Instant before) {
    String gone =
        " from publication_log l where l.changed_at < ?"
            + " and not exists (select 1 from forecast_version v where v.version_id = l.version_id)"
            + " and not exists (select 1 from archived_version v where v.version_id = l.version_id)"
            + " and not exists (select 1 from kept_version v where v.version_id = l.version_id)";
    long last = sql.number("select coalesce(max(l.feed_position), 0)" + gone, before);
    if (last > 0) {
      sql.update("delete" + gone, before);
      sql.update("update publication_feed set purged_to = greatest(purged_to, ?)", last);
    }
  }

  /** Returns the position behind which every entry lies that was made after an instant. */
  public long before(Instant since) {
    return sql.number(
        "select coalesce((select min(feed_position) - 1 from publication_log where changed_at > ?),"
            + " (select last_position from publication_feed))",
        since);
  }

  /**
   * Returns entries behind a position, in order.
   *
   * @param plans those whose entries are wanted, at least one
   */
  public List<Entry> after(Collection<String> plans, long position, int limit) {
    return sql.list(
        PublicationLog::entry,
        Query.of("select * from publication_log where feed_position > ?", position)
            .andIn("plan_name", plans)
            .add(" order by feed_position")
            .first(limit));
  }

  /** Returns when and by whom a version was shown, in order. */
  public List<Entry> of(long versionId) {
    return sql.list(
        PublicationLog::entry,
        "select * from publication_log where version_id = ? order by feed_position",
        versionId);
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("feed_position"),
        new Shown(
            row.getString("plan_name"),
            row.getLong("version_id"),
            Optional.ofNullable(row.getObject("replaced", Long.class)),
            PublicationKind.valueOf(row.getString("kind")),
            Sql.instant(row, "changed_at").orElseThrow(),
            row.getString("changed_by"),
            Optional.ofNullable(row.getString("content_hash"))));
  }
}
