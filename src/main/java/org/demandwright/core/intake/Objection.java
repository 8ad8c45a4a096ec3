package org.demandwright.core.intake;

import java.util.List;
import org.demandwright.core.Words;

/** What is wrong with a row of the ERP and what to do: two clauses of one sentence. */
public final class Objection {
  private Objection() {}

  /**
   * Puts both together.
   *
   * @param advice the key of what to do in the ERP
   * @param arguments of the fault
   */
  static Words of(String fault, String advice, Object... arguments) {
    return of(Words.of(fault, arguments), advice);
  }

  /** Puts both together. */
  public static Words of(Words fault, String advice) {
    return Words.clauses(List.of(fault, Words.of(advice)));
  }

  /** Returns what is wrong alone, for whom something else is to be done than in the ERP. */
  public static Words fault(Words objection) {
    return (Words) objection.arguments().get(0);
  }
}
