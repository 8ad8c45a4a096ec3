package org.demandwright.store.intake;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What became of rows of the ERP. The name is what an account stores and what REST says; the order
 * is that of an account.
 */
public enum LineOutcome {
  /** It is demand, or a return. */
  USED(Standing.OF_ERP),
  /** The ERP, or the import, says that it is no demand. */
  EXCLUDED(Standing.OF_ERP),
  /** It cannot be read, and is read again by each import. */
  QUARANTINED(Standing.OF_ERP),
  /** It is wanted from the as-of day on. */
  OPEN(Standing.OF_ERP),
  /** The import made it of a kit: no row of the ERP. */
  DERIVED(Standing.MADE),
  /** A run read it for the first time. */
  NEW(Standing.BROUGHT),
  /** A run found that it says something else. */
  CHANGED(Standing.BROUGHT),
  /** A run found that the ERP has it no more. */
  DELETED(Standing.BROUGHT),
  /** A run could read what was in quarantine before. */
  HEALED(Standing.BROUGHT);

  private enum Standing {
    OF_ERP,
    MADE,
    BROUGHT
  }

  private final Standing standing;

  LineOutcome(Standing standing) {
    this.standing = standing;
  }

  /** Returns whether rows of the ERP stand so at the end of a run; all of them do in one way. */
  public boolean ofErp() {
    return standing == Standing.OF_ERP;
  }

  /** Returns whether it says what a run itself read and changed. */
  public boolean brought() {
    return standing == Standing.BROUGHT;
  }

  /** Returns the condition that a column of a query holds one of {@link #ofErp}. */
  public static String ofErp(String column) {
    return Arrays.stream(values())
        .filter(LineOutcome::ofErp)
        .map(LineOutcome::literal)
        .collect(Collectors.joining(", ", column + " in (", ")"));
  }

  /** Returns the name as a text of SQL. */
  public String literal() {
    return "'" + name() + "'";
  }
}
