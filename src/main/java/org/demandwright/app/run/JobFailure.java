package org.demandwright.app.run;

/** Ends a job on purpose; the message tells an administrator what is wrong and what to do. */
public class JobFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public JobFailure(String message) {
    super(message);
  }
}
