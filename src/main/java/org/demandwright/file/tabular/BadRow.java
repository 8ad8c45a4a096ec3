package org.demandwright.file.tabular;

import org.demandwright.core.Words;
import org.demandwright.file.RowError;

/** Why one row could not be read: it goes to quarantine and the load goes on. */
final class BadRow extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_VALUE = 60;

  /** The closed list of reasons. */
  enum Reason {
    /** Another number of fields than the header has, or a quote that is never closed. */
    BROKEN_ROW("give the row as many fields as the header has, and close its quotes"),
    /** No document number, without which a row has no identity. */
    NO_DOCUMENT("give the row the number of its document"),
    /** A number that is none, or is too large. */
    BAD_NUMBER("write a number in the file's form, or choose the other decimal mark"),
    /** A date or time that is none. */
    BAD_DATE("write a date in the file's form, or choose another order of day and month"),
    /** A value outside of its list, or one that is too long. */
    BAD_VALUE("write a value that the column may have"),
    /** A code of which a spreadsheet has lost digits. */
    SPOILED_CODE(
        "the digits cannot be had back from this file: export it again, and open it in a spreadsheet"
            + " only with the column as text"),
    /** A document and line number that another row has already. */
    DUPLICATE_LINE("number the lines of a document apart, or replace the file that has them");

    private final String advice;

    Reason(String advice) {
      this.advice = advice;
    }
  }

  private final Reason reason;
  private final String column;
  private final String value;

  /**
   * @param column heading in question, empty where it is the row as a whole
   * @param value what stands there
   */
  BadRow(Reason reason, String column, String value, String wrong) {
    super(wrong, null, false, false);
    this.reason = reason;
    this.column = column;
    this.value = cut(value);
  }

  Reason reason() {
    return reason;
  }

  /** Returns what stands there, shortened. */
  String value() {
    return value;
  }

  RowError at(long lineNo) {
    return new RowError(
        lineNo, reason.name(), column, value, Words.literal(getMessage()), reason.advice);
  }

  static String cut(String text) {
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
  }
}
