package org.demandwright.file;

/** Which character parts the whole units from the fraction; the others may part the thousands. */
public enum NumberForm {
  /** 1,234.5 or 1 234.5 or 1'234.5. */
  POINT,
  /** 1.234,5 or 1 234,5 or 1'234,5. */
  COMMA
}
