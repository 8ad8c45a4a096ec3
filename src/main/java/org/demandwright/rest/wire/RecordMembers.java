package org.demandwright.rest.wire;

import jakarta.json.bind.annotation.JsonbProperty;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The members of a wire record, in their order.
 *
 * @param members one for each component
 */
record RecordMembers(List<Member> members) {
  private static final ClassValue<RecordMembers> KNOWN =
      new ClassValue<>() {
        @Override
        protected RecordMembers computeValue(Class<?> type) {
          return new RecordMembers(
              Arrays.stream(type.getRecordComponents()).map(Member::new).toList());
        }
      };

  /** One component of a record. */
  record Member(RecordComponent component) {
    Member {
      component.getAccessor().setAccessible(true); // records of tests are not public
    }

    /** Returns whether it changes though nobody changes the thing. */
    boolean passes() {
      return component.isAnnotationPresent(Passing.class);
    }

    /**
     * Returns the name of the component, or the one it has in JSON where that is a word of Java.
     */
    String name() {
      return nameOf(component);
    }

    /** Returns the value; null where it is absent, an empty {@code Optional} among that. */
    Object of(Record record) {
      try {
        Object value = component.getAccessor().invoke(record);
        return value instanceof Optional<?> optional ? optional.orElse(null) : value;
      } catch (InvocationTargetException | IllegalAccessException e) {
        throw new IllegalStateException(component + " cannot be read", e);
      }
    }
  }

  /** Returns what a component is called in JSON. */
  static String nameOf(RecordComponent component) {
    JsonbProperty named = component.getAccessor().getAnnotation(JsonbProperty.class);
    return named == null ? component.getName() : named.value();
  }

  static RecordMembers of(Class<?> record) {
    return KNOWN.get(record);
  }

  /** Returns whether some of them pass by themselves. */
  boolean passes() {
    return members.stream().anyMatch(Member::passes);
  }

  /** Returns the names of those that stand until somebody changes them. */
  Set<String> standing() {
    Set<String> names = new LinkedHashSet<>();
    members.stream().filter(m -> !m.passes()).forEach(m -> names.add(m.name()));
    return names;
  }

  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    members.forEach(m -> names.add(m.name()));
    return names;
  }
}
