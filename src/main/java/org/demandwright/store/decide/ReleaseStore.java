package org.demandwright.store.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.Words;
import org.demandwright.core.decide.ReleaseLimit;
import org.demandwright.store.sql.Sql;

/** What rules released by themselves, and why the rest stays for people. */
@ApplicationScoped
public class ReleaseStore {
  private static final String RUN =
      "select decision_id, plan_name, made_at, revision, stopped, currency from release_run";

  private final Sql sql;

  @Inject
  public ReleaseStore(Sql sql) {
    this.sql = sql;
  }

  ReleaseStore() {
    this(null);
  }

  /**
   * What was made of a decision.
   *
   * @param revision of the rules
   * @param stopped why nothing was released, or no more; empty where all was gone through
   * @param currency of all money; empty where there is none to tell it in
   */
  public record Run(
      long decisionId,
      String plan,
      Instant at,
      long revision,
      Optional<Words> stopped,
      Optional<String> currency) {}

  /**
   * A suggestion that stays for people.
   *
   * @param rule empty where none is about it
   */
  public record Kept(long suggestionNo, Optional<String> rule, ReleaseLimit by, Words why) {}

  /**
   * A suggestion that a rule released.
   *
   * @param revision of the rules
   * @param on the day whose money it counts into
   * @param money empty where nothing is bought
   */
  public record Done(
      long suggestionNo,
      long decisionId,
      String plan,
      String rule,
      long revision,
      LocalDate on,
      Instant at,
      BigDecimal quantity,
      Optional<BigDecimal> money,
      String currency) {}

  /** Keeps what was made of a decision, in the place of what was known of it. */
  @Transactional
  public void keep(Run run, List<Kept> kept) {
    sql.update("delete from release_kept where decision_id = ?", run.decisionId());
    sql.update("delete from release_run where decision_id = ?", run.decisionId());
    sql.update(
        "insert into release_run (decision_id, plan_name, made_at, revision, stopped, currency)"
            + " values (?, ?, ?, ?, ?, ?)",
        run.decisionId(),
        run.plan(),
        run.at(),
        run.revision(),
        run.stopped().map(Words::text).orElse(null),
        run.currency().orElse(null));
    sql.batch(
        "insert into release_kept (decision_id, suggestion_no, rule_name, kept_by, why)"
            + " values (?, ?, ?, ?, ?)",
        kept.stream()
            .map(
                k ->
                    new Object[] {
                      run.decisionId(),
                      k.suggestionNo(),
                      k.rule().orElse(null),
                      k.by().name(),
                      k.why().text()
                    })
            .toList());
  }

  /** Notes why no more of a decision is released. */
  @Transactional
  public void stop(long decisionId, Words why) {
    sql.update("update release_run set stopped = ? where decision_id = ?", why.text(), decisionId);
  }

  /** Returns what was made of a decision; empty where nothing was. */
  public Optional<Run> run(long decisionId) {
    return sql.first(ReleaseStore::run, RUN + " where decision_id = ?", decisionId);
  }

  /** Returns why a suggestion of a decision stays for people; empty where it does not. */
  public Optional<Kept> kept(long decisionId, long suggestionNo) {
    return sql.first(
        row ->
            new Kept(
                row.getLong("suggestion_no"),
                Optional.ofNullable(row.getString("rule_name")),
                ReleaseLimit.valueOf(row.getString("kept_by")),
                Words.parse(row.getString("why"))),
        "select suggestion_no, rule_name, kept_by, why from release_kept"
            + " where decision_id = ? and suggestion_no = ?",
        decisionId,
        suggestionNo);
  }

  /**
   * How many suggestions stay for people, by what.
   *
   * @param rule empty where none is about them
   */
  public record KeptCount(Optional<String> rule, ReleaseLimit by, long count) {}

  /** Returns how many suggestions of a decision stay for people, by rules and limits. */
  public List<KeptCount> keptBy(long decisionId) {
    return sql.list(
        row ->
            new KeptCount(
                Optional.ofNullable(row.getString("rule_name")),
                ReleaseLimit.valueOf(row.getString("kept_by")),
                row.getLong("kept")),
        "select rule_name, kept_by, count(*) kept from release_kept where decision_id = ?"
            + " group by rule_name, kept_by order by rule_name, kept_by",
        decisionId);
  }

  /** Keeps that a rule released a suggestion. */
  public void add(Done d) {
    sql.update(
        "insert into release_done (suggestion_no, decision_id, plan_name, rule_name, revision,"
            + " released_on, released_at, quantity, money, currency)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        d.suggestionNo(),
        d.decisionId(),
        d.plan(),
        d.rule(),
        d.revision(),
        d.on(),
        d.at(),
        d.quantity(),
        d.money().orElse(null),
        d.currency());
  }

  /** Returns what rules released of these suggestions, by their numbers. */
  public List<Done> done(Collection<Long> numbers) {
    return sql.listIn(
        ReleaseStore::done,
        "select suggestion_no, decision_id, plan_name, rule_name, revision, released_on,"
            + " released_at, quantity, money, currency from release_done"
            + " where suggestion_no in (#)",
        numbers);
  }

  /** Returns what rules released on a day, in a currency. */
  public BigDecimal releasedOn(LocalDate day, String currency) {
    return sql.first(
            row -> row.getBigDecimal(1),
            "select sum(money) from release_done where released_on = ? and currency = ?",
            day,
            currency)
        .orElse(BigDecimal.ZERO);
  }

  /**
   * What a rule released of a decision.
   *
   * @param units of all items, base units
   */
  public record Released(String rule, long count, BigDecimal units, BigDecimal money) {}

  /** Returns what rules released of a decision. */
  public List<Released> released(long decisionId) {
    return sql.list(
        row ->
            new Released(
                row.getString("rule_name"),
                row.getLong("released"),
                row.getBigDecimal("units"),
                row.getBigDecimal("spent")),
        "select rule_name, count(*) released, sum(quantity) units, coalesce(sum(money), 0) spent"
            + " from release_done where decision_id = ? group by rule_name order by rule_name",
        decisionId);
  }

  private static Run run(ResultSet row) throws SQLException {
    return new Run(
        row.getLong("decision_id"),
        row.getString("plan_name"),
        Sql.instant(row, "made_at").orElseThrow(),
        row.getLong("revision"),
        Optional.ofNullable(row.getString("stopped")).map(Words::parse),
        Optional.ofNullable(row.getString("currency")));
  }

  private static Done done(ResultSet row) throws SQLException {
    return new Done(
        row.getLong("suggestion_no"),
        row.getLong("decision_id"),
        row.getString("plan_name"),
        row.getString("rule_name"),
        row.getLong("revision"),
        row.getObject("released_on", LocalDate.class),
        Sql.instant(row, "released_at").orElseThrow(),
        row.getBigDecimal("quantity"),
        Optional.ofNullable(row.getBigDecimal("money")),
        row.getString("currency"));
  }
}
