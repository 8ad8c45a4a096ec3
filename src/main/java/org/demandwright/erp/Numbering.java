package org.demandwright.erp;

/** Whether the numbers of a company's documents come again. */
public enum Numbering {
  /** Numbers go on: a document's number and its lines are the same line in any year. */
  ONCE,
  /** Numbers start anew each year: a number is one document in each year of its order date. */
  YEARLY
}
