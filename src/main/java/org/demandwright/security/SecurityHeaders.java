package org.demandwright.security;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.demandwright.security.audit.CallerAddress;

/**
 * Tells browsers to be strict: no foreign scripts, no framing, no guessing of content types. Faces
 * pages get their content security policy from {@code primefaces.CSP_POLICY} of {@code web.xml},
 * with a nonce for their scripts; a second one from here would forbid these. What came over TLS is
 * to come over TLS from now on, for a year.
 */
@WebFilter(value = "/*", asyncSupported = true)
public class SecurityHeaders implements Filter {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'; base-uri"
          + " 'none'; form-action 'self'";

  @Inject CallerAddress addresses;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    String path = asked.getServletPath();
    boolean page = path.endsWith(".xhtml") && !path.startsWith("/jakarta.faces.resource/");
    HttpServletResponse http = (HttpServletResponse) response;
    http.setHeader("X-Content-Type-Options", "nosniff");
    http.setHeader("X-Frame-Options", "DENY");
    http.setHeader("Referrer-Policy", "same-origin");
    if (addresses.isSecure(asked)) {
      http.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    if (page) {
      http.setHeader("Cache-Control", "no-store");
    } else {
      http.setHeader("Content-Security-Policy", POLICY);
    }
    if (path.startsWith("/api/")) {
      // may be kept if asked about each time: see the entity tags
      http.setHeader("Cache-Control", "private, no-cache");
    }
    chain.doFilter(request, response);
  }
}
