package org.demandwright.erp.file;

/** Why one row could not be read: it goes to quarantine and the load goes on. */
final class BadRow extends Exception {
  private static final long serialVersionUID = 1L;

  /** The closed list of reasons. */
  enum Reason {
    /** Another number of fields than the header has, or a quote that is never closed. */
    BROKEN_ROW,
    /** No document number, without which a row has no identity. */
    NO_DOCUMENT,
    /** A number that is none, or is too large. */
    BAD_NUMBER,
    /** A date or time that is none. */
    BAD_DATE,
    /** A value outside of its list, or one that is too long. */
    BAD_VALUE,
    /** A document and line number that another row has already. */
    DUPLICATE_LINE
  }

  private final Reason reason;

  BadRow(Reason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
