package org.demandwright.store.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.model.Objective;
import org.demandwright.core.pipeline.PlanSettings;
import org.demandwright.store.sql.Sql;

/** The plans that versions belong to, with the settings that were made their own. */
@ApplicationScoped
public class PlanStore {
  /** The plan that there always is. */
  public static final String DEFAULT = "default";

  private final Sql sql;

  @Inject
  public PlanStore(Sql sql) {
    this.sql = sql;
  }

  PlanStore() {
    this(null);
  }

  /**
   * One plan.
   *
   * @param settings of its own; what they leave open is the configuration's
   * @param takenFrom the version whose settings these are, empty where a person entered them
   * @param settledAt when they were last settled, empty where they never were
   * @param settledBy who did, may be empty
   */
  public record Plan(
      String name,
      PlanSettings settings,
      Optional<Long> takenFrom,
      Optional<Instant> settledAt,
      Optional<String> settledBy) {
    public Plan {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(settings, "settings");
    }
  }

  public Optional<Plan> find(String name) {
    return sql.first(PlanStore::plan, "select * from forecast_plan where plan_name = ?", name);
  }

  /** Returns the names of all plans, the one that there always is first, then by their letters. */
  public List<String> names() {
    return sql.list(
        row -> row.getString(1),
        "select plan_name from forecast_plan"
            + " order by case when plan_name = ? then 0 else 1 end, plan_name",
        DEFAULT);
  }

  /** Makes these the own settings of a plan, in place of all that it had. */
  public void settle(Plan p) {
    PlanSettings s = p.settings();
    sql.update(
        "update forecast_plan set bucket = ?, horizon = ?, objective = ?, models = ?,"
            + " taken_from = ?, settled_at = ?, settled_by = ? where plan_name = ?",
        s.bucket().map(Bucket::name).orElse(null),
        s.horizon().orElse(null),
        s.objective().map(Objective::toString).orElse(null),
        s.models().isEmpty() ? null : String.join(",", s.models()),
        p.takenFrom().orElse(null),
        p.settledAt().orElse(null),
        p.settledBy().orElse(null),
        p.name());
  }

  private static Plan plan(ResultSet row) throws SQLException {
    String models = row.getString("models");
    return new Plan(
        row.getString("plan_name"),
        new PlanSettings(
            Optional.ofNullable(row.getString("bucket")).map(Bucket::valueOf),
            Optional.ofNullable(row.getObject("horizon", Integer.class)),
            Optional.ofNullable(row.getString("objective")).map(Objective::named),
            models == null ? List.of() : List.of(models.split(","))),
        Optional.ofNullable(row.getObject("taken_from", Long.class)),
        Sql.instant(row, "settled_at"),
        Optional.ofNullable(row.getString("settled_by")));
  }
}
