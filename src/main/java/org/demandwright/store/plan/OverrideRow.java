package org.demandwright.store.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.demandwright.core.plan.Adjustment;
import org.demandwright.core.plan.OverrideReason;
import org.demandwright.core.plan.Scope;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/** One row of the overrides. */
final class OverrideRow {
  static final String SELECT = "select o.* from forecast_override o";

  /** What an override names; of an item without a category the one that it has wherever it is. */
  static final ScopeColumns SCOPE =
      new ScopeColumns(
          "o.org_id",
          Optional.of("o.site_id"),
          Optional.of(
              "coalesce(o.category, (select case when min(i.category) = max(i.category) then min(i.category) end"
                  + " from item i where i.item_id = o.item_id"
                  + " and (o.org_id is null or i.org_id = o.org_id)))"),
          Optional.empty());

  private OverrideRow() {}

  static OverrideStore.Entry entry(ResultSet row) throws SQLException {
    return new OverrideStore.Entry(
        row.getLong("override_id"),
        OverrideStatus.valueOf(row.getString("status")),
        draft(row),
        Sql.instant(row, "created_at").orElseThrow(),
        text(row, "approved_by"),
        Sql.instant(row, "approved_at"),
        Sql.instant(row, "published_at"),
        row.getInt("revision"));
  }

  private static OverrideStore.Draft draft(ResultSet row) throws SQLException {
    return new OverrideStore.Draft(
        row.getString("plan_name"),
        new Scope(
            text(row, "org_id"),
            text(row, "item_id"),
            text(row, "site_id"),
            text(row, "channel_id"),
            text(row, "category")),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        new Adjustment(Adjustment.Kind.valueOf(row.getString("kind")), row.getBigDecimal("amount")),
        row.getString("uom"),
        OverrideReason.valueOf(row.getString("reason")),
        row.getString("note"),
        row.getString("author"),
        Optional.ofNullable(row.getObject("expires_on", LocalDate.class)));
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }
}
