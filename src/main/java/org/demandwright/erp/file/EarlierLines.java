package org.demandwright.erp.file;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import org.demandwright.erp.LoadTerms;

/**
 * The lines that other loads brought. A line that is there already is refused unless its load is
 * the one to be corrected. Lines of a later load carry the time of the load, later than any before:
 * a reader that has come so far would pass over them otherwise.
 */
final class EarlierLines implements AutoCloseable {
  private final long loadId;
  private final LoadTerms terms;
  private final Connection connection;
  private final PreparedStatement ofDocument;
  private final Set<String> asked = new HashSet<>();
  private final Set<String> taken = new HashSet<>();
  private final long lastRow;
  private final LocalDateTime stamp;

  EarlierLines(Connection connection, long loadId, LoadTerms terms) throws SQLException {
    this.connection = connection;
    this.loadId = loadId;
    this.terms = terms;
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select max(row_no), max(changed_at) from file_order_line")) {
      row.next();
      lastRow = row.getLong(1);
      LocalDateTime newest = row.getObject(2, LocalDateTime.class);
      stamp = newest == null ? null : later(newest, terms.at());
    }
    ofDocument =
        connection.prepareStatement(
            "select line_id from file_order_line where document_no = ? and load_id <> ?"
                + " and load_id <> ?");
  }

  private static LocalDateTime later(LocalDateTime newest, LocalDateTime now) {
    LocalDateTime next = newest.plus(1, ChronoUnit.MICROS);
    return next.isAfter(now) ? next : now.truncatedTo(ChronoUnit.MICROS);
  }

  /** Returns the number of the last row of all loads, 0 for the first one. */
  long lastRow() {
    return lastRow;
  }

  /** Returns the change stamp of a line that says this of itself. */
  LocalDateTime stamp(LocalDateTime own) {
    return stamp == null ? own : stamp;
  }

  /** Refuses a line that another load has. */
  void requireNew(FileLine line) throws SQLException, BadRow {
    if (stamp == null) {
      return;
    }
    if (asked.add(line.document())) {
      ask(line.document());
    }
    if (taken.contains(line.lineId())) {
      throw new BadRow(
          BadRow.Reason.DUPLICATE_LINE,
          "document_no",
          line.document(),
          "line "
              + line.lineId()
              + " came with another file already; load this file in place of that one if it"
              + " corrects it");
    }
  }

  private void ask(String document) throws SQLException {
    FileLines.set(ofDocument, document, loadId, terms.replaces().orElse(loadId));
    try (ResultSet rows = ofDocument.executeQuery()) {
      while (rows.next()) {
        taken.add(rows.getString(1));
      }
    }
  }

  /**
   * Takes the lines of the corrected load away where this one brings them again, and marks the
   * others: they are no demand any more, and whoever reads by change stamps is told.
   */
  void replace() throws SQLException {
    if (terms.replaces().isEmpty()) {
      return;
    }
    try (PreparedStatement again =
            connection.prepareStatement(
                "delete from file_order_line where load_id = ? and line_id in"
                    + " (select n.line_id from file_order_line n where n.load_id = ?)");
        PreparedStatement gone =
            connection.prepareStatement(
                "update file_order_line set excluded_because = 'REPLACED', changed_at = ?"
                    + " where load_id = ?")) {
      FileLines.set(again, terms.replaces().getAsLong(), loadId);
      again.executeUpdate();
      FileLines.set(gone, stamp, terms.replaces().getAsLong());
      gone.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    ofDocument.close();
  }
}
