package org.demandwright.app;

import java.time.Duration;

/** A request that cannot be carried out as things stand; the message says what to do. */
public class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why it was refused: what a door turns into a status code. */
  public enum Kind {
    /** The request itself is wrong. */
    INVALID,
    /** The caller may not do it, whatever the request says. */
    FORBIDDEN,
    /** The thing named is not there. */
    NOT_FOUND,
    /** It contradicts the state of things, such as a run that is already under way. */
    CONFLICT,
    /** It can be done, and is hardly meant: whoever asks has to say that it is. */
    UNLIKELY,
    /** The thing named was there and is removed for good. */
    GONE,
    /** What the caller saw before is not so any more: read again, then ask again. */
    STALE,
    /** More was sent than is taken at once. */
    TOO_LARGE,
    /** What it needs cannot be reached just now; the request may be right. */
    UNAVAILABLE
  }

  private final Kind kind;
  private final String field;
  private final Duration retryAfter;

  public Refused(Kind kind, String message) {
    this(kind, message, "", Duration.ZERO);
  }

  private Refused(Kind kind, String message, String field, Duration retryAfter) {
    super(message);
    this.kind = kind;
    this.field = field;
    this.retryAfter = retryAfter;
  }

  /**
   * Refuses a request because of one value in it.
   *
   * @param field as the use case's record calls it, such as {@code lastDay}
   */
  public static Refused because(String field, String message) {
    return new Refused(Kind.INVALID, message, field, Duration.ZERO);
  }

  /** Refuses what may succeed by itself after a while. */
  public static Refused unavailable(String message, Duration retryAfter) {
    return new Refused(Kind.UNAVAILABLE, message, "", retryAfter);
  }

  /** Returns the same in other words. */
  public Refused saying(String words) {
    return new Refused(kind, words, field, retryAfter);
  }

  /** Returns the same with a sentence of the door that it goes through: how to ask there. */
  public Refused adding(String sentence) {
    return new Refused(kind, getMessage() + " " + sentence, field, retryAfter);
  }

  /** Returns the same about the request as a whole, for a door at which it has no such value. */
  public Refused asWhole() {
    return new Refused(kind, getMessage(), "", retryAfter);
  }

  /** Returns the value that is wrong, empty where the request as a whole is. */
  public String field() {
    return field;
  }

  public Kind kind() {
    return kind;
  }

  /** Returns when to ask again, zero where waiting alone does not help or is not needed. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
