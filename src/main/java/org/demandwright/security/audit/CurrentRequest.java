package org.demandwright.security.audit;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Knows which request a thread serves, and tells the caller by what name it is known here. */
@WebFilter(value = "/*", asyncSupported = true)
public class CurrentRequest implements Filter {
  private static final ThreadLocal<HttpServletRequest> SERVED = new ThreadLocal<>();

  /** Returns the request that the current thread serves, empty where it serves none. */
  static Optional<HttpServletRequest> get() {
    return Optional.ofNullable(SERVED.get());
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    ((HttpServletResponse) response).setHeader(RequestId.HEADER, RequestId.of(http));
    SERVED.set(http);
    try {
      chain.doFilter(request, response);
    } finally {
      SERVED.remove();
    }
  }
}
