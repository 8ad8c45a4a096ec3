package org.demandwright.store.access;

import java.time.Instant;
import java.util.Set;

/**
 * Somebody, or some system, that may log in.
 *
 * @param name the login name, compared exactly, not blank
 * @param passwordHash salted hash with its algorithm and parameters in front, never the password
 * @param roles names of the roles, at least one
 * @param createdAt when the account was made
 */
public record Account(String name, String passwordHash, Set<String> roles, Instant createdAt) {
  public Account {
    if (name.isBlank()) {
      throw new IllegalArgumentException("An account needs a name");
    }
    if (passwordHash.isBlank()) {
      throw new IllegalArgumentException("Account " + name + " has no password hash");
    }
    roles = Set.copyOf(roles);
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("Account " + name + " has no role");
    }
  }

  /** Leaves the hash out, so that it never reaches a log. */
  @Override
  public String toString() {
    return "Account[" + name + ", " + roles + "]";
  }
}
