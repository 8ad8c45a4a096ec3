package org.demandwright.app.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.access.Account;

/**
 * An account as administrators see it.
 *
 * @param mustChange whether its password was chosen by somebody else and has to be changed first
 * @param lastLogin to the hour for what logs in with every request
 * @param scope what part of the data it may see
 * @param version counts its changes; whoever changes it says which they saw
 */
public record AccountRecord(
    String name,
    Account.Kind kind,
    Set<String> roles,
    Account.State state,
    boolean mustChange,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> lastLogin,
    DataScope scope,
    int version) {

  static AccountRecord of(Account a, Instant now) {
    return new AccountRecord(
        a.name(),
        a.kind(),
        a.roles(),
        a.state(now),
        a.mustChange(),
        a.createdAt(),
        a.expiresAt(),
        a.lastLogin(),
        a.scope(),
        a.changes());
  }
}
