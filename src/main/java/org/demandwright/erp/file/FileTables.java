package org.demandwright.erp.file;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.demandwright.erp.FileAccount;

/** Writes lines, quarantined rows, items and sites of one load, and counts them. */
final class FileTables implements AutoCloseable {
  private static final int BATCH = 2_000;
  private static final int LONGEST_RAW = 4_000;
  private static final int LONGEST_DETAIL = 400;

  private final Connection connection;
  private final PreparedStatement lines;
  private final PreparedStatement quarantine;
  private final Map<Place, Item> items = new HashMap<>();
  private final Set<Place> sites = new HashSet<>();
  private final Map<String, Long> excluded = new TreeMap<>();
  private final Map<String, Long> quarantined = new TreeMap<>();
  private long loaded;

  /** An item or a site of one company. */
  private record Place(String org, String id) {}

  private record Item(String name, String category, String uom, LocalDateTime changedAt) {}

  FileTables(Connection connection) throws SQLException {
    this.connection = connection;
    lines =
        connection.prepareStatement(
            "insert into file_order_line values"
                + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    quarantine = connection.prepareStatement("insert into file_quarantine values (?, ?, ?, ?)");
  }

  void load(long rowNo, FileLine line) throws SQLException {
    set(
        lines,
        rowNo,
        line.lineId(),
        line.excludedBecause(),
        line.flags(),
        line.org(),
        line.document(),
        line.kind(),
        line.orderDate(),
        line.demandDate(),
        line.item(),
        line.site(),
        line.customer(),
        line.channel(),
        line.quantity(),
        line.uom(),
        line.unitPrice(),
        line.netAmount(),
        line.currency(),
        line.onPromotion(),
        line.status(),
        line.changedAt());
    lines.addBatch();
    loaded++;
    if (loaded % BATCH == 0) {
      lines.executeBatch();
    }
    if (line.excludedBecause() == null) {
      remember(line);
    } else {
      excluded.merge(line.excludedBecause(), 1L, Long::sum);
    }
  }

  /** Keeps what the latest line says of its item; a line that says nothing changes nothing. */
  private void remember(FileLine line) {
    items.merge(
        new Place(line.org(), line.item()),
        new Item(line.itemName(), line.category(), line.uom(), line.changedAt()),
        (old, now) ->
            new Item(
                now.name() == null ? old.name() : now.name(),
                now.category() == null ? old.category() : now.category(),
                now.uom() == null ? old.uom() : now.uom(),
                now.changedAt()));
    if (line.site() != null) {
      sites.add(new Place(line.org(), line.site()));
    }
  }

  void quarantine(CsvRows.Row row, BadRow.Reason reason, String detail) throws SQLException {
    // PostgreSQL keeps no NUL in a text.
    String raw = cut(row.raw().replace('\0', '\uFFFD'), LONGEST_RAW);
    set(quarantine, row.lineNo(), reason.name(), cut(detail, LONGEST_DETAIL), raw);
    quarantine.executeUpdate();
    quarantined.merge(reason.name(), 1L, Long::sum);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }

  /** Writes what was collected and returns the account. */
  FileAccount finish(String fileName, String sha256, MappingProfile profile, long notUtf8)
      throws SQLException {
    lines.executeBatch();
    try (PreparedStatement insert =
        connection.prepareStatement("insert into file_item values (?, ?, ?, ?, ?, ?)")) {
      for (Map.Entry<Place, Item> entry : items.entrySet()) {
        Item item = entry.getValue();
        set(
            insert,
            entry.getKey().id(),
            entry.getKey().org(),
            item.name(),
            item.category(),
            item.uom(),
            item.changedAt());
        insert.addBatch();
      }
      insert.executeBatch();
    }
    try (PreparedStatement insert =
        connection.prepareStatement("insert into file_site values (?, ?)")) {
      for (Place site : sites) {
        set(insert, site.id(), site.org());
        insert.executeUpdate();
      }
    }
    long bad = quarantined.values().stream().mapToLong(Long::longValue).sum();
    try (PreparedStatement insert =
        connection.prepareStatement("insert into file_load values (?, ?, ?, ?, ?, ?, ?)")) {
      set(insert, fileName, sha256, profile.name(), loaded + bad, loaded, bad, notUtf8);
      insert.executeUpdate();
    }
    return new FileAccount(
        fileName, sha256, profile.name(), loaded + bad, loaded, excluded, quarantined, notUtf8);
  }

  long loaded() {
    return loaded;
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  @Override
  public void close() throws SQLException {
    lines.close();
    quarantine.close();
  }
}
