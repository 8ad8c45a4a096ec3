package org.demandwright.erp;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.demandwright.core.supply.SupplyAccount.Extent;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;

/** What an ERP tells of stock and of what comes in, read-only. */
public interface SupplyViews {
  /**
   * Returns which of the columns that are read a view has; none where there is no such view, which
   * no ERP need have.
   */
  Set<String> columns(SupplyTable table);

  /**
   * Reads a view from its beginning to its end, as it is at one moment and in no order.
   *
   * @param columns those that it has; what the others would say is null
   * @param from the first day that is wanted of a view that tells the past; rows without a day are
   *     wanted, too
   * @param limit so many rows at once, at most
   * @param pages takes them; no more than one page is held
   */
  void read(
      SupplyTable table,
      Set<String> columns,
      Optional<LocalDate> from,
      int limit,
      Consumer<List<SupplyRow>> pages);

  /** Counts and sums, in the database, what {@link #read} reads. */
  Extent extent(SupplyTable table, Optional<LocalDate> from);
}
