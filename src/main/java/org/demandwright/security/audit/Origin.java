package org.demandwright.security.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;

/**
 * Who does something, and from where.
 *
 * @param actor name of an account, or {@link #SYSTEM}
 * @param address from which the request came, empty where there is none
 * @param requestId that its answer names it by, empty where there is none
 */
public record Origin(String actor, String address, String requestId) {
  /** Does what no request asked for: jobs, the timer, the server at its start. */
  public static final String SYSTEM = "system";

  /** Whoever has not said who they are. */
  public static final String NOBODY = "nobody";

  private static final int LONGEST_ACTOR = 80;

  public Origin {
    actor = actor.length() <= LONGEST_ACTOR ? actor : actor.substring(0, LONGEST_ACTOR);
  }

  /** Returns who stands behind the current thread. */
  static Origin current() {
    return CurrentRequest.get().map(Origin::of).orElse(new Origin(SYSTEM, "", ""));
  }

  /** Returns who stands behind a request. */
  public static Origin of(HttpServletRequest request) {
    String name =
        Optional.ofNullable(request.getUserPrincipal()).map(Principal::getName).orElse(NOBODY);
    return new Origin(name, CallerAddress.noted(request), RequestId.of(request));
  }

  /** Returns the same request with somebody who has just said who they are. */
  public Origin as(String name) {
    return new Origin(name, address, requestId);
  }
}
