package org.demandwright.file;

/** What the rows of a file are. */
public enum FileKind {
  /** Lines of orders, invoices or returns. */
  ORDER_LINES,
  /** Values per item and day that are known beside the demand, such as page views. */
  SIGNALS
}
