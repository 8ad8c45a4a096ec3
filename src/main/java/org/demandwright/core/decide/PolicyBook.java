package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.decide.Policy.Origin;
import org.demandwright.core.decide.Policy.Resolved;

/**
 * All rules of a company and what planners said of single items: says what counts for an item at a
 * site.
 *
 * <p>Each field by itself: what a planner said of this item at this site; else the first rule, in
 * their order, that is about it and says something of the field; else what was learned; else what
 * the ERP says; else the default. So a rule further down still says what those above it are silent
 * about.
 *
 * @param rules the first one counts first
 * @param overrides by item and site
 * @param defaults what counts where nobody says anything
 */
public record PolicyBook(
    List<PolicyRule> rules, Map<PolicySubject.Key, PolicyValues> overrides, PolicyValues defaults) {
  private static final double USUAL_SERVICE = 0.95;
  private static final int WEEK = 7;

  /** A week between orders and to their receipt, 95 % cycle service, any quantity. */
  public static final PolicyValues DEFAULTS =
      PolicyValues.NONE
          .with(PolicyField.SERVICE, ServiceTarget.cycle(USUAL_SERVICE))
          .with(PolicyField.ORDERING, StockPolicy.ORDER_UP_TO)
          .with(PolicyField.REVIEW_DAYS, WEEK)
          .with(PolicyField.LEAD_DAYS, WEEK)
          .with(PolicyField.MINIMUM_ORDER, BigDecimal.ZERO)
          .with(PolicyField.MULTIPLE, BigDecimal.ONE)
          .with(PolicyField.MINIMUM_STOCK, BigDecimal.ZERO);

  /**
   * One item at a site with what else is known of it.
   *
   * @param learned from what happened
   * @param erp from its master data
   */
  public record Case(PolicySubject subject, PolicyValues learned, PolicyValues erp) {
    public Case {
      Objects.requireNonNull(subject, "subject");
      Objects.requireNonNull(learned, "learned");
      Objects.requireNonNull(erp, "erp");
    }
  }

  /**
   * A value that another book would make another one.
   *
   * @param before empty where nothing counted
   * @param after empty where nothing would count
   */
  public record Change(
      PolicySubject subject,
      PolicyField<?> field,
      Optional<Resolved<?>> before,
      Optional<Resolved<?>> after) {}

  public PolicyBook {
    rules = List.copyOf(rules);
    overrides = Map.copyOf(overrides);
    Objects.requireNonNull(defaults, "defaults");
  }

  /** Returns what counts for an item at a site. */
  public Policy resolve(Case of) {
    Map<PolicyField<?>, Resolved<?>> values = new HashMap<>();
    add(values, overrides.getOrDefault(of.subject().key(), PolicyValues.NONE), Origin.OVERRIDE, "");
    for (PolicyRule rule : rules) {
      if (rule.when().fulfilled(of.subject())) {
        add(values, rule.then(), Origin.RULE, rule.name());
      }
    }
    add(values, of.learned(), Origin.LEARNED, "");
    add(values, of.erp(), Origin.ERP, "");
    add(values, defaults, Origin.DEFAULT, "");
    return new Policy(values);
  }

  private static void add(
      Map<PolicyField<?>, Resolved<?>> values, PolicyValues said, Origin origin, String by) {
    said.values()
        .forEach((field, value) -> values.putIfAbsent(field, new Resolved<>(value, origin, by)));
  }

  /**
   * Returns what would be different with another book, such as one with a rule more: the preview of
   * a change. A value that stays the same and only comes from somewhere else is no change.
   *
   * @return in the order of the cases, and of {@link PolicyField#all}
   */
  public List<Change> changes(PolicyBook other, Collection<Case> cases) {
    return cases.stream().flatMap(c -> changes(other, c).stream()).toList();
  }

  private List<Change> changes(PolicyBook other, Case of) {
    Policy before = resolve(of);
    Policy after = other.resolve(of);
    return PolicyField.all().stream()
        .filter(f -> !before.value(f).equals(after.value(f)))
        .map(
            f ->
                new Change(
                    of.subject(),
                    f,
                    Optional.ofNullable(before.values().get(f)),
                    Optional.ofNullable(after.values().get(f))))
        .toList();
  }
}
