package org.demandwright.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.demandwright.app.Refused;
import org.demandwright.core.demand.DataScope;

/**
 * What part of the data whoever asks may see, however they said who they are. Doors hand it to use
 * cases, which hand it to the store; nobody else asks for it.
 */
@RequestScoped
public class CallerScope {
  private static final String ATTRIBUTE = CallerScope.class.getName();

  private HttpServletRequest request;

  CallerScope() {}

  @Inject
  CallerScope(HttpServletRequest request) {
    this.request = request;
  }

  /** Notes for the rest of a request who was let in. */
  static void note(HttpServletRequest request, DataScope scope) {
    request.setAttribute(ATTRIBUTE, scope);
  }

  /**
   * Returns the scope.
   *
   * @throws IllegalStateException if nobody was let in
   */
  public DataScope get() {
    return of(request);
  }

  /** Returns likewise the scope of a request that is at hand. */
  public static DataScope of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof DataScope scope) {
      return scope;
    }
    throw new IllegalStateException("Nobody was let in: there is no scope");
  }

  /**
   * Does nothing for whoever may see everything.
   *
   * @throws Refused if they may see a part of the data alone
   */
  public void requireUnrestricted() {
    if (!get().isUnrestricted()) {
      throw new Refused(
          Refused.Kind.FORBIDDEN,
          "This is about all data: it needs an account that may see everything, and yours may see a"
              + " part of it.");
    }
  }
}
