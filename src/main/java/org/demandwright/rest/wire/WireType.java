package org.demandwright.rest.wire;

import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a value is on the wire, for those who describe it.
 *
 * @param kind of value
 * @param type the class behind it: of a record itself, of an enum itself
 * @param inner the type of the elements of a list or a map, null for others
 */
public record WireType(Kind kind, Class<?> type, WireType inner) {

  /** Kinds of values. */
  public enum Kind {
    TEXT,
    WHOLE,
    NUMBER,
    DECIMAL,
    FLAG,
    DAY,
    INSTANT,
    WORD,
    RECORD,
    LIST,
    MAP,
    ANYTHING
  }

  /** Returns what a type of Java is; what may be missing is what it is when it is there. */
  public static WireType of(Type type) {
    if (type instanceof ParameterizedType generic) {
      Class<?> raw = (Class<?>) generic.getRawType();
      Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      if (raw == Optional.class) {
        return of(last);
      }
      return new WireType(Map.class.isAssignableFrom(raw) ? Kind.MAP : Kind.LIST, raw, of(last));
    }
    return type instanceof Class<?> single ? of(single) : new WireType(Kind.ANYTHING, null, null);
  }

  private static WireType of(Class<?> type) {
    return new WireType(kind(type), type, null);
  }

  private static Kind kind(Class<?> type) {
    if (type.isRecord()) {
      return Kind.RECORD;
    }
    if (type.isEnum()) {
      return Kind.WORD;
    }
    if (type == long.class || type == Long.class || type == int.class || type == Integer.class) {
      return Kind.WHOLE;
    }
    if (type == double.class || type == Double.class) {
      return Kind.NUMBER;
    }
    if (type == boolean.class || type == Boolean.class) {
      return Kind.FLAG;
    }
    if (type == BigDecimal.class) {
      return Kind.DECIMAL;
    }
    if (type == LocalDate.class) {
      return Kind.DAY;
    }
    if (type == Instant.class) {
      return Kind.INSTANT;
    }
    return JsonValue.class.isAssignableFrom(type) || type == Object.class
        ? Kind.ANYTHING
        : Kind.TEXT;
  }

  /** Returns the words of an enum as callers know them. */
  public List<String> words() {
    return Arrays.stream(type.getEnumConstants()).map(Scalar::wordOf).toList();
  }

  /** Returns the name of a member. */
  public static String nameOf(RecordComponent component) {
    return RecordMembers.nameOf(component);
  }

  /** Returns whether a member must be sent. */
  public static boolean isNeeded(RecordComponent component) {
    Class<?> type = component.getType();
    return type != Optional.class && type != Map.class && !Collection.class.isAssignableFrom(type);
  }

  /** Returns whether a member of an answer is always there. */
  public static boolean isAlwaysThere(RecordComponent component) {
    Class<?> type = component.getType();
    return type.isPrimitive() && type != double.class;
  }
}
