package org.demandwright.store.supply;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.store.sql.Sql;

/** Tables of stock and supply that were sent, as texts. */
@ApplicationScoped
public class SentSupplyStore {
  private static final int BLOCK = 2_000;
  private static final String BETWEEN = "\u001f";

  private final Sql sql;

  @Inject
  public SentSupplyStore(Sql sql) {
    this.sql = sql;
  }

  SentSupplyStore() {
    this(null);
  }

  /**
   * A table that was sent.
   *
   * @param columns that it has
   */
  public record Sent(
      SupplyTable table, List<String> columns, long rows, String sentBy, Instant sentAt) {
    public Sent {
      columns = List.copyOf(columns);
    }
  }

  /**
   * Puts a table in the place of what was sent before.
   *
   * @param rows in the order of the columns, an empty text = unknown
   */
  @Transactional
  public void replace(Sent sent, List<List<String>> rows) {
    String view = sent.table().view();
    forget(sent.table());
    sql.update(
        "insert into sent_supply (view_name, columns_told, row_count, sent_by, sent_at)"
            + " values (?, ?, ?, ?, ?)",
        view,
        String.join(",", sent.columns()),
        sent.rows(),
        sent.sentBy(),
        sent.sentAt());
    List<Object[]> block = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      block.add(new Object[] {view, (long) i + 1, String.join(BETWEEN, rows.get(i))});
      if (block.size() == BLOCK || i == rows.size() - 1) {
        sql.insertAll("sent_supply_row", "view_name, row_no, cells", block);
        block.clear();
      }
    }
  }

  /** Forgets what was sent of a table. */
  @Transactional
  public void forget(SupplyTable table) {
    sql.update("delete from sent_supply_row where view_name = ?", table.view());
    sql.update("delete from sent_supply where view_name = ?", table.view());
  }

  /** Returns what was sent of a table; empty where nothing was. */
  public Optional<Sent> find(SupplyTable table) {
    return sql.first(
        SentSupplyStore::sent,
        "select view_name, columns_told, row_count, sent_by, sent_at from sent_supply"
            + " where view_name = ?",
        table.view());
  }

  /** Returns rows behind a number, in their order. */
  public List<List<String>> page(SupplyTable table, long after, int limit) {
    return sql.list(
        row -> List.of(row.getString(1).split(BETWEEN, -1)),
        "select cells from sent_supply_row where view_name = ? and row_no > ?"
            + " order by row_no fetch first ? rows only",
        table.view(),
        after,
        limit);
  }

  private static Sent sent(ResultSet row) throws SQLException {
    String view = row.getString(1);
    return new Sent(
        Stream.of(SupplyTable.values())
            .filter(t -> t.view().equals(view))
            .findFirst()
            .orElseThrow(),
        List.of(row.getString(2).split(",")),
        row.getLong(3),
        row.getString(4),
        Sql.instant(row, "sent_at").orElseThrow());
  }
}
