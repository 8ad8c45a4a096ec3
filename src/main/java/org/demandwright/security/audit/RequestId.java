package org.demandwright.security.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * By what name a request stands in answers, the log and the audit: the header {@code X-Request-Id}
 * that it brings, where that is 1 to 64 letters, digits and any of {@code . _ : -}, otherwise one
 * that is made here.
 */
public final class RequestId {
  public static final String HEADER = "X-Request-Id";
  private static final String ATTRIBUTE = RequestId.class.getName();
  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  private RequestId() {}

  /** Returns the name of a request, the same each time. */
  public static String of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof String known) {
      return known;
    }
    String given = request.getHeader(HEADER);
    String id =
        given != null && ALLOWED.matcher(given).matches() ? given : UUID.randomUUID().toString();
    request.setAttribute(ATTRIBUTE, id);
    return id;
  }
}
