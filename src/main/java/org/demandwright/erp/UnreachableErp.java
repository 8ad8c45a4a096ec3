package org.demandwright.erp;

/** An ERP whose database cannot be opened or read as it is; the message says why and what to do. */
public class UnreachableErp extends UnusableErp {
  private static final long serialVersionUID = 1L;

  public UnreachableErp(String message, Throwable cause) {
    super(message, cause);
  }

  /** Returns whether this may pass without anybody correcting an address, a user or a view. */
  public boolean passes() {
    return DatabaseFailure.isAway(this);
  }
}
