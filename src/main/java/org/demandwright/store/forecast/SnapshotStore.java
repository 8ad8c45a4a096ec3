package org.demandwright.store.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Covariates;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.demand.VersionCalendar;
import org.demandwright.core.pipeline.Panel;
import org.demandwright.core.pipeline.SeriesInput;
import org.demandwright.store.demand.SignalBlob;
import org.demandwright.store.sql.Blobs;
import org.demandwright.store.sql.Sql;

/**
 * The series of one version exactly as its models received them. Events are not written with each
 * series but once with the version, see {@link CalendarStore}.
 */
@ApplicationScoped
public class SnapshotStore {
  private static final String COLUMNS =
      "select n.series_id, n.first_ordinal, n.units, n.returned, n.availability, n.price,"
          + " n.promotion, n.category, n.signals, n.raw_first, n.raw_units, n.raw_availability,"
          + " s.org_id, s.item_id, s.site_id, s.channel_id, f.bucket";
  private static final String SELECT =
      COLUMNS
          + " from version_series v join forecast_version f"
          + " on f.version_id = v.version_id join series_snapshot n on n.version_id = v.snapshot_of"
          + " and n.series_id = v.series_id join series s on s.series_id = v.series_id"
          + " where v.version_id = ?";
  private static final String OF =
      COLUMNS
          + " from (#) o (id) left join version_series v on v.version_id = ? and v.series_id = o.id"
          + " left join forecast_version f on f.version_id = v.version_id"
          + " left join series_snapshot n on n.version_id = v.snapshot_of"
          + " and n.series_id = v.series_id left join series s on s.series_id = v.series_id"
          + " where n.series_id is not null";

  private static final int PAGE = 200;

  private final Sql sql;
  private final CalendarStore calendars;

  @Inject
  public SnapshotStore(Sql sql, CalendarStore calendars) {
    this.sql = sql;
    this.calendars = calendars;
  }

  SnapshotStore() {
    this(null, null);
  }

  /**
   * One series of a version.
   *
   * @param input what the models received: demand with the corrections of people laid over it, and
   *     what is known beside it
   * @param returned units taken back, as long as the input
   * @param raw demand as it was booked; the series of the input itself where no correction lies
   *     over it, else it may begin at another period, and it ends with the same one
   */
  public record Snapshot(
      long seriesId, SeriesInput input, DoubleVector returned, DemandSeries raw) {
    public Snapshot {
      Objects.requireNonNull(raw, "raw");
      if (!end(raw).equals(end(input.series()))) {
        throw new IllegalArgumentException(
            "%s: raw demand ends before %s, corrected before %s"
                .formatted(raw.key(), end(raw), end(input.series())));
      }
    }

    private static Period end(DemandSeries series) {
      return series.first().plus(series.size());
    }

    private boolean corrected() {
      return !raw.equals(input.series());
    }
  }

  /** Writes snapshots; those of the same series in this version are replaced. */
  public void replace(long versionId, List<Snapshot> snapshots) {
    write(versionId, digested(versionId, snapshots));
  }

  /**
   * Writes the snapshots of which another version knows something else; of the others the version
   * shows what that one shows: its snapshot and its result.
   */
  public void replaceChanged(long versionId, long otherId, List<Snapshot> snapshots) {
    Map<Long, String> before = digests(otherId, snapshots);
    Map<Boolean, List<Digested>> same =
        digested(versionId, snapshots).stream()
            .collect(
                Collectors.partitioningBy(
                    d -> d.digest().equals(before.get(d.snapshot().seriesId()))));
    write(versionId, same.get(false));
    delete(versionId, same.get(true));
    sql.updateIn(
        "insert into version_series (version_id, series_id, snapshot_of, result_of, digest)"
            + " select %d, series_id, snapshot_of, result_of, digest from version_series"
                .formatted(versionId)
            + " where version_id = %d and series_id in (#)".formatted(otherId),
        same.get(true).stream().map(d -> d.snapshot().seriesId()).toList());
  }

