package org.demandwright.security;

import java.util.Set;
import org.demandwright.store.access.Account;

/**
 * Somebody who has said who they are.
 *
 * @param name the account's name
 * @param roles its roles
 * @param changes how often the account had been changed when they were let in
 * @param mustChange whether nothing is open to them but to choose a password
 */
record Caller(String name, Set<String> roles, int changes, boolean mustChange) {
  Caller {
    roles = Set.copyOf(roles);
  }

  static Caller of(Account account) {
    return new Caller(account.name(), account.roles(), account.changes(), account.mustChange());
  }
}
