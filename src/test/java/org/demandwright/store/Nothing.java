package org.demandwright.store;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.demandwright.core.decide.simulate.ReplayWindows;

/** Asks queries for anything, and tells whether they answered with nothing. */
final class Nothing {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final Instant NOW = Instant.parse("2026-03-02T02:30:00Z");

  private final List<Object> handedOn = new ArrayList<>();

  /** Returns what a query answers with, also what it hands on, as far as it is something. */
  Optional<Object> somethingOf(Object store, Method query) {
    Object[] arguments =
        Arrays.stream(query.getGenericParameterTypes()).map(this::anything).toArray();
    try {
      Object answer = query.invoke(store, arguments);
      return query.getReturnType() == void.class || is(answer)
          ? handedOn.stream().findFirst()
          : Optional.of(answer);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(query + " of " + Arrays.toString(arguments), e);
    }
  }

  private Object anything(Type type) {
    if (type instanceof ParameterizedType of) {
      return anything((Class<?>) of.getRawType(), of.getActualTypeArguments());
    }
    return anything((Class<?>) type, new Type[0]);
  }

  private Object anything(Class<?> type, Type... of) {
    if (type == long.class || type == Long.class) {
      return 1L;
    } else if (type == int.class || type == Integer.class) {
      return 10;
    } else if (type == boolean.class) {
      return false;
    } else if (type == double.class || type == Double.class) {
      return 1.0;
    } else if (type == String.class) {
      return "x";
    } else if (type == LocalDate.class) {
      return DAY;
    } else if (type == LocalDateTime.class) {
      return DAY.atStartOfDay();
    } else if (type == Instant.class) {
      return NOW;
    } else if (type == BigDecimal.class) {
      return BigDecimal.ONE;
    } else if (type == Optional.class) {
      return Optional.empty();
    } else if (type == Consumer.class) {
      return (Consumer<Object>) handedOn::add;
    } else if (type == BiConsumer.class) {
      return (BiConsumer<Object, Object>) (key, value) -> handedOn.add(value);
    } else if (type == Map.class) {
      return Map.of(anything(of[0]), anything(of[1]));
    } else if (type == Set.class) {
      return Set.of(anything(of[0]));
    } else if (Collection.class.isAssignableFrom(type)) {
      return List.of(anything(of[0]));
    } else if (type.isEnum()) {
      return type.getEnumConstants()[0];
    } else if (type == ReplayWindows.class) {
      return new ReplayWindows(DAY, DAY.plusWeeks(10), DAY.plusWeeks(20));
    } else if (type.isRecord()) {
      return anyRecord(type);
    }
    throw new AssertionError("no example of " + type);
  }

  private Object anyRecord(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    try {
      var constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
      return constructor.newInstance(
          Arrays.stream(components).map(c -> anything(c.getGenericType())).toArray());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(type + " cannot be made", e);
    }
  }

  /** Whether something says nothing: it is empty, 0, no, or all its parts say nothing. */
  private static boolean is(Object answer) {
    if (answer instanceof Optional<?> perhaps) {
      return perhaps.isEmpty();
    } else if (answer instanceof Collection<?> all) {
      return all.stream().allMatch(Nothing::is);
    } else if (answer instanceof Map<?, ?> all) {
      return all.isEmpty();
    } else if (answer instanceof Number number) {
      return number.doubleValue() == 0;
    } else if (answer instanceof Boolean yes) {
      return !yes;
    } else if (answer instanceof Record record) {
      return Arrays.stream(record.getClass().getRecordComponents())
          .allMatch(c -> is(part(record, c)));
    } else if (answer instanceof Object[] all) {
      return all.length == 0;
    }
    return answer instanceof double[] all && all.length == 0;
  }

  private static Object part(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(record + " cannot be read", e);
    }
  }
}
