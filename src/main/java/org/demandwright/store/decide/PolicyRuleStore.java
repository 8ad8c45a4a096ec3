package org.demandwright.store.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.demandwright.core.decide.PolicyRule;
import org.demandwright.core.decide.PolicyTexts;
import org.demandwright.core.decide.PolicyValues;
import org.demandwright.store.sql.Sql;

/** The rules of policies, in the order in which they count. */
@ApplicationScoped
public class PolicyRuleStore {
  private final Sql sql;

  @Inject
  public PolicyRuleStore(Sql sql) {
    this.sql = sql;
  }

  PolicyRuleStore() {
    this(null);
  }

  /**
   * The rules as they stand.
   *
   * @param revision goes up with every change
   */
  public record Rules(long revision, Instant changedAt, String changedBy, List<PolicyRule> rules) {
    public Rules {
      rules = List.copyOf(rules);
    }
  }

  /** Returns the rules as they stand; none at first. */
  public Rules rules() {
    List<PolicyRule> rules =
        sql.list(
            row ->
                new PolicyRule(
                    row.getString(1),
                    ConditionsText.parse(row.getString(2)),
                    values(row.getString(3))),
            "select rule_name, conditions, said from policy_rule order by rule_position");
    return sql.first(
            row ->
                new Rules(
                    row.getLong("revision"),
                    Sql.instant(row, "changed_at").orElseThrow(),
                    row.getString("changed_by"),
                    rules),
            "select revision, changed_at, changed_by from policy_rules_state")
        .orElseThrow();
  }

  /**
   * Puts rules in the place of those that stand.
   *
   * @param revision that was seen
   * @return whether it still stood; else nothing is changed
   */
  @Transactional
  public boolean replace(List<PolicyRule> rules, long revision, String by, Instant now) {
    boolean stood =
        sql.update(
                "update policy_rules_state set revision = revision + 1, changed_at = ?,"
                    + " changed_by = ? where revision = ?",
                now,
                by,
                revision)
            == 1;
    if (stood) {
      sql.update("delete from policy_rule");
      List<Object[]> rows = new ArrayList<>();
      for (PolicyRule rule : rules) {
        rows.add(
            new Object[] {
              rows.size() + 1, rule.name(), ConditionsText.of(rule.when()), text(rule.then())
            });
      }
      sql.batch(
          "insert into policy_rule (rule_position, rule_name, conditions, said)"
              + " values (?, ?, ?, ?)",
          rows);
    }
    return stood;
  }

  private static String text(PolicyValues said) {
    JsonObjectBuilder all = Json.createObjectBuilder();
    TreeMap<String, String> texts = new TreeMap<>();
    said.values().forEach((field, value) -> texts.put(field.name(), PolicyTexts.text(value)));
    texts.forEach(all::add);
    return all.build().toString();
  }

  private static PolicyValues values(String text) {
    JsonObject all = ConditionsText.read(text);
    PolicyValues values = PolicyValues.NONE;
    for (String name : all.keySet()) {
      values = PolicyTexts.said(values, name, all.getString(name));
    }
    return values;
  }
}
