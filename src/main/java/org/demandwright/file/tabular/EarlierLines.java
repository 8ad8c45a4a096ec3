package org.demandwright.file.tabular;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.demandwright.file.LoadTerms;

/**
 * The lines that other loads brought. A line that is there already is refused unless its load is
 * the one to be corrected, or was corrected before and did not bring it again: then the line keeps
 * the {@code line_id} that it has, whatever form that is of. Lines of a later load carry the time
 * of the load, later than any before: a reader that has come so far would pass over them otherwise.
 */
final class EarlierLines implements AutoCloseable {
  /** Why a line is no demand whose load was corrected and did not bring it again. */
  private static final String REPLACED = "REPLACED";

  /** Where a line came from that cannot be loaded again. */
  private record Origin(long loadId, LocalDate ordered) {}

  private final long loadId;
  private final LoadTerms terms;
  private final Connection connection;
  private final PreparedStatement ofDocument;
  private final Set<Long> replaced;
  private final Set<String> asked = new HashSet<>();
  private final Map<String, Origin> taken = new HashMap<>();
  private final Map<String, String> kept = new HashMap<>();
  private final Set<String> unusual = new HashSet<>();
  private final long lastRow;
  private final LocalDateTime stamp;

  EarlierLines(Connection connection, long loadId, LoadTerms terms) throws SQLException {
    this.connection = connection;
    this.loadId = loadId;
    this.terms = terms;
    replaced = replaced();
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
            "select org_id, line_id, order_date, load_id, excluded_because from file_order_line"
                + " where document_no = ? and load_id <> ?");
  }

  private Set<Long> replaced() throws SQLException {
    Set<Long> ids = new HashSet<>();
    terms.replaces().ifPresent(ids::add);
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select load_id from file_load where replaced_by is not null")) {
      while (row.next()) {
        ids.add(row.getLong(1));
      }
    }
    return ids;
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

  /** Returns the {@code line_id} of a line; refuses a line that another load has. */
  String lineIdOf(FileLine line) throws SQLException, BadRow {
    LineIdentity identity = line.identity();
    String id = identity.id();
    if (stamp == null) {
      return id;
    }
    boolean yearly = identity.year() != 0;
    if (asked.add(identity.document())) {
      ask(identity.document(), yearly);
    }
    if (taken.containsKey(id)) {
      throw duplicate(line, taken.get(id), yearly);
    }
    return kept.getOrDefault(id, unusual.contains(id) ? identity.explicitId() : id);
  }

  private static BadRow duplicate(FileLine line, Origin origin, boolean yearly) {
    boolean otherYear = origin.ordered().getYear() != line.orderDate().getYear();
    return new BadRow(
        BadRow.Reason.DUPLICATE_LINE,
        "document_no",
        line.identity().document(),
        "line %s of %s came with load %d already, ordered on %s; load this file in place of that one if it corrects it%s"
            .formatted(
                line.identity().line(),
                line.identity().documentInWords(),
                origin.loadId(),
                origin.ordered(),
                otherYear && !yearly
                    ? ", or say that numbers start anew each year (numbering YEARLY)"
                    : ""));
  }

  private void ask(String document, boolean yearly) throws SQLException {
    FileLines.set(ofDocument, document, loadId);
    try (ResultSet row = ofDocument.executeQuery()) {
      while (row.next()) {
        String lineId = row.getString(2);
        LocalDate ordered = row.getObject(3, LocalDate.class);
        int year = yearly ? ordered.getYear() : 0;
        String usual = LineIdentity.of(row.getString(1), document, year, lineId).id();
        long load = row.getLong(4);
        if (!isFree(load, row.getString(5))) {
          taken.put(usual, new Origin(load, ordered));
        }
        if (!usual.equals(lineId)) {
          unusual.add(lineId);
          kept.putIfAbsent(usual, lineId);
        }
      }
    }
  }

  /** Lines of the load to be corrected may come again, and those that a correction left out. */
  private boolean isFree(long load, String excludedBecause) {
    boolean corrected = terms.replaces().isPresent() && terms.replaces().getAsLong() == load;
    return corrected || (replaced.contains(load) && REPLACED.equals(excludedBecause));
  }

  /**
   * Takes the lines of corrected loads away where this one brings them again, and marks the others:
   * they are no demand any more, and whoever reads by change stamps is told.
   */
  void replace() throws SQLException {
    if (replaced.isEmpty()) {
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
      for (long load : replaced) {
        FileLines.set(again, load, loadId);
        again.executeUpdate();
      }
      if (terms.replaces().isPresent()) {
        FileLines.set(gone, stamp, terms.replaces().getAsLong());
        gone.executeUpdate();
      }
    }
  }

  @Override
  public void close() throws SQLException {
    ofDocument.close();
  }
}
