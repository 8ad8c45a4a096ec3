package org.demandwright.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.security.audit.Origin;

/** Ends sessions of the pages; {@link AuthenticationGate} opens them. */
@ApplicationScoped
public class Sessions {
  private final AuditTrail audit;

  @Inject
  Sessions(AuditTrail audit) {
    this.audit = audit;
  }

  Sessions() {
    this(null);
  }

  /** Ends the session of a request because its owner wants it. */
  public void logOut(HttpServletRequest request) {
    Origin origin = Origin.of(request);
    SignedIn.end(request);
    if (!origin.actor().equals(Origin.NOBODY)) {
      audit.record(
          origin, "login.end", "account/" + origin.actor(), AuditTrail.NOTHING, AuditTrail.NOTHING);
    }
  }
}
