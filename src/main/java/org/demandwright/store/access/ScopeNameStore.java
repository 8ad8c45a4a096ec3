package org.demandwright.store.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.sql.Sql;

/** Tells which names of a scope the data knows. */
@ApplicationScoped
public class ScopeNameStore {
  private final Sql sql;

  @Inject
  public ScopeNameStore(Sql sql) {
    this.sql = sql;
  }

  ScopeNameStore() {
    this(null);
  }

  /** Returns the companies that no series, item or site is of. */
  public List<String> unknownCompanies(DataScope scope) {
    return unknown(
        scope.companies(),
        "series where org_id = ?",
        "item where org_id = ?",
        "site where org_id = ?");
  }

  /** Returns the sites that are none of any company, and at which nothing is sold. */
  public List<String> unknownSites(DataScope scope) {
    return unknown(scope.sites(), "site where site_id = ?", "series where site_id = ?");
  }

  /** Returns the categories that no item is of. */
  public List<String> unknownCategories(DataScope scope) {
    return unknown(scope.categories(), "item where category = ?");
  }

  private List<String> unknown(Optional<Set<String>> names, String... places) {
    return names.stream()
        .flatMap(Collection::stream)
        .filter(name -> List.of(places).stream().noneMatch(place -> isKnown(place, name)))
        .toList();
  }

  private boolean isKnown(String place, String name) {
    return sql.first(
            row -> row.getInt(1), "select 1 from " + place + " fetch first 1 rows only", name)
        .isPresent();
  }
}
