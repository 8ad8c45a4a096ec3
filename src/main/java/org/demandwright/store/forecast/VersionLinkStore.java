package org.demandwright.store.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.LaunchRamp;
import org.demandwright.core.demand.LifecycleLink;
import org.demandwright.core.pipeline.LinkedForecasts.Joined;
import org.demandwright.store.sql.Blobs;
import org.demandwright.store.sql.Sql;

/** The links between series that a version follows, as they were when it was made. */
@ApplicationScoped
public class VersionLinkStore {
  private final Sql sql;

  @Inject
  public VersionLinkStore(Sql sql) {
    this.sql = sql;
  }

  VersionLinkStore() {
    this(null);
  }

  /** Writes the links of a version in place of those that it had. */
  @Transactional
  public void replace(long versionId, List<Joined> links) {
    sql.update("delete from version_link where version_id = ?", versionId);
    sql.insertAll(
        "version_link",
        "version_id, link_id, predecessor_series, successor_series, org_id, kind, predecessor_id,"
            + " successor_id, first_day, last_day, factor, shares, has_sold",
        links.stream()
            .map(
                j ->
                    new Object[] {
                      versionId,
                      j.linkId(),
                      j.predecessor(),
                      j.successor(),
                      j.link().org(),
                      j.link().kind().name(),
                      j.link().predecessor(),
                      j.link().successor(),
                      j.link().first(),
                      j.link().last().orElse(null),
                      j.link().factor(),
                      j.ramp().shares().stream()
                          .map(String::valueOf)
                          .collect(Collectors.joining(" ")),
                      j.sold()
                    })
            .toList());
  }

  /** Returns the links of a version, by number and series. */
  public List<Joined> of(long versionId) {
    return sql.list(
        VersionLinkStore::joined,
        "select * from version_link where version_id = ?"
            + " order by link_id, predecessor_series, successor_series",
        versionId);
  }

  /** Returns what series of a version were forecast by themselves, as far as they were. */
  public Map<Long, DoubleVector> means(long versionId, Collection<Long> seriesIds) {
    Map<Long, DoubleVector> means = new HashMap<>();
    sql.listOf(
        row -> means.put(row.getLong(1), Blobs.vector(row.getBytes(2))),
        "select r.series_id, r.mean from (#) n (id) left join version_series v"
            + " on v.version_id = ? and v.series_id = n.id left join series_result r"
            + " on r.version_id = v.result_of and r.series_id = v.series_id"
            + " where r.series_id is not null and r.failure is null",
        seriesIds,
        versionId);
    return means;
  }

  private static Joined joined(ResultSet row) throws SQLException {
    LocalDate first = row.getObject("first_day", LocalDate.class);
    String shares = row.getString("shares");
    return new Joined(
        row.getLong("link_id"),
        new LifecycleLink(
            row.getString("org_id"),
            LifecycleLink.Kind.valueOf(row.getString("kind")),
            row.getString("predecessor_id"),
            row.getString("successor_id"),
            Optional.empty(),
            first,
            Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
            row.getBigDecimal("factor"),
            Optional.empty()),
        row.getLong("predecessor_series"),
        row.getLong("successor_series"),
        new LaunchRamp(
            first,
            shares.isEmpty()
                ? List.of()
                : Arrays.stream(shares.split(" ")).map(Double::valueOf).toList()),
        row.getBoolean("has_sold"));
  }
}
