package org.demandwright.store.forecast;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.ReturnsRule;
import org.demandwright.core.pipeline.PlanSetting;
import org.demandwright.core.pipeline.Training;
import org.demandwright.store.sql.Sql;

/** One row of the versions, with what is published and what the leak audit found beside it. */
final class VersionRow {
  static final String SELECT =
      "select v.*, p.version_id as current_id, a.audited_series, a.audited_rows,"
          + " a.audited_forecasts, a.leaks, a.first_leak from forecast_version v"
          + " left join publication p on p.version_id = v.version_id"
          + " left join leak_audit a on a.version_id = v.version_id";

  private VersionRow() {}

  private static VersionStore.Planned planned(ResultSet row) throws SQLException {
    return new VersionStore.Planned(
        row.getString("plan_name"),
        Arrays.stream(row.getString("differs").split(","))
            .filter(name -> !name.isEmpty())
            .map(PlanSetting::valueOf)
            .collect(Collectors.toSet()));
  }

  private static VersionStore.Lineage lineage(ResultSet row) throws SQLException {
    long basedOn = row.getLong("based_on");
    Optional<Long> base = row.wasNull() ? Optional.empty() : Optional.of(basedOn);
    boolean own = base.isEmpty();
    return new VersionStore.Lineage(
        Training.valueOf(row.getString("training")),
        base,
        row.getLong(own ? "version_id" : "contest_of"),
        row.getObject(own ? "data_as_of" : "contest_day", LocalDate.class));
  }

  static VersionStore.Version version(ResultSet row) throws SQLException {
    row.getLong("current_id");
    boolean current = !row.wasNull();
    return new VersionStore.Version(
        row.getLong("version_id"),
        row.getLong("instance_id"),
        VersionStatus.valueOf(row.getString("status")),
        new Recipe(
            Bucket.valueOf(row.getString("bucket")),
            row.getInt("season"),
            row.getInt("horizon"),
            row.getInt("origins"),
            row.getLong("seed"),
            row.getString("models"),
            row.getString("objective"),
            row.getObject("data_as_of", LocalDate.class),
            row.getObject("last_demand", LocalDate.class),
            row.getObject("origin", LocalDate.class),
            Sql.instant(row, "known_at"),
            ReturnsRule.named(row.getString("returns_rule")),
            Optional.ofNullable(row.getString("totals_of")).map(Bucket::valueOf)),
        planned(row),
        lineage(row),
        row.getLong("series_count"),
        row.getLong("failed_count"),
        row.getDouble("total_mean"),
        new VersionStore.NotRecommended(
            row.getLong("unusable_series"), row.getDouble("unusable_mean")),
        Optional.ofNullable(row.getString("content_hash")),
        Optional.ofNullable(row.getString("held_because")).map(Words::parse),
        Sql.instant(row, "created_at").orElseThrow(),
        Sql.instant(row, "published_at"),
        AuditStore.audit(row),
        current);
  }
}
