package org.demandwright.store.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.demandwright.core.demand.SalesLine;
import org.demandwright.store.sql.RecordColumns;

/**
 * A row of {@code sales_line} or of its history, apart from who read it when: equal = nothing
 * changed.
 *
 * @param seriesId null for a line that is no demand
 */
record LineRow(Long seriesId, SalesLine line) {
  private static final RecordColumns<SalesLine> LINE = RecordColumns.of(SalesLine.class);

  /** The columns. */
  static final String COLUMNS = "series_id, " + LINE.names();

  String lineId() {
    return line.lineId();
  }

  static LineRow of(ResultSet row) throws SQLException {
    return new LineRow(row.getObject(1, Long.class), LINE.read(row, 2));
  }

  /** Returns the values in the order of {@link #COLUMNS}, followed by others. */
  Object[] values(Object... others) {
    int own = 1 + LINE.count();
    Object[] all = new Object[own + others.length];
    all[0] = seriesId;
    LINE.bind(line, all, 1);
    System.arraycopy(others, 0, all, own, others.length);
    return all;
  }

  /** Returns whether another row tells the order date that this one lacks, and nothing else. */
  boolean lacksOnlyOrderDate(LineRow other) {
    return line.orderDate() == null
        && Objects.equals(seriesId, other.seriesId)
        && LINE.differing(line, other.line).equals(List.of("order_date"));
  }
}
