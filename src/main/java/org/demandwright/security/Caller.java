package org.demandwright.security;

import java.util.Set;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.access.Account;

/**
 * Somebody who has said who they are.
 *
 * @param name the account's name
 * @param roles its roles
 * @param scope what part of the data they may see
 * @param changes how often the account had been changed when they were let in
 * @param mustChange whether nothing is open to them but to choose a password
 */
record Caller(String name, Set<String> roles, DataScope scope, int changes, boolean mustChange) {
  Caller {
    roles = Set.copyOf(roles);
  }

  static Caller of(Account account) {
    return new Caller(
        account.name(), account.roles(), account.scope(), account.changes(), account.mustChange());
  }
}
