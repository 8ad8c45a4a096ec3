package org.demandwright.file;

/**
 * Values of one column that cannot be read and were left out while their rows were loaded.
 *
 * @param column the heading
 * @param rows how many rows lack the value
 * @param example the first such value, shortened
 * @param wrong what is wrong with it
 */
public record OmittedValues(String column, long rows, String example, String wrong) {

  /** Returns these values and later ones of the same column. */
  public OmittedValues and(OmittedValues later) {
    return new OmittedValues(column, rows + later.rows, example, wrong);
  }
}
