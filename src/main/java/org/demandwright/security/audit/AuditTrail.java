package org.demandwright.security.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.regex.Pattern;
import org.demandwright.app.Clock;
import org.demandwright.store.access.AuditEvent;
import org.demandwright.store.access.AuditStore;

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
  private static final int LONGEST_SUBJECT = 300;

  private final AuditStore store;
  private final Clock clock;

  @Inject
  public AuditTrail(AuditStore store, Clock clock) {
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
    record(Origin.current(), action, subject, before, after);
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
