package org.demandwright.security.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.demandwright.app.Clock;
import org.demandwright.app.Refused;
import org.demandwright.security.Roles;
import org.demandwright.store.access.AuditEvent;
import org.demandwright.store.access.AuditEventStore;

/**
 * Keeps what was done. A use case that changes something records it here, within the transaction of
 * the change: both are there or neither is. Who did it, and from where, is that of the request that
 * the thread serves.
 */
@ApplicationScoped
public class AuditTrail {
  /** Stands before what is new and after what is gone. */
  public static final Map<String, Object> NOTHING = Map.of();

  private static final Pattern ACTION = Pattern.compile("[a-z-]+\\.[a-z-]+");

  /** What everybody may do to what is theirs. */
  private static final Set<String> OWN = Set.of("account.change-password");

  private static final int LONGEST_SUBJECT = 300;

  private final AuditEventStore store;
  private final Clock clock;

  @Inject
  public AuditTrail(AuditEventStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  AuditTrail() {
    this(null, null);
  }

  /**
   * Records what was done.
   *
   * @param action kind of thing and what was done to it, such as {@code correction.withdraw}
   * @param subject the thing, such as {@code correction/12}
   * @param before what it was: a record, a map or {@link #NOTHING}; see {@link AuditJson}
   * @param after what it is now
   */
  public void record(String action, String subject, Object before, Object after) {
    if (!OWN.contains(action)) {
      CurrentRequest.get().ifPresent(AuditTrail::requireMoreThanReading);
    }
    record(Origin.current(), action, subject, before, after);
  }

  /** Doors let nobody write who may only read; where one forgot, the transaction ends here. */
  private static void requireMoreThanReading(HttpServletRequest request) {
    if (request.isUserInRole(Roles.VIEWER)
        && Stream.of(Roles.ADMIN, Roles.PLANNER, Roles.API).noneMatch(request::isUserInRole)) {
      throw new Refused(Refused.Kind.FORBIDDEN, "This account reads and changes nothing.");
    }
  }

  /** Records what somebody did who is told apart from the request, such as who is logging in. */
  public void record(Origin origin, String action, String subject, Object before, Object after) {
    if (!ACTION.matcher(action).matches()) {
      throw new IllegalArgumentException("Action '" + action + "' is not written thing.verb");
    }
    store.add(
        new AuditEvent(
            0,
            clock.now(),
            origin.actor(),
            origin.address(),
            origin.requestId(),
            action,
            subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT),
            AuditJson.of(before),
            AuditJson.of(after)));
  }
}
