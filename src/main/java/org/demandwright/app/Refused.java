package org.demandwright.app;

/** A request that cannot be carried out as things stand; the message says what to do. */
public class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why it was refused: what a door turns into a status code. */
  public enum Kind {
    /** The request itself is wrong. */
    INVALID,
    /** The thing named is not there. */
    NOT_FOUND,
    /** It contradicts the state of things, such as a run that is already under way. */
    CONFLICT
  }

  private final Kind kind;

  public Refused(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
