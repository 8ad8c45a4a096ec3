package org.demandwright.core.decide;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A rule: of which items at which sites it says what.
 *
 * @param name by which people know it
 * @param when what must be so; all of it
 * @param then what it says
 */
public record PolicyRule(String name, Conditions when, PolicyValues then) {

  /** What must be so of an item at a site; an empty set is fulfilled by anything. */
  public record Conditions(
      Set<String> orgs,
      Set<String> items,
      Set<String> sites,
      Set<String> categories,
      Set<String> vendors,
      Set<Abc> abc,
      Set<Xyz> xyz) {
    /** Fulfilled by anything. */
    public static final Conditions ANY =
        new Conditions(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public Conditions {
      orgs = Set.copyOf(orgs);
      items = Set.copyOf(items);
      sites = Set.copyOf(sites);
      categories = Set.copyOf(categories);
      vendors = Set.copyOf(vendors);
      abc = Set.copyOf(abc);
      xyz = Set.copyOf(xyz);
    }

    /** Returns whether all of it is so. */
    public boolean fulfilled(PolicySubject subject) {
      return among(orgs, subject.key().org())
          && among(items, subject.key().item())
          && among(sites, subject.key().site())
          && among(categories, subject.category())
          && among(vendors, subject.vendor())
          && among(abc, subject.abc())
          && among(xyz, subject.xyz());
    }

    private static <T> boolean among(Set<T> wanted, T is) {
      return wanted.isEmpty() || wanted.contains(is);
    }

    private static <T> boolean among(Set<T> wanted, Optional<T> is) {
      return wanted.isEmpty() || is.filter(wanted::contains).isPresent();
    }
  }

  public PolicyRule {
    Objects.requireNonNull(when, "when");
    Objects.requireNonNull(then, "then");
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("a rule needs a name that people know it by");
    }
  }

  /** Returns those whom the rule is about, whether or not another one comes before it. */
  public List<PolicySubject> touches(Collection<PolicySubject> subjects) {
    return subjects.stream().filter(when::fulfilled).toList();
  }
}
