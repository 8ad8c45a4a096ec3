package org.demandwright.file;

/** A file of order lines that cannot be used at all; the message says why and what to do. */
public class UnusableFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnusableFile(String message) {
    super(message);
  }

  public UnusableFile(String message, Throwable cause) {
    super(message, cause);
  }
}
