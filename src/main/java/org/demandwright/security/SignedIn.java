package org.demandwright.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who a browser session belongs to.
 *
 * @param name the account's name
 * @param roles its roles at the time of the login
 * @param changes how often the account had been changed by then
 * @param mustChange whether nothing is open but the page where a password is chosen
 * @param since when they logged in
 */
record SignedIn(String name, Set<String> roles, int changes, boolean mustChange, Instant since)
    implements Serializable {
  private static final String ATTRIBUTE = SignedIn.class.getName();

  SignedIn {
    roles = Set.copyOf(roles);
  }

  static SignedIn of(Caller caller, Instant now) {
    return new SignedIn(caller.name(), caller.roles(), caller.changes(), caller.mustChange(), now);
  }

  static Optional<SignedIn> of(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable((SignedIn) session.getAttribute(ATTRIBUTE));
  }

  /** Ends the session of a request. */
  static void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  /**
   * Opens the session under a new id, so that one planted before the login is worth nothing.
   *
   * @param secure whether the browser may send its cookie over TLS alone
   */
  void open(HttpServletRequest request, HttpServletResponse response, boolean secure) {
    HttpSession session = request.getSession(true);
    request.changeSessionId();
    session.setAttribute(ATTRIBUTE, this);
    if (secure) {
      secureCookies(response);
    }
  }

  /** The server itself knows nothing of TLS that ended at a proxy. */
  static void secureCookies(HttpServletResponse response) {
    Collection<String> cookies = List.copyOf(response.getHeaders("Set-Cookie"));
    boolean first = true;
    for (String cookie : cookies) {
      String secure =
          cookie.toLowerCase(Locale.ROOT).contains("; secure") ? cookie : cookie + "; Secure";
      if (first) {
        response.setHeader("Set-Cookie", secure);
      } else {
        response.addHeader("Set-Cookie", secure);
      }
      first = false;
    }
  }
}
