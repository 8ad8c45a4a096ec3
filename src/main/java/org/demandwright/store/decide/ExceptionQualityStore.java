package org.demandwright.store.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.decide.risk.AlertQuality;
import org.demandwright.core.decide.risk.RiskKind;
import org.demandwright.store.sql.Sql;

/** How often exceptions were right when the past was replayed, by plan and kind. */
@ApplicationScoped
public class ExceptionQualityStore {
  private final Sql sql;

  @Inject
  public ExceptionQualityStore(Sql sql) {
    this.sql = sql;
  }

  ExceptionQualityStore() {
    this(null);
  }

  /**
   * What a replay gave.
   *
   * @param replayedOn the day as of which it was
   * @param asked precision 0–1 for which the threshold was chosen
   * @param compared whether there is a rule to compare with
   */
  public record Replayed(
      RiskKind kind, LocalDate replayedOn, double asked, AlertQuality quality, boolean compared) {}

  /** Writes what a replay of a plan gave, in place of what was known. */
  @Transactional
  public void replace(String plan, List<Replayed> replayed) {
    sql.update("delete from exception_quality where plan_name = ?", plan);
    sql.insertAll(
        "exception_quality",
        "plan_name, kind, replayed_on, asked, threshold, reached, earlier_first, earlier_last,"
            + " earlier_cases, earlier_alerts, earlier_right, earlier_events, earlier_found,"
            + " later_first, later_last, later_cases, later_alerts, later_right, later_events,"
            + " later_found, rule_alerts, rule_right, rule_found",
        replayed.stream().map(r -> values(plan, r)).toList());
  }

  private static Object[] values(String plan, Replayed r) {
    AlertQuality q = r.quality();
    return new Object[] {
      plan,
      r.kind().name(),
      r.replayedOn(),
      r.asked(),
      q.threshold(),
      q.reached(),
      q.earlier().first(),
      q.earlier().last(),
      q.earlier().cases(),
      q.earlier().alerts(),
      q.earlier().right(),
      q.earlier().events(),
      q.earlier().found(),
      q.later().first(),
      q.later().last(),
      q.later().cases(),
      q.later().alerts(),
      q.later().right(),
      q.later().events(),
      q.later().found(),
      r.compared() ? q.rule().alerts() : null,
      r.compared() ? q.rule().right() : null,
      r.compared() ? q.rule().found() : null
    };
  }

  /** Returns what the last replay of a plan gave, in the order of the kinds. */
  public List<Replayed> of(String plan) {
    return sql
        .list(
            ExceptionQualityStore::replayed,
            "select * from exception_quality where plan_name = ?",
            plan)
        .stream()
        .sorted((one, other) -> one.kind().compareTo(other.kind()))
        .toList();
  }

  private static Replayed replayed(ResultSet row) throws SQLException {
    AlertQuality.Window later = window(row, "later");
    Optional<Long> rule = Optional.ofNullable(row.getObject("rule_alerts", Long.class));
    return new Replayed(
        RiskKind.valueOf(row.getString("kind")),
        row.getObject("replayed_on", LocalDate.class),
        row.getDouble("asked"),
        new AlertQuality(
            row.getDouble("threshold"),
            row.getBoolean("reached"),
            window(row, "earlier"),
            later,
            new AlertQuality.Window(
                later.first(),
                later.last(),
                later.cases(),
                row.getLong("rule_alerts"),
                row.getLong("rule_right"),
                later.events(),
                row.getLong("rule_found"))),
        rule.isPresent());
  }

  private static AlertQuality.Window window(ResultSet row, String part) throws SQLException {
    return new AlertQuality.Window(
        row.getObject(part + "_first", LocalDate.class),
        row.getObject(part + "_last", LocalDate.class),
        row.getLong(part + "_cases"),
        row.getLong(part + "_alerts"),
        row.getLong(part + "_right"),
        row.getLong(part + "_events"),
        row.getLong(part + "_found"));
  }
}
