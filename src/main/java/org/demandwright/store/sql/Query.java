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

  /**
   * Adds the condition that a column is as it was seen: this value, or null where there was none.
   */
  public Query andStill(String column, Optional<?> seen) {
    return seen.isPresent() ? and(column + " = ?", seen) : and(column + " is null");
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
    scope
        .categories()
        .ifPresent(
            names -> {
              columns.category().ifPresent(at -> andIn(at, names));
              columns.itemOf().ifPresent(alias -> andItemOf(alias, names));
            });
    return this;
  }

  /**
   * Adds the condition that the item of rows has one of these categories now; the empty one is also
   * that of items that nobody knows. Items are joined as a set: whoever plans the query chooses
   * whether to look each of them up or to read all of those categories once.
   *
   * @param alias of rows that have the columns of a series
   */
  public Query andItemOf(String alias, Collection<String> categories) {
    return andItemOf(alias, "item_id", categories);
  }

  /**
   * Adds the same condition for another item of the rows.
   *
   * @param alias of rows that have the company in {@code org_id}
   * @param item the column with the item
   */
  public Query andItemOf(String alias, String item, Collection<String> categories) {
    add(" and ((%1$s.org_id, %1$s.%2$s) in (select".formatted(alias, item), new Object[0])
        .add(" scope_i.org_id, scope_i.item_id from item scope_i where 1 = 1")
        .andIn("scope_i.category", categories)
        .add(")");
    if (categories.contains("")) {
      add(" or not exists (select 1 from item scope_n where scope_n.org_id = " + alias + ".org_id")
          .add(" and scope_n.item_id = %s.%s)".formatted(alias, item), new Object[0]);
    }
    return add(")");
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
