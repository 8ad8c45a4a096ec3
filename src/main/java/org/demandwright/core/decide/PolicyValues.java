package org.demandwright.core.decide;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody says of an item at a site: a rule, a planner, the ERP. Most say little.
 *
 * @param values of the type of their field; what is not said is not in it
 */
public record PolicyValues(Map<PolicyField<?>, Object> values) {
  /** Says nothing. */
  public static final PolicyValues NONE = new PolicyValues(Map.of());

  public PolicyValues {
    values.forEach(PolicyField::checked);
    values = Map.copyOf(values);
  }

  /** Returns what says this, too. */
  public <T> PolicyValues with(PolicyField<T> field, T value) {
    Map<PolicyField<?>, Object> more = new HashMap<>(values);
    more.put(field, value);
    return new PolicyValues(more);
  }

  /** Returns what is said of a field. */
  public <T> Optional<T> get(PolicyField<T> field) {
    return Optional.ofNullable(values.get(field)).map(field.type()::cast);
  }
}
