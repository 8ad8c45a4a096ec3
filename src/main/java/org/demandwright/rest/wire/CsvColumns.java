package org.demandwright.rest.wire;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demandwright.rest.wire.CsvTable.Column;

/**
 * Makes a flat table of wire records: a column a member, in their order; members of a record within
 * become {@code outerInner}; lists of single values one cell, parted by semicolons; lists of
 * records and maps are left out, since a line has no place for them.
 */
final class CsvColumns {
  private CsvColumns() {}

  /**
   * @param fields members that are wanted
   */
  static <R extends Record> List<Column<R>> of(Class<R> type, Set<String> fields) {
    List<Column<R>> columns = new ArrayList<>();
    for (RecordMembers.Member member : RecordMembers.of(type).members()) {
      if (fields.contains(member.name())) {
        add(columns, "", member, member::of);
      }
    }
    return columns;
  }

  /** Returns columns that say the same in every line. */
  static <R extends Record> List<Column<R>> constant(Record shared) {
    return constant(shared, shared.getClass().asSubclass(Record.class));
  }

  private static <R extends Record, S extends Record> List<Column<R>> constant(
      Record shared, Class<S> type) {
    List<Column<R>> columns = new ArrayList<>();
    for (Column<S> column : CsvColumns.of(type, RecordMembers.of(type).names())) {
      Object same = column.value().apply(type.cast(shared));
      columns.add(new Column<>(column.name(), row -> same));
    }
    return columns;
  }

  private static <R extends Record> void add(
      List<Column<R>> columns,
      String prefix,
      RecordMembers.Member member,
      Function<R, Object> value) {
    Class<?> type = member.component().getType();
    String name =
        prefix.isEmpty()
            ? member.name()
            : prefix + Character.toUpperCase(member.name().charAt(0)) + member.name().substring(1);
    if (type.isRecord()) {
      for (RecordMembers.Member inner : RecordMembers.of(type).members()) {
        add(
            columns,
            name,
            inner,
            row -> value.apply(row) instanceof Record within ? inner.of(within) : null);
      }
    } else if (Collection.class.isAssignableFrom(type)) {
      if (!elementIsRecord(member.component())) {
        columns.add(new Column<>(name, row -> joined((Collection<?>) value.apply(row))));
      }
    } else if (!Map.class.isAssignableFrom(type)) {
      columns.add(new Column<>(name, value));
    }
  }

  private static boolean elementIsRecord(RecordComponent list) {
    Type element = ((ParameterizedType) list.getGenericType()).getActualTypeArguments()[0];
    return element instanceof Class<?> type && type.isRecord();
  }

  private static String joined(Collection<?> values) {
    return values == null
        ? null
        : values.stream().map(Object::toString).collect(Collectors.joining("; "));
  }
}
