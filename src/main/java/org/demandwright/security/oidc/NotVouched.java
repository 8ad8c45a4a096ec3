package org.demandwright.security.oidc;

/** A token or a login that is not taken; the message says why, for the log and the audit. */
public class NotVouched extends Exception {
  private static final long serialVersionUID = 1L;

  public NotVouched(String message) {
    super(message);
  }

  public NotVouched(String message, Throwable cause) {
    super(message, cause);
  }
}
