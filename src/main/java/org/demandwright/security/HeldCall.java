package org.demandwright.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.demand.DataScope;

/**
 * Who stands behind a request that is held open for long, as they were let in; {@link HeldCalls}
 * says whether they still would be.
 */
public final class HeldCall {
  private static final String ATTRIBUTE = HeldCall.class.getName();

  private final Caller caller;
  private final Optional<String> secret;

  private HeldCall(Caller caller, Optional<String> secret) {
    this.caller = caller;
    this.secret = secret;
  }

  /**
   * Notes for the rest of a request who was let in.
   *
   * @param secret the token or the secret of a system that they brought; empty where it was a
   *     password, which counts until the account is changed
   */
  static void note(HttpServletRequest request, Caller caller, Optional<String> secret) {
    request.setAttribute(ATTRIBUTE, new HeldCall(caller, secret));
  }

  /**
   * Returns who stands behind a request under {@code /api}.
   *
   * @throws IllegalStateException if nobody was let in
   */
  public static HeldCall of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof HeldCall call) {
      return call;
    }
    throw new IllegalStateException("Nobody was let in");
  }

  public String name() {
    return caller.name();
  }

  public Set<String> roles() {
    return caller.roles();
  }

  public DataScope scope() {
    return caller.scope();
  }

  Caller caller() {
    return caller;
  }

  Optional<String> secret() {
    return secret;
  }

  /** Leaves the secret out, so that it never reaches a log. */
  @Override
  public String toString() {
    return "call of " + caller.name();
  }
}
