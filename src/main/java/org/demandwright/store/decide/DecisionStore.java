package org.demandwright.store.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.store.sql.Sql;

/** Decisions: which version each rests on, and as of which day. */
@ApplicationScoped
public class DecisionStore {
  private static final String DECISION =
      "select decision_id, instance_id, plan_name, version_id, as_of, made_at, finished_at, places,"
          + " content_hash from decision";

  private final Sql sql;

  @Inject
  public DecisionStore(Sql sql) {
    this.sql = sql;
  }

  DecisionStore() {
    this(null);
  }

  /**
   * A decision.
   *
   * @param instanceId of the run that made it
   * @param plan whose published version it rests on
   * @param asOf the day on which it was made, where the sites are
   * @param finishedAt empty while it is made, or where its run broke off
   * @param places items at sites that were planned or refused
   * @param contentHash of all that was decided; empty before it is finished
   */
  public record Decision(
      long decisionId,
      long instanceId,
      String plan,
      long versionId,
      LocalDate asOf,
      Instant madeAt,
      Optional<Instant> finishedAt,
      long places,
      Optional<String> contentHash) {}

  /** Begins the decision of a run; the one that it began before goes on. */
  @Transactional
  public Decision begin(long instanceId, String plan, long versionId, LocalDate asOf, Instant now) {
    if (ofInstance(instanceId).isEmpty()) {
      sql.update(
          "insert into decision (decision_id, instance_id, plan_name, version_id, as_of, made_at,"
              + " places) values (?, ?, ?, ?, ?, ?, 0)",
          sql.next("decision_no"),
          instanceId,
          plan,
          versionId,
          asOf,
          now);
    }
    return ofInstance(instanceId).orElseThrow();
  }

  /** Notes that a decision is made. */
  @Transactional
  public void finish(long decisionId, long places, String contentHash, Instant now) {
    sql.update(
        "update decision set finished_at = ?, places = ?, content_hash = ? where decision_id = ?",
        now,
        places,
        contentHash,
        decisionId);
  }

  /** Returns the decision of a run. */
  public Optional<Decision> ofInstance(long instanceId) {
    return sql.first(DecisionStore::decision, DECISION + " where instance_id = ?", instanceId);
  }

  /** Returns the newest decision of a plan that is made. */
  public Optional<Decision> newest(String plan) {
    return sql.first(
        DecisionStore::decision,
        DECISION
            + " where plan_name = ? and finished_at is not null order by decision_id desc limit 1",
        plan);
  }

  /** Returns the decisions of a plan that are made and kept, the oldest first. */
  public List<Decision> made(String plan) {
    return sql.list(
        DecisionStore::decision,
        DECISION + " where plan_name = ? and finished_at is not null order by decision_id",
        plan);
  }

  /** Returns a decision that is made. */
  public Optional<Decision> find(long decisionId) {
    return sql.first(
        DecisionStore::decision,
        DECISION + " where decision_id = ? and finished_at is not null",
        decisionId);
  }

  /** Forgets the decisions of a plan but the newest. */
  @Transactional
  public void forget(String plan, int keep) {
    List<Long> old =
        sql.list(
            row -> row.getLong(1),
            "select decision_id from decision where plan_name = ? order by decision_id desc"
                + " offset ? rows",
            plan,
            keep);
    sql.updateIn("delete from release_kept where decision_id in (#)", old);
    sql.updateIn("delete from release_run where decision_id in (#)", old);
    sql.updateIn("delete from purchase_suggestion where decision_id in (#)", old);
    sql.updateIn("delete from stock_plan where decision_id in (#)", old);
    sql.updateIn("delete from decision where decision_id in (#)", old);
  }

  private static Decision decision(ResultSet row) throws SQLException {
    return new Decision(
        row.getLong("decision_id"),
        row.getLong("instance_id"),
        row.getString("plan_name"),
        row.getLong("version_id"),
        row.getObject("as_of", LocalDate.class),
        Sql.instant(row, "made_at").orElseThrow(),
        Sql.instant(row, "finished_at"),
        row.getLong("places"),
        Optional.ofNullable(row.getString("content_hash")));
  }
}
