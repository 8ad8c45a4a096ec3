package org.demandwright.security;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Where people choose their password: all that is open to somebody whose password was chosen by
 * somebody else.
 */
final class OwnPassword {
  private static final String PAGE = "/account/password.xhtml";
  private static final String API = "/api/v1/account/password";

  private OwnPassword() {}

  static boolean isAsked(HttpServletRequest request) {
    String path = RequestPath.of(request);
    return path.equals(PAGE) || path.equals(API);
  }

  static AuthenticationStatus send(HttpServletRequest request, HttpServletResponse response) {
    return new LoginRedirect(request.getContextPath() + PAGE).send(request, response);
  }
}
