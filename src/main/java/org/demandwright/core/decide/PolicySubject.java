package org.demandwright.core.decide;

import java.util.Objects;
import java.util.Optional;

/**
 * An item at a site, as rules see it.
 *
 * @param key which it is
 * @param category empty where it has none
 * @param vendor the preferred one, empty where it has none
 * @param abc by value, empty where nothing was sold
 * @param xyz by how evenly it sells, likewise
 */
public record PolicySubject(
    Key key, String category, String vendor, Optional<Abc> abc, Optional<Xyz> xyz) {

  /** An item of a company at one of its sites. */
  public record Key(String org, String item, String site) {
    public Key {
      Objects.requireNonNull(org, "org");
      Objects.requireNonNull(item, "item");
      Objects.requireNonNull(site, "site");
    }
  }

  public PolicySubject {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(vendor, "vendor");
    Objects.requireNonNull(abc, "abc");
    Objects.requireNonNull(xyz, "xyz");
  }
}
