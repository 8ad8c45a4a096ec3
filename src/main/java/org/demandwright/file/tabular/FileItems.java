package org.demandwright.file.tabular;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.core.intake.BaseUnits;
import org.demandwright.file.ItemUnits;
import org.demandwright.file.UnusableFile;

/** The items of the files that were loaded, and the units in which they are counted. */
final class FileItems {
  private static final String UNITS =
      "select l.org_id, l.item_id, i.uom_id, l.uom_id, count(*) from file_order_line l"
          + " join file_item i on i.org_id = l.org_id and i.item_id = l.item_id"
          + " where l.excluded_because is null and l.uom_id is not null and i.uom_id is not null";

  private record Key(String org, String item, String base) {}

  private final Connection connection;

  FileItems(Connection connection) {
    this.connection = connection;
  }

  /** Returns the base units that are settled. */
  Map<String, Map<String, String>> settled() throws SQLException {
    Map<String, Map<String, String>> units = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select org_id, item_id, uom_id from file_item where uom_id is not null")) {
      while (row.next()) {
        units
            .computeIfAbsent(row.getString(1), org -> new TreeMap<>())
            .put(row.getString(2), row.getString(3));
      }
    }
    return units;
  }

  /** Returns the items that have lines in another unit than their own, by company and item. */
  List<ItemUnits> inSeveralUnits() throws SQLException {
    Map<Key, Map<String, Long>> items = new LinkedHashMap<>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                UNITS
                    + " and exists (select 1 from file_order_line o where o.org_id = l.org_id"
                    + " and o.item_id = l.item_id and o.excluded_because is null"
                    + " and lower(o.uom_id) <> lower(i.uom_id))"
                    + " group by l.org_id, l.item_id, i.uom_id, l.uom_id order by 1, 2, 4");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        items
            .computeIfAbsent(
                new Key(row.getString(1), row.getString(2), row.getString(3)),
                item -> new TreeMap<>())
            .put(row.getString(4), row.getLong(5));
      }
    }
    List<ItemUnits> units = new ArrayList<>();
    items.forEach(
        (key, lines) -> units.add(new ItemUnits(key.org(), key.item(), key.base(), lines)));
    return units;
  }

  /** Counts an item in another unit, in which it must have lines. */
  void count(String org, String item, String unit, LocalDateTime at) throws SQLException {
    Map<String, Long> lines = new TreeMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            UNITS
                + " and l.org_id = ? and l.item_id = ?"
                + " group by l.org_id, l.item_id, i.uom_id, l.uom_id")) {
      FileLines.set(statement, org, item);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          lines.put(row.getString(4), row.getLong(5));
        }
      }
    }
    Optional<String> known =
        lines.keySet().stream().filter(u -> BaseUnits.same(u, unit)).findFirst();
    if (unit.isEmpty() || known.isEmpty()) {
      throw new UnusableFile(
          "Item %s of company %s has no lines in \"%s\"; choose one of %s"
              .formatted(item, org, unit, lines.keySet()));
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            "update file_item set uom_id = ?, changed_at = ? where org_id = ? and item_id = ?")) {
      FileLines.set(update, lines.containsKey(unit) ? unit : known.get(), at, org, item);
      update.executeUpdate();
    }
  }
}
