package org.demandwright.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Proves that a login was typed on our own page: the form brings back what the page put into a
 * cookie. Another site can make a browser send a form, and log somebody in under a name they do not
 * notice, but neither reads nor sets our cookie.
 */
public final class LoginToken {
  static final String COOKIE = "dw_login";
  private static final int LENGTH = 24;

  private LoginToken() {}

  /**
   * Returns the token of this browser; one that has none is given one with the answer.
   *
   * @param secure whether it may be sent over TLS alone
   */
  public static String of(
      HttpServletRequest request, HttpServletResponse response, boolean secure) {
    if (request.getAttribute(COOKIE) instanceof String given) {
      return given;
    }
    Optional<String> known = brought(request);
    if (known.isPresent()) {
      return known.get();
    }
    String token = RandomPassword.draw();
    request.setAttribute(COOKIE, token);
    Cookie cookie = new Cookie(COOKIE, token);
    cookie.setPath(request.getContextPath() + "/login.xhtml");
    cookie.setHttpOnly(true);
    cookie.setSecure(secure);
    cookie.setAttribute("SameSite", "Strict");
    response.addCookie(cookie);
    return token;
  }

  /** Returns whether a form was sent from our own page. */
  public static boolean matches(HttpServletRequest request, String sent) {
    return sent != null
        && brought(request)
            .filter(
                token ->
                    MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8),
                        sent.getBytes(StandardCharsets.UTF_8)))
            .isPresent();
  }

  private static Optional<String> brought(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Stream.of(cookies)
            .filter(c -> c.getName().equals(COOKIE) && c.getValue().length() == LENGTH)
            .map(Cookie::getValue)
            .findFirst();
  }
}
