package org.demandwright.core.demand;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What part of the data somebody may see: the series of these companies, at these sites, of items
 * of these categories. A part that is empty means all; one that is given names at least one and at
 * most {@value #MOST} names, of which the empty text stands for series without it. An item belongs
 * to it by company and category, a site by company and site.
 *
 * @param sites identities of sites, in each of the companies
 * @param categories categories that the items have now
 */
public record DataScope(
    Optional<Set<String>> companies,
    Optional<Set<String>> sites,
    Optional<Set<String>> categories) {
  public static final int MOST = 100;

  private static final DataScope ALL =
      new DataScope(Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if one has no name or too many
   */
  public DataScope {
    companies = part("companies", companies);
    sites = part("sites", sites);
    categories = part("categories", categories);
  }

  private static Optional<Set<String>> part(
      String part, Optional<? extends Collection<String>> names) {
    return names.map(
        some -> {
          if (some.isEmpty() || some.size() > MOST) {
            throw new IllegalArgumentException(
                "A scope names 1 to %d %s, not %d".formatted(MOST, part, some.size()));
          }
          return Collections.unmodifiableSet(new TreeSet<>(some));
        });
  }

  /** Returns the scope of whoever may see everything. */
  public static DataScope unrestricted() {
    return ALL;
  }

  /** Returns the scope of whoever may see what is of these companies. */
  public static DataScope ofCompanies(Set<String> names) {
    return new DataScope(Optional.of(names), Optional.empty(), Optional.empty());
  }

  public boolean isUnrestricted() {
    return Stream.of(companies, sites, categories).allMatch(Optional::isEmpty);
  }

  /** Returns whether a series belongs to it, whose item is of this category. */
  public boolean holds(SeriesKey series, String category) {
    return holdsItem(series.org(), category) && holds(sites, series.site());
  }

  /** Returns whether an item of a company belongs to it. */
  public boolean holdsItem(String company, String category) {
    return holds(companies, company) && holds(categories, category);
  }

  private static boolean holds(Optional<Set<String>> part, String name) {
    return part.isEmpty() || part.get().contains(name);
  }
}
