package org.demandwright.file.tabular;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeMap;
import org.demandwright.file.LoadTerms;

/** Writes lines, quarantined rows, items and sites of one load, and counts them. */
final class FileLines implements AutoCloseable {
  private static final int BATCH = 2_000;
  private static final int LONGEST_RAW = 4_000;
  private static final int LONGEST_DETAIL = 400;

  private final Connection connection;
  private final long loadId;
  private final EarlierLines earlier;
  private final PreparedStatement lines;
  private final PreparedStatement quarantine;
  private final Map<Place, Item> items = new TreeMap<>();
  private final Set<Place> sites = new HashSet<>();
  private final RowCounts counts = new RowCounts();
  private long rowNo;

  /** An item or a site of one company. */
  private record Place(String org, String id) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byOrg = org.compareTo(other.org);
      return byOrg != 0 ? byOrg : id.compareTo(other.id);
    }
  }

  private record Item(String name, String category, UnitCounts units, LocalDateTime changedAt) {}

  FileLines(Connection connection, long loadId, LoadTerms terms) throws SQLException {
    this.connection = connection;
    this.loadId = loadId;
    earlier = new EarlierLines(connection, loadId, terms);
    rowNo = earlier.lastRow();
    lines =
        connection.prepareStatement(
            "insert into file_order_line values"
                + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    quarantine = connection.prepareStatement("insert into file_quarantine values (?, ?, ?, ?, ?)");
  }

  void load(FileLine line) throws SQLException, BadRow {
    String lineId = earlier.lineIdOf(line);
    LocalDateTime changedAt = earlier.stamp(line.changedAt());
    rowNo++;
    set(
        lines,
        rowNo,
        loadId,
        lineId,
        line.excludedBecause(),
        line.flags(),
        line.identity().org(),
        line.identity().document(),
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
        changedAt);
    lines.addBatch();
    counts.loaded(line.excludedBecause());
    if (counts.loaded() % BATCH == 0) {
      lines.executeBatch();
    }
    if (line.excludedBecause() == null) {
      remember(line, changedAt);
    }
  }

  /**
   * Keeps what the latest line says of its item; a line that says nothing changes nothing. The unit
   * is that of the most lines.
   */
  private void remember(FileLine line, LocalDateTime changedAt) {
    Item item =
        items.merge(
            new Place(line.identity().org(), line.item()),
            new Item(line.itemName(), line.category(), new UnitCounts(), changedAt),
            (old, now) ->
                new Item(
                    now.name() == null ? old.name() : now.name(),
                    now.category() == null ? old.category() : now.category(),
                    old.units(),
                    now.changedAt()));
    item.units().count(line.uom());
    if (line.site() != null) {
      sites.add(new Place(line.identity().org(), line.site()));
    }
  }

  void quarantine(TableRow row, BadRow bad) throws SQLException {
    // PostgreSQL keeps no NUL in a text.
    String raw = cut(row.raw().replace('\0', '\uFFFD'), LONGEST_RAW);
    set(
        quarantine,
        loadId,
        row.lineNo(),
        bad.reason().name(),
        cut(bad.getMessage(), LONGEST_DETAIL),
        raw);
    quarantine.executeUpdate();
    counts.bad(bad.reason());
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }

  RowCounts counts() {
    return counts;
  }

  /** Writes what was collected: the last lines, items and sites. */
  void finish() throws SQLException {
    lines.executeBatch();
    earlier.replace();
    writeItems();
    writeSites();
  }

  /** An item that has a base unit keeps it: only a person changes it. */
  private void writeItems() throws SQLException {
    try (PreparedStatement update =
            connection.prepareStatement(
                "update file_item set item_name = coalesce(?, item_name),"
                    + " category = coalesce(?, category), uom_id = coalesce(uom_id, ?),"
                    + " changed_at = ? where org_id = ? and item_id = ?");
        PreparedStatement insert =
            connection.prepareStatement("insert into file_item values (?, ?, ?, ?, ?, ?)")) {
      for (Entry<Place, Item> entry : items.entrySet()) {
        Place place = entry.getKey();
        Item item = entry.getValue();
        Object[] said = {
          item.name(), item.category(), item.units().most().orElse(null), item.changedAt()
        };
        set(update, said[0], said[1], said[2], said[3], place.org(), place.id());
        if (update.executeUpdate() == 0) {
          set(insert, place.id(), place.org(), said[0], said[1], said[2], said[3]);
          insert.executeUpdate();
        }
      }
    }
  }

  private void writeSites() throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into file_site select ?, ? where not exists"
                + " (select 1 from file_site where site_id = ? and org_id = ?)")) {
      for (Place site : sites) {
        set(insert, site.id(), site.org(), site.id(), site.org());
        insert.executeUpdate();
      }
    }
  }

  static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  @Override
  public void close() throws SQLException {
    lines.close();
    quarantine.close();
    earlier.close();
  }
}
