package org.demandwright.security;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What an API caller is told who was not let in, as RFC 9457 problem details. The server's own
 * answer would be a page of HTML.
 *
 * @param type last part of the problem's type, as the API's own answers have it
 * @param retryAfter how long to wait before the next attempt, zero when there is no need
 */
record ApiRefusal(int status, String type, String title, String detail, Duration retryAfter) {
  private static final int TOO_MANY_REQUESTS = 429;

  static ApiRefusal notAuthenticated() {
    return new ApiRefusal(
        HttpServletResponse.SC_UNAUTHORIZED,
        "unauthenticated",
        "Nobody is named",
        "Send the name and password of an account as HTTP Basic credentials, or a Bearer token, with"
            + " every request.",
        Duration.ZERO);
  }

  static ApiRefusal of(Admission admission) {
    return switch (admission.why()) {
      case SHUT ->
          new ApiRefusal(
              TOO_MANY_REQUESTS,
              "too-many-requests",
              "Too much was asked",
              "Too many failed attempts with this name or from this address; wait as long as"
                  + " Retry-After says.",
              admission.retryAfter());
      case BUSY ->
          new ApiRefusal(
              TOO_MANY_REQUESTS,
              "too-many-requests",
              "Too much was asked",
              "Too many logins at the same time; wait as long as Retry-After says.",
              admission.retryAfter());
      default ->
          new ApiRefusal(
              HttpServletResponse.SC_UNAUTHORIZED,
              "unauthenticated",
              "Nobody is named",
              "There is no account with these credentials that may log in.",
              Duration.ZERO);
    };
  }

  static ApiRefusal passwordFirst() {
    return new ApiRefusal(
        HttpServletResponse.SC_FORBIDDEN,
        "forbidden",
        "The account may not",
        "This password was chosen by somebody else: choose your own first, on the pages or by POST"
            + " /api/v1/account/password.",
        Duration.ZERO);
  }

  static ApiRefusal unavailable(String detail) {
    return new ApiRefusal(
        HttpServletResponse.SC_SERVICE_UNAVAILABLE,
        "unavailable",
        "What is needed cannot be reached",
        detail,
        Duration.ofSeconds(29));
  }

  void write(HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(status);
    response.setContentType("application/problem+json");
    if (status == HttpServletResponse.SC_UNAUTHORIZED) {
      response.addHeader("WWW-Authenticate", "Basic realm=\"Demandwright\", charset=\"UTF-8\"");
      response.addHeader("WWW-Authenticate", "Bearer realm=\"Demandwright\"");
    } else if (!retryAfter.isZero()) {
      response.setHeader("Retry-After", Long.toString(retryAfter.toSeconds() + 1));
    }
    try {
      response
          .getOutputStream()
          .write(json(request.getRequestURI()).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The caller went away before it was told " + status, e);
    }
  }

  private String json(String instance) {
    return Json.createObjectBuilder()
        .add("type", "/problems/" + type)
        .add("title", title)
        .add("status", status)
        .add("detail", detail)
        .add("instance", instance)
        .build()
        .toString();
  }
}
