package org.demandwright.core.supply;

import java.util.Objects;

/**
 * A row that is kept apart.
 *
 * @param column the first that is wrong; empty where the row as a whole is
 */
public record FaultyRow(SupplyRow row, SupplyFault fault, String column) {
  public FaultyRow {
    Objects.requireNonNull(row, "row");
    Objects.requireNonNull(fault, "fault");
    Objects.requireNonNull(column, "column");
  }
}
