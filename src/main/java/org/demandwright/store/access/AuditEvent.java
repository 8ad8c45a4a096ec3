package org.demandwright.store.access;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing that somebody did, or tried to do.
 *
 * @param eventId in the order in which events were written; 0 before it is
 * @param actor name of an account, or of what did it without a request
 * @param address from which the request came, empty where there was none
 * @param requestId that answers and the log name it by, empty where there was none
 * @param action what was done to what kind of thing, such as {@code correction.withdraw}
 * @param subject the thing, such as {@code correction/12}
 * @param before JSON of what it was, empty where it is new or nothing is told of it
 * @param after JSON of what it is now, empty where it is gone
 */
public record AuditEvent(
    long eventId,
    Instant happenedAt,
    String actor,
    String address,
    String requestId,
    String action,
    String subject,
    Optional<String> before,
    Optional<String> after) {}
