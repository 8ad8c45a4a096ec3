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

/**
 * Tells browsers to be strict: no foreign scripts, no framing, no guessing of content types. Faces
 * pages replace the policy by {@code primefaces.CSP_POLICY} of {@code web.xml}, which is the same
 * with a nonce for their scripts.
 */
@WebFilter("/*")
public class SecurityHeaders implements Filter {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'; base-uri"
          + " 'none'; form-action 'self'";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse http = (HttpServletResponse) response;
    http.setHeader("Content-Security-Policy", POLICY);
    http.setHeader("X-Content-Type-Options", "nosniff");
    http.setHeader("X-Frame-Options", "DENY");
    http.setHeader("Referrer-Policy", "same-origin");
    String caching = caching(((HttpServletRequest) request).getServletPath());
    if (caching != null) {
      http.setHeader("Cache-Control", caching);
    }
    chain.doFilter(request, response);
  }

  /** Answers of the API may be kept if asked about each time; pages may not be kept at all. */
  private static String caching(String path) {
    if (path.startsWith("/api/")) {
      return "private, no-cache";
    }
    return path.endsWith(".xhtml") && !path.startsWith("/jakarta.faces.resource/")
        ? "no-store"
        : null;
  }
}
