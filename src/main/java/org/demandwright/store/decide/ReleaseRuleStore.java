package org.demandwright.store.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.demandwright.core.decide.ReleaseRule;
import org.demandwright.core.decide.ReleaseTerms;
import org.demandwright.core.decide.SuggestionKind;
import org.demandwright.store.sql.Sql;

/** The rules by which suggestions are released by themselves, and whether any is at all. */
@ApplicationScoped
public class ReleaseRuleStore {
  private static final String SWITCH =
      "select is_on, revision, switched_at, switched_by, reason from release_switch";

  private final Sql sql;

  @Inject
  public ReleaseRuleStore(Sql sql) {
    this.sql = sql;
  }

  ReleaseRuleStore() {
    this(null);
  }

  /**
   * The rules as they stand, in the order in which they count.
   *
   * @param revision goes up with every change
   */
  public record Rules(
      long revision,
      Instant changedAt,
      String changedBy,
      ReleaseTerms terms,
      List<ReleaseRule> rules) {
    public Rules {
      rules = List.copyOf(rules);
    }
  }

  /**
   * Whether anything is released.
   *
   * @param revision goes up with every change
   * @param reason empty before anybody switched it
   */
  public record Switch(boolean on, long revision, Instant at, String by, String reason) {}

  /** Returns the rules as they stand; none at first. */
  public Rules rules() {
    List<ReleaseRule> rules =
        sql.list(
            ReleaseRuleStore::rule,
            "select rule_name, conditions, kinds, limits from release_rule"
                + " order by rule_position");
    return sql.first(
            row ->
                new Rules(
                    row.getLong("revision"),
                    Sql.instant(row, "changed_at").orElseThrow(),
                    row.getString("changed_by"),
                    Optional.ofNullable(row.getString("terms"))
                        .map(ReleaseRuleStore::terms)
                        .orElse(ReleaseTerms.DEFAULTS),
                    rules),
            "select revision, changed_at, changed_by, terms from release_rules_state")
        .orElseThrow();
  }

  /**
   * Puts rules and terms in the place of those that stand.
   *
   * @param revision that was seen
   * @return whether it still stood; else nothing is changed
   */
  @Transactional
  public boolean replace(
      List<ReleaseRule> rules, ReleaseTerms terms, long revision, String by, Instant now) {
    boolean stood =
        sql.update(
                "update release_rules_state set revision = revision + 1, changed_at = ?,"
                    + " changed_by = ?, terms = ? where revision = ?",
                now,
                by,
                text(terms),
                revision)
            == 1;
    if (stood) {
      sql.update("delete from release_rule");
      List<Object[]> rows = new ArrayList<>();
      for (ReleaseRule rule : rules) {
        rows.add(
            new Object[] {
              rows.size() + 1,
              rule.name(),
              ConditionsText.of(rule.scope().when()),
              kinds(rule.scope().kinds()),
              text(rule.limits())
            });
      }
      sql.batch(
          "insert into release_rule (rule_position, rule_name, conditions, kinds, limits)"
              + " values (?, ?, ?, ?, ?)",
          rows);
    }
    return stood;
  }

  /** Returns whether anything is released; nothing is at first. */
  public Switch state() {
    return sql.first(
            row ->
                new Switch(
                    row.getBoolean("is_on"),
                    row.getLong("revision"),
                    Sql.instant(row, "switched_at").orElseThrow(),
                    row.getString("switched_by"),
                    row.getString("reason")),
            SWITCH)
        .orElseThrow();
  }

  /**
   * Returns the same, and makes whoever switches or releases wait until the caller's transaction
   * ends.
   */
  public Switch held() {
    sql.lock("select revision from release_switch");
    return state();
  }

  /** Switches it on or off. */
  @Transactional
  public Switch turn(boolean on, String by, String reason, Instant now) {
    sql.update(
        "update release_switch set is_on = ?, revision = revision + 1, switched_at = ?,"
            + " switched_by = ?, reason = ?",
        on,
        now,
        by,
        reason);
    return state();
  }

  private static ReleaseRule rule(ResultSet row) throws SQLException {
    return new ReleaseRule(
        row.getString("rule_name"),
        new ReleaseRule.Scope(
            ConditionsText.parse(row.getString("conditions")), kinds(row.getString("kinds"))),
        limits(row.getString("limits")));
  }

  private static String kinds(Set<SuggestionKind> kinds) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    kinds.stream().sorted().map(Enum::name).forEach(all::add);
    return all.build().toString();
  }

  private static Set<SuggestionKind> kinds(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readArray().getValuesAs(JsonString.class).stream()
          .map(JsonString::getString)
          .map(SuggestionKind::valueOf)
          .collect(Collectors.toSet());
    }
  }

  private static String text(ReleaseRule.Limits limits) {
    JsonObjectBuilder all = Json.createObjectBuilder();
    add(all, "quantity", limits.quantity());
    add(all, "money", limits.money());
    add(all, "change", limits.change());
    ReleaseRule.Confidence sure = limits.confidence();
    all.add("forecast", sure.forecast());
    add(all, "risk", sure.risk());
    all.add("withinHorizon", sure.withinHorizon());
    all.add("lateness", sure.lateness().name());
    return all.build().toString();
  }

  private static ReleaseRule.Limits limits(String text) {
    JsonObject all = ConditionsText.read(text);
    return new ReleaseRule.Limits(
        number(all, "quantity"),
        number(all, "money"),
        number(all, "change"),
        new ReleaseRule.Confidence(
            all.getBoolean("forecast"),
            number(all, "risk"),
            all.getBoolean("withinHorizon"),
            ReleaseRule.Lateness.valueOf(all.getString("lateness"))));
  }

  private static String text(ReleaseTerms terms) {
    JsonObjectBuilder all = Json.createObjectBuilder();
    add(all, "dailyCap", Optional.of(terms.dailyCap()));
    add(all, "fourEyes", terms.fourEyes());
    add(all, "refusedShare", Optional.of(terms.refusedShare()));
    all.add("mostDaysOld", terms.mostDaysOld());
    return all.build().toString();
  }

  private static ReleaseTerms terms(String text) {
    JsonObject all = ConditionsText.read(text);
    return new ReleaseTerms(
        number(all, "dailyCap").orElseThrow(),
        number(all, "fourEyes"),
        number(all, "refusedShare").orElseThrow(),
        all.getInt("mostDaysOld"));
  }

  /** As texts, so that a number is read as it was written. */
  private static void add(JsonObjectBuilder to, String name, Optional<BigDecimal> number) {
    number.ifPresent(n -> to.add(name, n.toPlainString()));
  }

  private static Optional<BigDecimal> number(JsonObject all, String name) {
    return all.containsKey(name)
        ? Optional.of(new BigDecimal(all.getString(name)))
        : Optional.empty();
  }
}
