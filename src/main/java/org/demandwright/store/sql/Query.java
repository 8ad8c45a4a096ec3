package org.demandwright.store.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.demand.DataScope;

/** A query that is put together part by part, each with its parameters. */
public final class Query {
  private final StringBuilder text = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();

  /** Returns a query that begins like this. */
  public static Query of(String text, Object... parameters) {
    return new Query().add(text, parameters);
  }

  /** Adds a part. */
  public Query add(String part, Object... ofPart) {
    text.append(part);
    parameters.addAll(Arrays.asList(ofPart));
    return this;
  }

  /** Adds another query, for instance as the rows that this one selects from. */
  public Query add(Query other) {
    text.append(other.text);
    parameters.addAll(other.parameters);
    return this;
  }

  /** Adds a condition to those that are there. */
  public Query and(String rule, Object... ofRule) {
    return add(" and ", new Object[0]).add(rule, ofRule);
  }

  /** Adds a condition where there is a value for it. */
  public Query and(String rule, Optional<?> value) {
    value.ifPresent(v -> and(rule, new Object[] {v}));
    return this;
  }

  /** Adds the condition that a column has one of these values, at most some hundred. */
  public Query andIn(String column, Collection<?> values) {
    List<Object> padded = Sql.padded(List.copyOf(values));
    return and(column + " in " + Sql.marks(padded.size()), padded.toArray());
  }

  /** Adds the condition that rows belong to a scope. */
  public Query within(DataScope scope, ScopeColumns columns) {
    scope.companies().ifPresent(names -> andIn(columns.company(), names));
    columns.site().ifPresent(at -> scope.sites().ifPresent(names -> andIn(at, names)));
    columns.category().ifPresent(at -> scope.categories().ifPresent(names -> andIn(at, names)));
    return this;
  }

  /**
   * Adds the condition that the series of a number belong to a scope; a number of no series belongs
   * to the unrestricted one alone.
   *
   * @param seriesId expression of the number
   */
  public Query withinSeries(DataScope scope, String seriesId) {
    if (scope.isUnrestricted()) {
      return this;
    }
    return add(" and exists (select 1 from series scope_s where scope_s.series_id = " + seriesId)
        .within(scope, ScopeColumns.ofSeries("scope_s"))
        .add(")");
  }

  /** Ends the query after so many rows. */
  public Query first(int rows) {
    return add(" fetch first ? rows only", rows);
  }

  String text() {
    return text.toString();
  }

  Object[] parameters() {
    return parameters.toArray();
  }

  @Override
  public String toString() {
    return text + " " + parameters;
  }
}
