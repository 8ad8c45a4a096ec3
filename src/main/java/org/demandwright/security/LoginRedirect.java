package org.demandwright.security;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Sends a browser to the login page and remembers in its address where it wanted to go.
 *
 * @param location path and query of the login page
 */
record LoginRedirect(String location) {
  private static final String LOGIN_PAGE = "/login.xhtml";

  static LoginRedirect of(HttpServletRequest request) {
    String login = request.getContextPath() + LOGIN_PAGE;
    if (!request.getMethod().equals("GET")) {
      return new LoginRedirect(login);
    }
    String query = request.getQueryString();
    String path = request.getServletPath() + (query == null ? "" : "?" + query);
    return new LoginRedirect(login + "?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
  }

  AuthenticationStatus send(HttpServletRequest request, HttpServletResponse response) {
    try {
      if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
        sendPartial(response);
      } else {
        response.sendRedirect(location);
      }
      return AuthenticationStatus.SEND_CONTINUE;
    } catch (IOException e) {
      throw new UncheckedIOException("The browser went away before it was sent to the login", e);
    }
  }

  /** A script that polls after its session has ended follows only a redirect of this kind. */
  private void sendPartial(HttpServletResponse response) throws IOException {
    response.setContentType("text/xml;charset=UTF-8");
    response
        .getOutputStream()
        .write(
            ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                    + location.replace("&", "&amp;")
                    + "\"/></partial-response>")
                .getBytes(StandardCharsets.UTF_8));
  }
}
