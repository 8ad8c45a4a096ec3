package org.demandwright.rest.wire;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.demandwright.app.Refused;

/**
 * Problem details of RFC 9457.
 *
 * @param type of the problem, which has its status
 * @param status HTTP status code, that of the type but for statuses of the server's own
 * @param detail what went wrong and what to do
 * @param place where in the request, empty where it is wrong as a whole
 * @param errorId under which the server's log tells more, where it does
 * @param retryAfter when to ask again, zero where waiting alone does not help
 */
public record Problem(
    ProblemType type,
    int status,
    String detail,
    Optional<Place> place,
    Optional<String> errorId,
    Duration retryAfter) {
  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * The offending part of a request.
   *
   * @param member of the problem that names it: parameter, header or pointer
   * @param name of the query parameter or header, or JSON pointer into the body
   */
  public record Place(String member, String name) {}

  public static Problem of(ProblemType type, String detail) {
    return new Problem(
        type, type.status(), detail, Optional.empty(), Optional.empty(), Duration.ZERO);
  }

  /** Tells of a status that the server decided on by itself. */
  public static Problem of(int status) {
    return new Problem(
        ProblemType.of(status),
        status,
        usualDetail(status),
        Optional.empty(),
        Optional.empty(),
        Duration.ZERO);
  }

  public static Problem of(Refused refused) {
    ProblemType type =
        refused.field().isEmpty() ? ProblemType.of(refused.kind()) : ProblemType.INVALID_BODY;
    Optional<Place> place =
        Optional.of(refused.field())
            .filter(field -> !field.isEmpty())
            .map(field -> new Place("pointer", "#/" + field));
    return new Problem(
        type, type.status(), refused.getMessage(), place, Optional.empty(), refused.retryAfter());
  }

  static Problem of(RefusedAs refused) {
    return new Problem(
        refused.type(),
        refused.type().status(),
        refused.getMessage(),
        Optional.empty(),
        Optional.empty(),
        refused.retryAfter());
  }

  public static Problem of(BadParameter bad) {
    return at(ProblemType.INVALID_PARAMETER, bad.getMessage(), "parameter", bad.parameter());
  }

  static Problem of(BadHeader bad) {
    return at(ProblemType.INVALID_HEADER, bad.getMessage(), "header", bad.header());
  }

  static Problem of(BadBody bad) {
    return at(ProblemType.INVALID_BODY, bad.getMessage(), "pointer", bad.pointer());
  }

  private static Problem at(ProblemType type, String detail, String member, String name) {
    return new Problem(
        type,
        type.status(),
        detail,
        Optional.of(new Place(member, name)),
        Optional.empty(),
        Duration.ZERO);
  }

  /** Says nothing of the inside; the log does, under this id. */
  static Problem internal(String errorId) {
    return new Problem(
        ProblemType.FAILED,
        500,
        "The server failed on this request. Its log has the cause under the id in errorId.",
        Optional.empty(),
        Optional.of(errorId),
        Duration.ZERO);
  }

  /** Returns the same with the address of the list in which the things are that there are. */
  Problem seeing(String list) {
    return new Problem(type, status, detail + " See " + list + ".", place, errorId, retryAfter);
  }

  /** Returns the same with the forms in which the address answers. */
  Problem offering(Set<String> types) {
    return types.isEmpty()
        ? this
        : new Problem(
            type,
            status,
            "This address answers in %s: say so in Accept.".formatted(String.join(", ", types)),
            place,
            errorId,
            retryAfter);
  }

  /** Returns the sentence for a status that the server decided on by itself. */
  private static String usualDetail(int status) {
    return switch (status) {
      case 400 -> "The request cannot be understood.";
      case 401 -> "Send the name and password of an account as HTTP Basic credentials.";
      case 403 -> "This account has no role that may do this.";
      case 404 -> "There is nothing at this address.";
      case 405 -> "This address does not take this method; the header Allow names those it takes.";
      case 406 ->
          "This address does not answer in this form: leave Accept out, or ask for application/json.";
      case 412 -> "What this request rests on is not so any more: read it again.";
      case 413 -> "More was sent than is taken at once: send less, or in parts.";
      case 415 ->
          "Send the body as the description of the address says, mostly application/json, and say so in Content-Type.";
      case 503 -> "The server cannot serve just now; try again in a minute.";
      default -> "The request failed with status " + status + ".";
    };
  }

  /** Returns the body; {@code instance} is the path of the request. */
  public String toJson(String instance) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("type", type.uri())
            .add("title", type.title())
            .add("status", status)
            .add("detail", detail)
            .add("instance", instance);
    place.ifPresent(where -> json.add(where.member(), where.name()));
    errorId.ifPresent(id -> json.add("errorId", id));
    return json.build().toString();
  }
}
