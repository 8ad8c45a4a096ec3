package org.demandwright.rest.wire;

import java.time.Duration;

/** A request that the door itself refuses, whatever it is about. */
public final class RefusedAs extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final Duration retryAfter;

  public RefusedAs(ProblemType type, String detail) {
    this(type, detail, Duration.ZERO);
  }

  /**
   * @param retryAfter when to ask again, zero where waiting alone does not help
   */
  public RefusedAs(ProblemType type, String detail, Duration retryAfter) {
    super(detail);
    this.type = type;
    this.retryAfter = retryAfter;
  }

  ProblemType type() {
    return type;
  }

  Duration retryAfter() {
    return retryAfter;
  }
}
