package org.demandwright.rest.wire;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.demandwright.app.Refused;

/**
 * Problem details of RFC 9457.
 *
 * @param status HTTP status code
 * @param detail what went wrong and what to do
 * @param parameter the query parameter that is wrong, where it is one
 * @param errorId under which the server's log tells more, where it does
 * @param retryAfter when to ask again, zero where waiting alone does not help
 */
public record Problem(
    int status,
    String detail,
    Optional<String> parameter,
    Optional<String> errorId,
    Duration retryAfter) {
  public static final String MEDIA_TYPE = "application/problem+json";

  public static Problem of(int status, String detail) {
    return new Problem(status, detail, Optional.empty(), Optional.empty(), Duration.ZERO);
  }

  public static Problem of(Refused refused) {
    int status =
        switch (refused.kind()) {
          case INVALID -> 400;
          case FORBIDDEN -> 403;
          case NOT_FOUND -> 404;
          case CONFLICT -> 409;
          case STALE -> 412;
          case TOO_LARGE -> 413;
          case UNAVAILABLE -> 503;
        };
    return new Problem(
        status, refused.getMessage(), Optional.empty(), Optional.empty(), refused.retryAfter());
  }

  public static Problem of(BadParameter bad) {
    return new Problem(
        400, bad.getMessage(), Optional.of(bad.parameter()), Optional.empty(), Duration.ZERO);
  }

  /** Says nothing of the inside; the log does, under this id. */
  static Problem internal(String errorId) {
    return new Problem(
        500,
        "The server failed on this request. Its log has the cause under the id in errorId.",
        Optional.empty(),
        Optional.of(errorId),
        Duration.ZERO);
  }

  /** Returns the same with the address of the list in which the things are that there are. */
  Problem seeing(String list) {
    return new Problem(status, detail + " See " + list + ".", parameter, errorId, retryAfter);
  }

  /** Returns the sentence for a status that the server decided on by itself. */
  public static String usualDetail(int status) {
    return switch (status) {
      case 400 -> "The request cannot be understood.";
      case 401 -> "Send the name and password of an account as HTTP Basic credentials.";
      case 403 -> "This account has no role that may do this.";
      case 404 -> "There is nothing at this address.";
      case 405 -> "This address does not take this method; the header Allow names those it takes.";
      case 406 ->
          "This address answers in application/json, lists in text/csv too: say so in Accept.";
      case 412 -> "What this request rests on is not so any more: read it again.";
      case 413 -> "More was sent than is taken at once: send less, or in parts.";
      case 415 -> "Send the body as application/json and say so in Content-Type.";
      case 503 -> "The server cannot serve just now; try again in a minute.";
      default -> "The request failed with status " + status + ".";
    };
  }

  /** Returns the body; {@code instance} is the path of the request. */
  public String toJson(String instance) {
    Response.Status known = Response.Status.fromStatusCode(status);
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("type", "about:blank")
            .add("title", known == null ? "Error" : known.getReasonPhrase())
            .add("status", status)
            .add("detail", detail)
            .add("instance", instance);
    parameter.ifPresent(name -> json.add("parameter", name));
    errorId.ifPresent(id -> json.add("errorId", id));
    return json.build().toString();
  }
}
