package org.demandwright.security.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.demandwright.app.settings.Settings;

/**
 * From where a request came, and whether it came over TLS. A proxy that stands in front of the
 * server is believed where {@code dw.security.proxies} names it: of {@code X-Forwarded-For} the
 * last address that is no such proxy counts, since everything before it is the caller's own word.
 */
@ApplicationScoped
public class CallerAddress {
  private static final String FOUND = CallerAddress.class.getName();
  private static final int LONGEST = 64;

  private final Settings settings;

  @Inject
  CallerAddress(Settings settings) {
    this.settings = settings;
  }

  CallerAddress() {
    this(null);
  }

  /** Finds the address out and notes it on the request. */
  public String find(HttpServletRequest request) {
    String found = of(request);
    request.setAttribute(FOUND, found);
    return found;
  }

  /** Returns the address that was noted, otherwise that of the connection. */
  static String noted(HttpServletRequest request) {
    return request.getAttribute(FOUND) instanceof String found ? found : request.getRemoteAddr();
  }

  private String of(HttpServletRequest request) {
    String nearest = request.getRemoteAddr();
    List<String> told = new ArrayList<>();
    Collections.list(request.getHeaders("X-Forwarded-For"))
        .forEach(header -> told.addAll(List.of(header.split(","))));
    for (int i = told.size() - 1; i >= 0 && isProxy(nearest); i--) {
      String next = told.get(i).strip();
      if (next.isEmpty() || next.length() > LONGEST) {
        return nearest;
      }
      nearest = next;
    }
    return nearest;
  }

  /** Returns whether the caller spoke TLS, to this server or to a proxy in front of it. */
  public boolean isSecure(HttpServletRequest request) {
    return request.isSecure()
        || isProxy(request.getRemoteAddr())
            && "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
  }

  private boolean isProxy(String address) {
    return settings.security().proxies().stream().anyMatch(range -> range.contains(address));
  }
}
