package org.demandwright.store.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.model.Objective;
import org.demandwright.core.pipeline.PlanSettings;
import org.demandwright.store.sql.Sql;

/** The plans that versions belong to, with what was made their own. */
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
   * When the models of a plan compete anew and what holds its versions back; what is empty is left
   * to the configuration.
   *
   * @param contestEveryDays days of demand from one contest to the next
   * @param staleDays days that the last demand may lie behind the as-of day
   * @param volumeJumpPercent percent by which the volume a day may differ
   */
  public record Rules(
      Optional<Integer> contestEveryDays,
      Optional<Integer> staleDays,
      Optional<Integer> volumeJumpPercent) {

    /** Says nothing. */
    public static final Rules NONE =
        new Rules(Optional.empty(), Optional.empty(), Optional.empty());

    public Rules {
      Objects.requireNonNull(contestEveryDays, "contestEveryDays");
      Objects.requireNonNull(staleDays, "staleDays");
      Objects.requireNonNull(volumeJumpPercent, "volumeJumpPercent");
    }
  }

  /**
   * What a plan has of its own.
   *
   * @param description for whom it is, may be empty
   * @param settings what its versions are made by
   * @param readers roles that may read it; empty = all that may read forecasts
   */
  public record Own(String description, PlanSettings settings, Rules rules, Set<String> readers) {
    /** Says nothing. */
    public static final Own NONE = new Own("", PlanSettings.NONE, Rules.NONE, Set.of());

    public Own {
      Objects.requireNonNull(description, "description");
      Objects.requireNonNull(settings, "settings");
      Objects.requireNonNull(rules, "rules");
      readers = Set.copyOf(readers);
    }

    /** Returns the same with other settings. */
    public Own with(PlanSettings others) {
      return new Own(description, others, rules, readers);
    }
  }

  /** Who did something to a plan, and when. */
  public record Act(Instant at, String by) {}

  /**
   * One plan.
   *
   * @param takenFrom the version whose settings these are, empty where a person entered them
   * @param settled when they were last settled, empty where they never were
   * @param retired since when nothing is made for it any more, empty where it is in use
   * @param changes counts them
   */
  public record Plan(
      String name,
      Own own,
      Optional<Long> takenFrom,
      Optional<Act> settled,
      Optional<Act> retired,
      long changes) {
    public Plan {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(own, "own");
    }

    public PlanSettings settings() {
      return own.settings();
    }
  }

  public Optional<Plan> find(String name) {
    return sql.first(PlanStore::plan, "select * from forecast_plan where plan_name = ?", name);
  }

  /** Returns all plans, the one that there always is first, then by their letters. */
  public List<Plan> all() {
    return sql.list(
        PlanStore::plan,
        "select * from forecast_plan order by case when plan_name = ? then 0 else 1 end, plan_name",
        DEFAULT);
  }

  /**
   * Makes others that change what the readers of a plan see wait until the caller's transaction
   * ends.
   */
  public void hold(String name) {
    sql.lock("select plan_name from forecast_plan where plan_name = ?", name);
  }

  /**
   * Adds a plan, unless there is one of that name.
   *
   * @return whether it was added
   */
  @Transactional
  public boolean add(String name, Own own, Act by) {
    return sql.update(
                "insert into forecast_plan (plan_name) select ? from (select 1 as one) o"
                    + " where not exists (select 1 from forecast_plan where plan_name = ?)",
                name,
                name)
            == 1
        && settle(find(name).orElseThrow(), own, Optional.empty(), by);
  }

  /**
   * Gives a plan something of its own, in place of all that it had, if nobody changed it meanwhile.
   *
   * @param seen the plan as it was read
   * @param takenFrom the version whose settings these are
   * @return whether it was done
   */
  public boolean settle(Plan seen, Own own, Optional<Long> takenFrom, Act by) {
    PlanSettings s = own.settings();
    return sql.update(
            "update forecast_plan set description = ?, bucket = ?, horizon = ?, objective = ?,"
                + " models = ?, contest_every_days = ?, stale_days = ?, volume_jump_percent = ?,"
                + " readers = ?, taken_from = ?, settled_at = ?, settled_by = ?,"
                + " changes = changes + 1 where plan_name = ? and changes = ?",
            own.description(),
            s.bucket().map(Bucket::name).orElse(null),
            s.horizon().orElse(null),
            s.objective().map(Objective::toString).orElse(null),
            s.models().isEmpty() ? null : String.join(",", s.models()),
            own.rules().contestEveryDays().orElse(null),
            own.rules().staleDays().orElse(null),
            own.rules().volumeJumpPercent().orElse(null),
            own.readers().stream().sorted().collect(Collectors.joining(",")),
            takenFrom.orElse(null),
            by.at(),
            by.by(),
            seen.name(),
            seen.changes())
        == 1;
  }

  /**
   * Notes since when nothing is made for a plan any more, or that it is in use again, if nobody
   * changed it meanwhile.
   *
   * @return whether it was done
   */
  public boolean retire(Plan seen, Optional<Act> retired) {
    return sql.update(
            "update forecast_plan set retired_at = ?, retired_by = ?, changes = changes + 1"
                + " where plan_name = ? and changes = ?",
            retired.map(Act::at).orElse(null),
            retired.map(Act::by).orElse(null),
            seen.name(),
            seen.changes())
        == 1;
  }

  private static Plan plan(ResultSet row) throws SQLException {
    String models = row.getString("models");
    return new Plan(
        row.getString("plan_name"),
        new Own(
            row.getString("description"),
            new PlanSettings(
                Optional.ofNullable(row.getString("bucket")).map(Bucket::valueOf),
                number(row, "horizon"),
                Optional.ofNullable(row.getString("objective")).map(Objective::named),
                models == null ? List.of() : List.of(models.split(","))),
            new Rules(
                number(row, "contest_every_days"),
                number(row, "stale_days"),
                number(row, "volume_jump_percent")),
            Arrays.stream(row.getString("readers").split(","))
                .filter(role -> !role.isEmpty())
                .collect(Collectors.toSet())),
        Optional.ofNullable(row.getObject("taken_from", Long.class)),
        act(row, "settled"),
        act(row, "retired"),
        row.getLong("changes"));
  }

  private static Optional<Integer> number(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, Integer.class));
  }

  private static Optional<Act> act(ResultSet row, String what) throws SQLException {
    String by = row.getString(what + "_by");
    return Sql.instant(row, what + "_at").map(at -> new Act(at, by));
  }
}
