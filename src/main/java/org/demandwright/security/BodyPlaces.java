package org.demandwright.security;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.demandwright.security.audit.Origin;

/**
 * Bounds how many requests with a body are served at the same time, because whoever sends its body
 * slowly keeps a thread waiting: for callers that nobody knows and for those that are signed in,
 * each with a share of its own, and within it for one address or account. Whoever comes when its
 * share is taken is told to come again; requests without a body are always served.
 */
@WebFilter(value = "/*", asyncSupported = true)
public class BodyPlaces implements Filter {
  private final Places unknown = new Places(20, 10);
  private final Places known = new Places(60, 20);

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    if (!hasBody(http)) {
      chain.doFilter(request, response);
      return;
    }
    Principal caller = http.getUserPrincipal();
    Places places = caller == null ? unknown : known;
    String who = caller == null ? Origin.of(http).address() : caller.getName();
    if (!places.take(who)) {
      refuse(http, (HttpServletResponse) response);
      return;
    }
    try {
      chain.doFilter(new PacedRequest(http), response);
    } finally {
      places.give(who);
    }
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ApiRefusal refusal =
        ApiRefusal.unavailable(
            "Too many requests with a body are being served; send it again in a moment.");
    if (RequestPath.isApi(request)) {
      refusal.write(request, response);
    } else {
      response.setHeader("Retry-After", "10");
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }
}
