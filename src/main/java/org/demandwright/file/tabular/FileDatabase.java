package org.demandwright.file.tabular;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demandwright.erp.SqlScript;
import org.demandwright.file.FileAccount;
import org.demandwright.file.FileLoad;
import org.demandwright.file.LineClass;
import org.demandwright.file.LineCounts;
import org.demandwright.file.LoadTerms;
import org.demandwright.file.UnusableFile;

/** The schema that files are loaded into, and its book of loads. */
final class FileDatabase {
  private static final int LONGEST_NAME = 400;

  private final Connection connection;

  FileDatabase(Connection connection) {
    this.connection = connection;
  }

  /** Returns whether there are no tables of files; refuses a schema that is another ERP's. */
  boolean isEmpty() throws SQLException {
    Set<String> tables = names("TABLE", "BASE TABLE");
    if (tables.contains("file_load")) {
      return false;
    }
    if (names("VIEW").contains("dw_sales_line")) {
      throw new UnusableFile(
          "The database at dw.erp.file.url has canonical views over another ERP's tables: its sales"
              + " are read from there. Give the files a schema of their own, and let dw.erp.url"
              + " name it too");
    }
    return true;
  }

  private Set<String> names(String... types) throws SQLException {
    Set<String> names = new TreeSet<>();
    String schema = connection.getSchema();
    try (ResultSet rows =
        connection.getMetaData().getTables(connection.getCatalog(), schema, null, types)) {
      while (rows.next()) {
        names.add(rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }

  /** Makes the tables if need be, and enters a load. Refuses a file that is there already. */
  long begin(String sha256, String name, LoadTerms terms) throws SQLException {
    if (isEmpty()) {
      SqlScript.of("sql/erp/file/schema.sql").run(connection);
    }
    SqlScript.of("sql/erp/file/lines.sql").run(connection);
    List<FileLoad> loads = loads();
    loads.stream()
        .filter(load -> load.account().sha256().equals(sha256) && load.replacedBy().isEmpty())
        .filter(load -> !terms.replaces().equals(OptionalLong.of(load.loadId())))
        .findFirst()
        .ifPresent(same -> refuseTwice(name, same));
    terms.replaces().ifPresent(id -> requireCurrent(id, loads));
    long loadId = loads.stream().mapToLong(FileLoad::loadId).max().orElse(0) + 1;
    return loadId;
  }

  private static void refuseTwice(String name, FileLoad same) {
    throw new UnusableFile(
        "%s was loaded already, as load %d on %s under the name %s: its content is the same, so"
                .formatted(name, same.loadId(), same.at(), same.account().fileName())
            + " nothing has to be done; load it in place of load "
            + same.loadId()
            + " if it is to be read in another way");
  }

  private static void requireCurrent(long replaced, List<FileLoad> loads) {
    boolean there =
        loads.stream().anyMatch(l -> l.loadId() == replaced && l.replacedBy().isEmpty());
    if (!there) {
      throw new UnusableFile(
          "There is no load %d that could be replaced; replace one of %s"
              .formatted(
                  replaced,
                  loads.stream()
                      .filter(l -> l.replacedBy().isEmpty())
                      .map(FileLoad::loadId)
                      .sorted(Comparator.naturalOrder())
                      .toList()));
    }
  }

  /** Enters what became of a load, and puts the views over the first one. */
  void end(long loadId, FileAccount account, LoadTerms terms) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into file_load values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      String name = account.fileName();
      FileLines.set(
          insert,
          loadId,
          name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME),
          account.sha256(),
          account.profile(),
          account.rows(),
          account.loaded(),
          account.quarantinedRows(),
          account.linesNotUtf8(),
          terms.by(),
          terms.at(),
          null);
      insert.executeUpdate();
    }
    writeCounts(loadId, account.excluded());
    writeLines(loadId, account.lines());
    if (terms.replaces().isPresent()) {
      markReplaced(terms.replaces().getAsLong(), loadId);
    }
    if (!names("VIEW").contains("dw_sales_line")) {
      SqlScript.of("sql/erp/file/views.sql").run(connection);
      if (terms.reader().isPresent()) {
        grant(terms.reader().get());
      }
    }
  }

