package org.demandwright.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;

/**
 * Who a browser session belongs to.
 *
 * @param name the account's name
 * @param roles its roles at the time of the login
 */
record SignedIn(String name, Set<String> roles) implements Serializable {
  private static final String ATTRIBUTE = SignedIn.class.getName();

  SignedIn {
    roles = Set.copyOf(roles);
  }

  static Optional<SignedIn> of(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable((SignedIn) session.getAttribute(ATTRIBUTE));
  }

  /** Opens the session under a new id, so that one planted before the login is worth nothing. */
  void open(HttpServletRequest request) {
    HttpSession session = request.getSession(true);
    request.changeSessionId();
    session.setAttribute(ATTRIBUTE, this);
  }
}
