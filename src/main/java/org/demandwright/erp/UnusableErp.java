package org.demandwright.erp;

/** An ERP, an adapter or a wish that cannot be served; the message says why and what to do. */
public class UnusableErp extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnusableErp(String message) {
    super(message);
  }

  public UnusableErp(String message, Throwable cause) {
    super(message, cause);
  }
}
