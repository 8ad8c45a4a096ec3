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
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import org.demandwright.security.Roles;

/** Knows which request a thread serves, and tells the caller by what name it is known here. */
@WebFilter(value = "/*", asyncSupported = true)
public class CurrentRequest implements Filter {
  private static final System.Logger LOG = System.getLogger(CurrentRequest.class.getName());
  private static final ThreadLocal<HttpServletRequest> SERVED = new ThreadLocal<>();

  /** Returns the request that the current thread serves, empty where it serves none. */
  static Optional<HttpServletRequest> get() {
    return Optional.ofNullable(SERVED.get());
  }

  /** Somebody asked for what they may not: the log has it, since nothing was changed. */
  private static void tell(HttpServletRequest request, HttpServletResponse response) {
    if (response.getStatus() == HttpServletResponse.SC_FORBIDDEN) {
      Origin origin = Origin.of(request);
      LOG.log(
          Level.INFO,
          "{0} from {1} may not {2} {3} (request {4})",
          origin.actor(),
          origin.address(),
          request.getMethod(),
          request.getRequestURI(),
          origin.requestId());
    }
  }

  /**
   * Returns whether the caller behind the current thread has one of the roles, or looks after the
   * installation; yes where it serves no request: jobs and the timer may see everything.
   */
  public static boolean callerIsAnyOf(Set<String> roles) {
    return get()
        .map(
            request ->
                request.isUserInRole(Roles.ADMIN) || roles.stream().anyMatch(request::isUserInRole))
        .orElse(true);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    ((HttpServletResponse) response).setHeader(RequestId.HEADER, RequestId.of(http));
    SERVED.set(http);
    Thread thread = Thread.currentThread();
    String name = thread.getName();
    thread.setName(name + " request " + RequestId.of(http)); // every line of the log names it
    try {
      chain.doFilter(request, response);
      tell(http, (HttpServletResponse) response);
    } finally {
      thread.setName(name);
      SERVED.remove();
    }
  }
}
