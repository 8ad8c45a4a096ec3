package org.demandwright.core.demand;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Sales lines for tests, which name what they care about: a new column changes no test. */
public final class Lines {
  private Lines() {}

  /**
   * Returns a line.
   *
   * @param namesAndValues name and value of each component in turn; others are null or false
   */
  public static SalesLine line(Object... namesAndValues) {
    return record(SalesLine.class, namesAndValues);
  }

  /** Returns a record of that type. */
  public static <T extends Record> T record(Class<T> type, Object... namesAndValues) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    RecordComponent[] components = type.getRecordComponents();
    Set<String> unknown = new HashSet<>(values.keySet());
    Arrays.stream(components).forEach(c -> unknown.remove(c.getName()));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(type.getSimpleName() + " has no " + unknown);
    }
    try {
      return type.getConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
          .newInstance(Arrays.stream(components).map(c -> value(c, values)).toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type.getSimpleName() + " refuses " + values, e);
    }
  }

  private static Object value(RecordComponent component, Map<String, Object> values) {
    Object value = values.get(component.getName());
    return value == null && component.getType() == boolean.class ? Boolean.FALSE : value;
  }
}
