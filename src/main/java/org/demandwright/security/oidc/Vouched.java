package org.demandwright.security.oidc;

import java.util.Set;

/**
 * Somebody whom the identity provider vouches for.
 *
 * @param subject issuer and subject, which never change
 * @param name what they are called here
 * @param roles ours, at least one
 */
public record Vouched(String subject, String name, Set<String> roles) {
  public Vouched {
    roles = Set.copyOf(roles);
  }
}