  private void writeCounts(long loadId, Map<String, Long> excluded) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into file_exclusion values (?, ?, ?)")) {
      for (Map.Entry<String, Long> reason : excluded.entrySet()) {
        FileLines.set(insert, loadId, reason.getKey(), reason.getValue());
        insert.executeUpdate();
      }
    }
  }

  private void writeLines(long loadId, LineCounts lines) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into file_lines values (?, ?, ?)")) {
      for (Map.Entry<LineClass, Long> entry : lines.classes().entrySet()) {
        FileLines.set(insert, loadId, entry.getKey().name(), entry.getValue());
        insert.executeUpdate();
      }
    }
  }

  private LineCounts lines(long loadId) throws SQLException {
    if (!names("TABLE", "BASE TABLE").contains("file_lines")) {
      return LineCounts.unknown();
    }
    Map<LineClass, Long> classes = new EnumMap<>(LineClass.class);
    counts("select line_class, line_count from file_lines where load_id = ?", loadId)
        .forEach((name, count) -> classes.put(LineClass.valueOf(name), count));
    return new LineCounts(classes, classes.values().stream().mapToLong(Long::longValue).sum());
  }

  private void markReplaced(long replaced, long by) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update file_load set replaced_by = ? where load_id = ?")) {
      FileLines.set(update, by, replaced);
      update.executeUpdate();
    }
  }

  /** Gives the reader SELECT on every canonical view, and nothing else. */
  private void grant(String reader) throws SQLException {
    String quote = connection.getMetaData().getIdentifierQuoteString();
    boolean capitals = connection.getMetaData().storesUpperCaseIdentifiers();
    String name = capitals ? reader.toUpperCase(Locale.ROOT) : reader;
    String user = quote + name.replace(quote, quote + quote) + quote;
    try (Statement statement = connection.createStatement()) {
      for (String view : names("VIEW")) {
        if (view.startsWith("dw_")) {
          statement.execute("grant select on " + view + " to " + user);
        }
      }
    }
  }

  /** Takes away the tables that a failed first load has left, as not every database can undo it. */
  void clearIf(boolean wasEmpty) throws SQLException {
    if (wasEmpty) {
      SqlScript.of("sql/erp/file/drop.sql").run(connection);
      connection.commit();
    }
  }

  /** Returns the loads, the newest first. */
  List<FileLoad> loads() throws SQLException {
    List<FileLoad> loads = new ArrayList<>();
    if (isEmpty()) {
      return loads;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select * from file_load order by load_id desc")) {
      while (row.next()) {
        loads.add(load(row));
      }
    }
    return loads;
  }

  private FileLoad load(ResultSet row) throws SQLException {
    long loadId = row.getLong("load_id");
    FileAccount account =
        new FileAccount(
            row.getString("file_name"),
            row.getString("sha256"),
            row.getString("profile"),
            row.getLong("rows_in_file"),
            row.getLong("rows_loaded"),
            counts("select reason, rows_excluded from file_exclusion where load_id = ?", loadId),
            counts(
                "select reason, count(*) from file_quarantine where load_id = ? group by reason",
                loadId),
            row.getLong("lines_not_utf8"),
            lines(loadId));
    Optional<Long> replacedBy = Optional.ofNullable(row.getObject("replaced_by", Long.class));
    long lines = replacedBy.isEmpty() ? account.loaded() : linesOf(loadId);
    return new FileLoad(
        loadId,
        account,
        row.getString("loaded_by"),
        row.getObject("loaded_at", LocalDateTime.class),
        replacedBy.map(OptionalLong::of).orElse(OptionalLong.empty()),
        lines);
  }

  private long linesOf(long loadId) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select count(*) from file_order_line where load_id = ?")) {
      statement.setLong(1, loadId);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private Map<String, Long> counts(String sql, long loadId) throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, loadId);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          counts.put(rows.getString(1), rows.getLong(2));
        }
      }
    }
    return counts;
  }
}
