package org.demandwright.store.supply;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.demandwright.core.supply.SupplyColumn;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.store.sql.Sql;

/**
 * Rows of stock and supply of each source. Only differences are written: most of them are the same
 * as yesterday.
 */
@ApplicationScoped
public class SupplyStore {
  private final Sql sql;

  @Inject
  public SupplyStore(Sql sql) {
    this.sql = sql;
  }

  SupplyStore() {
    this(null);
  }

  /**
   * Makes the table hold these rows of a source beside its others.
   *
   * @param rows no two with one key
   */
  @Transactional
  public void put(String source, SupplyTable table, List<SupplyRow> rows) {
    Map<String, SupplyRow> there = new HashMap<>();
    sql.listIn(
            row -> row(table, row),
            select(table) + " where source = ? and row_key in (#)",
            rows.stream().map(SupplyRow::key).toList(),
            source)
        .forEach(row -> there.put(row.key(), row));
    List<SupplyRow> changed =
        rows.stream().filter(row -> !row.equals(there.get(row.key()))).toList();
    remove(source, table, changed.stream().map(SupplyRow::key).filter(there::containsKey).toList());
    sql.insertAll(
        name(table),
        "source, row_key, " + columns(table),
        changed.stream().map(row -> stored(source, row)).toList());
  }

  private static Object[] stored(String source, SupplyRow row) {
    List<Object> values = new ArrayList<>(List.of(source, row.key()));
    values.addAll(row.values());
    return values.toArray();
  }

  /** Forgets the rows of a source that have none of these keys. */
  @Transactional
  public void keep(String source, SupplyTable table, Set<String> keys) {
    List<String> gone = new ArrayList<>();
    sql.each(
        row -> row.getString(1),
        key -> {
          if (!keys.contains(key)) {
            gone.add(key);
          }
        },
        "select row_key from " + name(table) + " where source = ?",
        source);
    remove(source, table, gone);
  }

  private void remove(String source, SupplyTable table, List<String> keys) {
    sql.batch(
        "delete from " + name(table) + " where source = ? and row_key = ?",
        keys.stream().map(key -> new Object[] {source, key}).toList());
  }

  /** Forgets the rows of all sources but these. */
  @Transactional
  public void keepSources(Collection<String> sources) {
    for (SupplyTable table : SupplyTable.values()) {
      sources(table).stream()
          .filter(source -> !sources.contains(source))
          .forEach(
              source -> sql.update("delete from " + name(table) + " where source = ?", source));
    }
  }

  /** Hands every row of a table to the consumer, of the sources in the order of their names. */
  @Transactional
  public void each(SupplyTable table, Consumer<SupplyRow> consumer) {
    for (String source : sources(table)) {
      sql.each(
          row -> row(table, row),
          consumer,
          select(table) + " where source = ? order by row_key",
          source);
    }
  }

  private List<String> sources(SupplyTable table) {
    return sql.list(
        row -> row.getString(1), "select distinct source from " + name(table) + " order by 1");
  }

  /** Returns whether an ERP has the view of a table, however little that tells. */
  public boolean isTold(SupplyTable table) {
    return sql.first(
            row -> row.getString(1),
            "select source from supply_account where view_name = ? and rows_told is not null"
                + " order by source limit 1",
            table.view())
        .isPresent();
  }

  /**
   * Returns the rows of items of a company, of a table whose rows have an item.
   *
   * @param items in any order
   */
  public List<SupplyRow> ofItems(SupplyTable table, String org, Collection<String> items) {
    return in(table, org, "item_id", items);
  }

  /**
   * Returns the price breaks of terms of a company.
   *
   * @param terms their identities, in any order
   */
  public List<SupplyRow> breaksOf(String org, Collection<String> terms) {
    return in(SupplyTable.PRICE_BREAK, org, "terms_id", terms);
  }

  private List<SupplyRow> in(
      SupplyTable table, String org, String column, Collection<String> values) {
    return sql.listIn(
        row -> row(table, row),
        select(table)
            + " where coalesce(org_id, '') = ? and "
            + column
            + " in (#) order by source, row_key",
        values,
        org);
  }

  /** Returns whether a table holds anything of a company. */
  public boolean holds(SupplyTable table, String org) {
    return sql.first(
            row -> row.getString(1),
            "select row_key from " + name(table) + " where coalesce(org_id, '') = ? limit 1",
            org)
        .isPresent();
  }

  private static String select(SupplyTable table) {
    return "select " + columns(table) + " from " + name(table);
  }

  private static String columns(SupplyTable table) {
    return table.columns().stream().map(SupplyColumn::name).collect(Collectors.joining(", "));
  }

  private static String name(SupplyTable table) {
    return "supply_" + table.name().toLowerCase(Locale.ROOT);
  }

  private static SupplyRow row(SupplyTable table, ResultSet row) throws SQLException {
    List<Object> values = new ArrayList<>();
    for (SupplyColumn column : table.columns()) {
      values.add(row.getObject(values.size() + 1, type(column)));
    }
    return new SupplyRow(table, values);
  }

  private static Class<?> type(SupplyColumn column) {
    return switch (column.type()) {
      case TEXT -> String.class;
      case AMOUNT -> BigDecimal.class;
      case WHOLE -> Integer.class;
      case DAY -> LocalDate.class;
      case FLAG -> Boolean.class;
    };
  }
}
