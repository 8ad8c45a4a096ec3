package org.demandwright.store.supply;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.demandwright.core.supply.FaultyRow;
import org.demandwright.core.supply.SupplyAccount;
import org.demandwright.core.supply.SupplyAccount.Extent;
import org.demandwright.core.supply.SupplyFault;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.store.sql.Sql;

/** What became of the rows of stock and supply that were last read, and which are kept apart. */
@ApplicationScoped
public class SupplyAccountStore {
  private static final int MOST_CHARACTERS = 1_000;

  private final Sql sql;

  @Inject
  public SupplyAccountStore(Sql sql) {
    this.sql = sql;
  }

  SupplyAccountStore() {
    this(null);
  }

  /**
   * A row that is kept apart.
   *
   * @param number by which lists go on
   * @param column the first that is wrong; empty where the row as a whole is
   * @param said what the row says
   */
  public record Apart(
      long number,
      String source,
      SupplyTable table,
      SupplyFault fault,
      String column,
      String said) {}

  /** Begins a reading of a view anew: nothing of it is kept apart yet. */
  @Transactional
  public void begin(String source, SupplyTable table) {
    sql.update(
        "delete from supply_quarantine where source = ? and view_name = ?", source, table.view());
  }

  /** Forgets what is known of a view of a source. */
  @Transactional
  public void forget(String source, SupplyTable table) {
    begin(source, table);
    sql.update(
        "delete from supply_account where source = ? and view_name = ?", source, table.view());
  }

  /** Keeps rows of a view apart. */
  @Transactional
  public void keepApart(String source, SupplyTable table, List<FaultyRow> rows) {
    List<Long> numbers = sql.next("supply_quarantine_no", rows.size());
    List<Object[]> apart = new ArrayList<>();
    for (FaultyRow row : rows) {
      String said = row.row().told();
      apart.add(
          new Object[] {
            numbers.get(apart.size()),
            source,
            table.view(),
            row.fault().name(),
            row.column(),
            said.length() > MOST_CHARACTERS ? said.substring(0, MOST_CHARACTERS) : said
          });
    }
    sql.insertAll(
        "supply_quarantine", "quarantine_no, source, view_name, fault, column_name, said", apart);
  }

  /** Writes what became of the rows of a view, in place of what was known. */
  @Transactional
  public void write(SupplyAccount account) {
    sql.update(
        "delete from supply_account where source = ? and view_name = ?",
        account.source(),
        account.table().view());
    sql.update(
        "insert into supply_account (source, view_name, run, lacking, rows_told, amount_told,"
            + " rows_kept, amount_kept, rows_apart, amount_apart)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        account.source(),
        account.table().view(),
        account.run(),
        String.join(",", account.lacking()),
        account.told().map(Extent::rows).orElse(null),
        account.told().orElse(Extent.NONE).amount(),
        account.kept().rows(),
        account.kept().amount(),
        account.apart().rows(),
        account.apart().amount());
  }

  /** Forgets what is known of all sources but these. */
  @Transactional
  public void keepSources(Collection<String> sources) {
    for (String table : List.of("supply_account", "supply_quarantine")) {
      sql.list(row -> row.getString(1), "select distinct source from " + table).stream()
          .filter(source -> !sources.contains(source))
          .forEach(source -> sql.update("delete from " + table + " where source = ?", source));
    }
  }

  /** Returns what became of the rows of every view, by source, in the order of the views. */
  public List<SupplyAccount> all() {
    return sql
        .list(
            SupplyAccountStore::account,
            "select source, view_name, run, lacking, rows_told, amount_told, rows_kept, amount_kept,"
                + " rows_apart, amount_apart from supply_account order by source")
        .stream()
        .sorted(Comparator.comparing(SupplyAccount::source).thenComparing(SupplyAccount::table))
        .toList();
  }

  private static SupplyAccount account(ResultSet row) throws SQLException {
    long told = row.getLong("rows_told");
    Optional<Extent> there =
        row.wasNull()
            ? Optional.empty()
            : Optional.of(new Extent(told, row.getBigDecimal("amount_told")));
    return new SupplyAccount(
        row.getString("source"),
        table(row.getString("view_name")),
        row.getLong("run"),
        Stream.of(row.getString("lacking").split(",")).filter(c -> !c.isEmpty()).toList(),
        there,
        new Extent(row.getLong("rows_kept"), row.getBigDecimal("amount_kept")),
        new Extent(row.getLong("rows_apart"), row.getBigDecimal("amount_apart")));
  }

  private static SupplyTable table(String view) {
    return Stream.of(SupplyTable.values())
        .filter(table -> table.view().equals(view))
        .findFirst()
        .orElseThrow();
  }

  /** Returns rows that are kept apart with larger numbers, in their order. */
  public List<Apart> apart(long after, int limit) {
    return sql.list(
        row ->
            new Apart(
                row.getLong(1),
                row.getString(2),
                table(row.getString(3)),
                SupplyFault.valueOf(row.getString(4)),
                row.getString(5),
                row.getString(6)),
        "select quarantine_no, source, view_name, fault, column_name, said from supply_quarantine"
            + " where quarantine_no > ? order by quarantine_no limit ?",
        after,
        limit);
  }
}
