package org.demandwright.core.supply;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What became of the rows of a view at the last import: all that the ERP tells of are kept or kept
 * apart.
 *
 * @param source the source, as lines carry it
 * @param run the run that read it
 * @param lacking columns that the view does not have; all of them where there is none
 * @param told what the ERP itself counts and sums; empty = there is no such view
 * @param kept what is used
 * @param apart what is not, with a reason for each row
 */
public record SupplyAccount(
    String source,
    SupplyTable table,
    long run,
    List<String> lacking,
    Optional<Extent> told,
    Extent kept,
    Extent apart) {
  /**
   * A number of rows.
   *
   * @param amount the sum of {@link SupplyTable#summed}, 0 where nothing is summed
   */
  public record Extent(long rows, BigDecimal amount) {
    /** No row. */
    public static final Extent NONE = new Extent(0, BigDecimal.ZERO);

    /** Returns this and a row more. */
    public Extent and(SupplyRow row) {
      return new Extent(
          rows + 1,
          row.table()
              .summed()
              .flatMap(c -> Optional.ofNullable(row.amount(c.name())))
              .map(amount::add)
              .orElse(amount));
    }

    /** Returns this and so much more. */
    public Extent and(Extent other) {
      return new Extent(rows + other.rows, amount.add(other.amount));
    }

    /** Returns whether there are as many rows of the same amount. */
    public boolean isThatOf(Extent other) {
      return rows == other.rows && amount.compareTo(other.amount) == 0;
    }
  }

  public SupplyAccount {
    lacking = List.copyOf(lacking);
  }

  /** Returns whether the ERP's own figures are those of the rows that were read. */
  public boolean addsUp() {
    return told.map(kept.and(apart)::isThatOf).orElse(true);
  }
}
