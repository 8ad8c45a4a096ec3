package org.demandwright.store.demand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.plan.Scope;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/** Tells which series belong to what somebody may see. */
@ApplicationScoped
public class SeriesScopeStore {
  private final Sql sql;

  @Inject
  public SeriesScopeStore(Sql sql) {
    this.sql = sql;
  }

  SeriesScopeStore() {
    this(null);
  }

  /** Returns whether there is a series of this number within the scope. */
  public boolean holds(DataScope scope, long seriesId) {
    return isThere(
        Query.of("select 1 from series s where s.series_id = ?", seriesId)
            .within(scope, ScopeColumns.ofSeries("s")));
  }

  /** Returns whether any series that something concerns lies outside of the scope. */
  public boolean reachesOutside(DataScope scope, Scope concerned) {
    if (scope.isUnrestricted()) {
      return false;
    }
    return isThere(
        concerned(concerned)
            .add(" and not (1 = 1")
            .within(scope, ScopeColumns.ofSeries("s"))
            .add(")"));
  }

  /** Returns whether any series that something concerns lies within the scope. */
  public boolean reachesInto(DataScope scope, Scope concerned) {
    return isThere(concerned(concerned).within(scope, ScopeColumns.ofSeries("s")));
  }

  private static Query concerned(Scope part) {
    Query query =
        Query.of("select 1 from series s where 1 = 1")
            .and("s.org_id = ?", part.org())
            .and("s.item_id = ?", part.item())
            .and("s.site_id = ?", part.site())
            .and("s.channel_id = ?", part.channel());
    part.category().ifPresent(name -> query.andItemOf("s", List.of(name)));
    return query;
  }

  private boolean isThere(Query query) {
    return !sql.list(row -> row.getInt(1), query.first(1)).isEmpty();
  }
}
