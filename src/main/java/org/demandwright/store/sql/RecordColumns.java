package org.demandwright.store.sql;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The columns of a table that are the components of a public record: {@code lineId} is the column
 * {@code line_id}. One list that names, binds and reads.
 */
public final class RecordColumns<T extends Record> {
  private static final Map<Class<?>, Reading> READINGS =
      Map.of(
          String.class,
          ResultSet::getString,
          BigDecimal.class,
          ResultSet::getBigDecimal,
          Long.class,
          (row, i) -> row.getObject(i, Long.class),
          Boolean.class,
          (row, i) -> row.getObject(i, Boolean.class),
          LocalDate.class,
          (row, i) -> row.getObject(i, LocalDate.class),
          LocalDateTime.class,
          (row, i) -> row.getObject(i, LocalDateTime.class),
          boolean.class,
          ResultSet::getBoolean,
          long.class,
          ResultSet::getLong);

  private final List<String> names = new ArrayList<>();
  private final List<MethodHandle> accessors = new ArrayList<>();
  private final List<Reading> readings = new ArrayList<>();
  private final MethodHandle constructor;

  private interface Reading {
    Object read(ResultSet row, int column) throws SQLException;
  }

  private RecordColumns(Class<T> type) throws ReflectiveOperationException {
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    RecordComponent[] components = type.getRecordComponents();
    for (RecordComponent c : components) {
      names.add(column(c.getName()));
      accessors.add(
          lookup
              .unreflect(c.getAccessor())
              .asType(MethodType.methodType(Object.class, Object.class)));
      Reading reading = c.getType().isEnum() ? word(c.getType()) : READINGS.get(c.getType());
      readings.add(
          Objects.requireNonNull(reading, () -> "no column holds a " + c.getType().getName()));
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    constructor =
        lookup
            .findConstructor(type, MethodType.methodType(void.class, types))
            .asSpreader(Object[].class, components.length)
            .asType(MethodType.methodType(Object.class, Object[].class));
  }

  /** Reads a word of a closed list, which is stored by its name. */
  private static Reading word(Class<?> type) {
    Map<String, Object> words = new HashMap<>();
    for (Object word : type.getEnumConstants()) {
      words.put(((Enum<?>) word).name(), word);
    }
    return (row, i) -> {
      String name = row.getString(i);
      return name == null
          ? null
          : Objects.requireNonNull(words.get(name), () -> name + " is no " + type.getSimpleName());
    };
  }

  /** Returns the columns of a record. */
  public static <T extends Record> RecordColumns<T> of(Class<T> type) {
    try {
      return new RecordColumns<>(type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type + " is no public record", e);
    }
  }

  /** Returns the column of a component. */
  static String column(String component) {
    return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /** Returns the names, separated by commas. */
  public String names() {
    return String.join(", ", names);
  }

  /** Returns the names with the alias of their table before each, separated by commas. */
  public String names(String alias) {
    return names.stream().map(name -> alias + "." + name).collect(Collectors.joining(", "));
  }

  /** Returns how many there are. */
  public int count() {
    return names.size();
  }

  /** Writes a record's values into a row, from a place on. */
  public void bind(T from, Object[] row, int first) {
    try {
      for (int i = 0; i < names.size(); i++) {
        row[first + i] = (Object) accessors.get(i).invokeExact((Object) from);
      }
    } catch (Throwable e) {
      throw new IllegalStateException("an accessor failed", e);
    }
  }

  /** Reads a record from the row that the cursor stands on; its first column counts from 1. */
  @SuppressWarnings("unchecked")
  public T read(ResultSet row, int first) throws SQLException {
    Object[] values = new Object[names.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = readings.get(i).read(row, first + i);
    }
    try {
      return (T) (Object) constructor.invokeExact(values);
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a constructor failed", e);
    }
  }

  /** Returns the columns in which two records differ. */
  public List<String> differing(T a, T b) {
    Object[] left = new Object[names.size()];
    Object[] right = new Object[names.size()];
    bind(a, left, 0);
    bind(b, right, 0);
    List<String> differing = new ArrayList<>();
    for (int i = 0; i < left.length; i++) {
      if (!Objects.equals(left[i], right[i])) {
        differing.add(names.get(i));
      }
    }
    return differing;
  }
}