  private Map<Long, String> digests(long versionId, List<Snapshot> snapshots) {
    return sql
        .listOf(
            row -> Map.entry(row.getLong(1), HexFormat.of().formatHex(row.getBytes(2))),
            "select v.series_id, v.digest from (#) o (id) left join version_series v"
                + " on v.version_id = ? and v.series_id = o.id where v.digest is not null",
            snapshots.stream().map(Snapshot::seriesId).toList(),
            versionId)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** A snapshot with the digest of all that it tells, events included. */
  private record Digested(Snapshot snapshot, String digest) {}

  private List<Digested> digested(long versionId, List<Snapshot> snapshots) {
    VersionCalendar.Series events = calendars.read(versionId).series();
    return snapshots.stream()
        .map(
            s ->
                new Digested(
                    s,
                    SnapshotDigest.of(
                        row(versionId, s),
                        events.of(
                            s.input().series().key().site(), s.input().covariates().category()))))
        .toList();
  }

  private void delete(long versionId, List<Digested> snapshots) {
    for (String table : List.of("series_snapshot", "version_series")) {
      sql.updateIn(
          "delete from %s where version_id = %d and series_id in (#)".formatted(table, versionId),
          snapshots.stream().map(d -> d.snapshot().seriesId()).toList());
    }
  }

  private void write(long versionId, List<Digested> snapshots) {
    delete(versionId, snapshots);
    sql.batch(
        "insert into version_series (version_id, series_id, snapshot_of, result_of, digest)"
            + " values (?, ?, ?, ?, ?)",
        snapshots.stream()
            .map(
                d ->
                    new Object[] {
                      versionId,
                      d.snapshot().seriesId(),
                      versionId,
                      versionId,
                      HexFormat.of().parseHex(d.digest())
                    })
            .toList());
    sql.batch(
        "insert into series_snapshot (version_id, series_id, first_ordinal, units, returned,"
            + " availability, price, promotion, category, signals, raw_first, raw_units,"
            + " raw_availability) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        snapshots.stream().map(d -> row(versionId, d.snapshot())).toList());
  }

  private static Object[] row(long versionId, Snapshot s) {
    DemandSeries d = s.input().series();
    Covariates c = s.input().covariates();
    return new Object[] {
      versionId,
      s.seriesId(),
      d.first().ordinal(),
      Blobs.of(d.units()),
      Blobs.of(s.returned()),
      Blobs.of(d.availability()),
      Blobs.of(c.price()),
      Blobs.of(c.promotion()),
      c.category(),
      SignalBlob.of(c.signals()),
      s.corrected() ? s.raw().first().ordinal() : null,
      s.corrected() ? Blobs.of(s.raw().units()) : null,
      s.corrected() ? Blobs.of(s.raw().availability()) : null
    };
  }

  public long count(long versionId) {
    return sql.number("select count(*) from version_series where version_id = ?", versionId);
  }

  /** Returns the snapshot of a series that a version shows. */
  public Optional<Snapshot> find(long versionId, long seriesId) {
    VersionCalendar.Series events = calendars.read(versionId).series();
    return sql.first(
        row -> snapshot(row, events), SELECT + " and v.series_id = ?", versionId, seriesId);
  }

  /** Returns the snapshots of some series that a version shows, by their numbers. */
  public List<Snapshot> of(long versionId, Collection<Long> series) {
    VersionCalendar.Series events = calendars.read(versionId).series();
    return sql.listOf(row -> snapshot(row, events), OF, series, versionId).stream()
        .sorted(Comparator.comparingLong(Snapshot::seriesId))
        .toList();
  }

  /**
   * Returns snapshots with series numbers in (after, upTo], ordered by number; without those that
   * the version shares with an earlier one.
   */
  public List<Snapshot> page(long versionId, long after, long upTo, int limit) {
    VersionCalendar.Series events = calendars.read(versionId).series();
    return sql.list(
        row -> snapshot(row, events),
        SELECT
            + " and v.snapshot_of = v.version_id and v.series_id > ? and v.series_id <= ?"
            + " order by v.series_id"
            + " fetch first ? rows only",
        versionId,
        after,
        upTo,
        limit);
  }

  /** Returns all series of the version, packed; they are read a page at a time. */
  public Panel panel(long versionId) {
    VersionCalendar.Series events = calendars.read(versionId).series();
    Stream<List<Snapshot>> pages =
        Stream.iterate(
            page(versionId, events, Long.MIN_VALUE),
            page -> !page.isEmpty(),
            page ->
                page.size() < PAGE
                    ? List.of()
                    : page(versionId, events, page.get(page.size() - 1).seriesId()));
    return Panel.of(pages.flatMap(List::stream).map(Snapshot::input));
  }

  private List<Snapshot> page(long versionId, VersionCalendar.Series events, long after) {
    return sql.list(
        row -> snapshot(row, events),
        SELECT + " and v.series_id > ? order by v.series_id fetch first ? rows only",
        versionId,
        after,
        PAGE);
  }

  /**
   * Returns the numbers of the version's series in ascending order, without those that it shares
   * with an earlier one.
   */
  public List<Long> seriesIds(long versionId) {
    return sql.list(
        row -> row.getLong(1),
        "select series_id from series_snapshot where version_id = ? order by series_id",
        versionId);
  }

  private static Snapshot snapshot(ResultSet row, VersionCalendar.Series events)
      throws SQLException {
    SeriesKey key =
        new SeriesKey(
            row.getString("org_id"),
            row.getString("item_id"),
            row.getString("site_id"),
            row.getString("channel_id"));
    Bucket bucket = Bucket.valueOf(row.getString("bucket"));
    Period first = new Period(bucket, row.getLong("first_ordinal"));
    DemandSeries series =
        new DemandSeries(
            key,
            first,
            Blobs.vector(row.getBytes("units")),
            Blobs.vector(row.getBytes("availability")));
    String category = row.getString("category");
    Covariates covariates =
        new Covariates(
            Blobs.vector(row.getBytes("price")),
            Blobs.vector(row.getBytes("promotion")),
            category,
            events.of(key.site(), category),
            SignalBlob.signals(row.getBytes("signals")));
    return new Snapshot(
        row.getLong("series_id"),
        new SeriesInput(series, covariates),
        Blobs.vector(row.getBytes("returned")),
        raw(row, bucket, series));
  }

  private static DemandSeries raw(ResultSet row, Bucket bucket, DemandSeries corrected)
      throws SQLException {
    byte[] units = row.getBytes("raw_units");
    return units == null
        ? corrected
        : new DemandSeries(
            corrected.key(),
            new Period(bucket, row.getLong("raw_first")),
            Blobs.vector(units),
            Blobs.vector(row.getBytes("raw_availability")));
  }
}
