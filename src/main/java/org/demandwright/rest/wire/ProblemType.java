package org.demandwright.rest.wire;

import java.util.Arrays;
import java.util.Locale;
import org.demandwright.app.Refused;

/**
 * What kinds of problems there are: the stable {@code type} of RFC 9457 that programs decide by.
 * The status goes with it, the words of {@code detail} may change.
 */
public enum ProblemType {
  INVALID_REQUEST(400, "The request is wrong"),
  INVALID_PARAMETER(400, "A query parameter is wrong"),
  INVALID_BODY(400, "The body is wrong"),
  INVALID_HEADER(400, "A header is wrong"),
  UNAUTHENTICATED(401, "Nobody is named"),
  FORBIDDEN(403, "The account may not"),
  NOT_FOUND(404, "There is no such thing"),
  METHOD_NOT_ALLOWED(405, "The address does not take this method"),
  NOT_ACCEPTABLE(406, "The address does not answer in this form"),
  CONFLICT(409, "It contradicts the state of things"),
  UNDER_WAY(409, "The first request with this key is under way"),
  VERSION_REMOVED(410, "The version that the list began with is removed"),
  CHANGED_MEANWHILE(412, "It was changed since it was read"),
  TOO_LARGE(413, "More was sent than is taken at once"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body has another form than the address takes"),
  UNLIKELY(422, "It is hardly meant: say that it is"),
  KEY_REUSED(422, "The key was used for another request"),
  UNCONDITIONAL(428, "A change must name what it was made upon"),
  TOO_MANY_REQUESTS(429, "Too much was asked"),
  FAILED(500, "The server failed"),
  UNAVAILABLE(503, "What is needed cannot be reached");

  /** Below it each type has an address of its own. */
  public static final String BASE = "/problems/";

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** Returns the URI, relative to the server. */
  public String uri() {
    return BASE + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static ProblemType of(Refused.Kind kind) {
    return switch (kind) {
      case INVALID -> INVALID_REQUEST;
      case FORBIDDEN -> FORBIDDEN;
      case NOT_FOUND -> NOT_FOUND;
      case CONFLICT -> CONFLICT;
      case UNLIKELY -> UNLIKELY;
      case GONE -> VERSION_REMOVED;
      case STALE -> CHANGED_MEANWHILE;
      case TOO_LARGE -> TOO_LARGE;
      case UNAVAILABLE -> UNAVAILABLE;
    };
  }

  /** Returns the usual type of a status that the server decided on by itself. */
  static ProblemType of(int status) {
    return Arrays.stream(values())
        .filter(type -> type.status == status)
        .findFirst()
        .orElse(status < 500 ? INVALID_REQUEST : FAILED);
  }
}
