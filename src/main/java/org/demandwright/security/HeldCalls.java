package org.demandwright.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Says whether whoever holds a request open would still be let in: the account is as it was, and
 * what was brought counts. An account is read again after half a minute at most, so that asking
 * each quarter of a minute ends a call within a minute.
 */
@ApplicationScoped
public class HeldCalls {
  private final KnownAccounts known;
  private final Logins logins;

  @Inject
  HeldCalls(KnownAccounts known, Logins logins) {
    this.known = known;
    this.logins = logins;
  }

  HeldCalls() {
    this(null, null);
  }

  public boolean stands(HeldCall call) {
    return known.stands(call.caller()) && call.secret().map(logins::counts).orElse(true);
  }
}
