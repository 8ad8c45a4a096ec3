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
 * @param retryAfter how long to wait before the next attempt, zero when there is no need
 */
record ApiRefusal(int status, String title, String detail, Duration retryAfter) {
  private static final int TOO_MANY_REQUESTS = 429;

  static ApiRefusal notAuthenticated() {
    return new ApiRefusal(
        HttpServletResponse.SC_UNAUTHORIZED,
        "Unauthorized",
        "Send the name and password of an account as HTTP Basic credentials with every request.",
        Duration.ZERO);
  }

  static ApiRefusal wrongCredentials(Duration wait) {
    return wait.isZero()
        ? new ApiRefusal(
            HttpServletResponse.SC_UNAUTHORIZED,
            "Unauthorized",
            "There is no account with this name and password.",
            wait)
        : new ApiRefusal(
            TOO_MANY_REQUESTS,
            "Too Many Requests",
            "Too many failed attempts with this name; wait as long as Retry-After says.",
            wait);
  }

  static ApiRefusal unavailable(String detail) {
    return new ApiRefusal(
        HttpServletResponse.SC_SERVICE_UNAVAILABLE,
        "Service Unavailable",
        detail,
        Duration.ofSeconds(29));
  }

  void write(HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(status);
    response.setContentType("application/problem+json");
    if (status == HttpServletResponse.SC_UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", "Basic realm=\"Demandwright\", charset=\"UTF-8\"");
    } else {
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
        .add("type", "about:blank")
        .add("title", title)
        .add("status", status)
        .add("detail", detail)
        .add("instance", instance)
        .build()
        .toString();
  }
}
