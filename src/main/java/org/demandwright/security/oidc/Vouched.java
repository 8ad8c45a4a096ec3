package org.demandwright.security.oidc;

import java.util.Optional;
import java.util.Set;
import org.demandwright.core.demand.DataScope;

/**
 * Somebody whom the identity provider vouches for.
 *
 * @param subject issuer and subject, which never change
 * @param name what they are called here
 * @param roles ours, at least one
 * @param seen what part of the data they see, empty where the provider does not say
 */
public record Vouched(String subject, String name, Set<String> roles, Optional<DataScope> seen) {
  public Vouched {
    roles = Set.copyOf(roles);
  }
}
