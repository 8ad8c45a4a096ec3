package org.demandwright.erp;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.demandwright.core.supply.SupplyAccount.Extent;
import org.demandwright.core.supply.SupplyColumn;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;

/** Views of stock and supply in memory; one that was never spoken of is not there. */
public class SupplyInMemory implements SupplyViews {
  /** The rows of each view that is there. */
  public final Map<SupplyTable, List<SupplyRow>> rows = new EnumMap<>(SupplyTable.class);

  /** The columns of a view that has not all of them. */
  public final Map<SupplyTable, Set<String>> columns = new EnumMap<>(SupplyTable.class);

  /** Rows that come into a view once it was read. */
  public final List<SupplyRow> late = new ArrayList<>();

  /** How often each view was read. */
  public final Map<SupplyTable, Integer> readings = new EnumMap<>(SupplyTable.class);

  /** Adds a row, by which its view is there. */
  public SupplyInMemory add(SupplyTable table, Object... values) {
    rows.computeIfAbsent(table, t -> new ArrayList<>()).add(SupplyRow.of(table, values));
    return this;
  }

  @Override
  public Set<String> columns(SupplyTable table) {
    Set<String> all = table.columns().stream().map(SupplyColumn::name).collect(Collectors.toSet());
    return rows.containsKey(table) ? columns.getOrDefault(table, all) : Set.of();
  }

  @Override
  public void read(
      SupplyTable table,
      Set<String> columns,
      Optional<LocalDate> from,
      int limit,
      Consumer<List<SupplyRow>> pages) {
    readings.merge(table, 1, Integer::sum);
    List<SupplyRow> all = List.copyOf(wanted(table, from));
    for (int i = 0; i < all.size(); i += limit) {
      pages.accept(all.subList(i, Math.min(all.size(), i + limit)));
    }
    late.stream().filter(row -> row.table() == table).forEach(row -> rows.get(table).add(row));
    late.removeIf(row -> row.table() == table);
  }

  private List<SupplyRow> wanted(SupplyTable table, Optional<LocalDate> from) {
    return rows.getOrDefault(table, List.of()).stream()
        .filter(row -> from.isEmpty() || isWanted(row, from.get()))
        .toList();
  }

  private static boolean isWanted(SupplyRow row, LocalDate from) {
    return row.table()
        .dated()
        .map(c -> row.day(c.name()))
        .map(day -> !day.isBefore(from))
        .orElse(true);
  }

  @Override
  public Extent extent(SupplyTable table, Optional<LocalDate> from) {
    Extent all = Extent.NONE;
    for (SupplyRow row : wanted(table, from)) {
      all = all.and(row);
    }
    return all;
  }
}
