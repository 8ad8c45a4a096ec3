package org.demandwright.rest.forecast;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.util.Optional;
import java.util.stream.Stream;
import org.demandwright.app.Page;
import org.demandwright.app.forecast.ForecastQueries;
import org.demandwright.app.forecast.VersionRecord;
import org.demandwright.core.demand.DataScope;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;

/**
 * The versions that a caller may read: people all of them, a system those that readers saw at some
 * time, since a draft or a version that was held back is not to be ordered by.
 */
@RequestScoped
public class ReadableVersions {
  @Inject CallerScope scope;
  @Inject ForecastQueries queries;
  @Inject SecurityContext caller;

  public Optional<VersionRecord> find(long versionId) {
    return seen(scope.get(), versionId);
  }

  private Optional<VersionRecord> seen(DataScope part, long versionId) {
    return queries
        .version(part, versionId)
        .filter(version -> seesAll() || version.publishedAt().isPresent());
  }

  /** Returns the number of a version, empty where there is none that the caller may read. */
  Optional<Long> id(long versionId) {
    return isThere(versionId) ? Optional.of(versionId) : Optional.empty();
  }

  /** Returns whether there is one that the caller may read, whatever they see of it. */
  boolean isThere(long versionId) {
    return seen(DataScope.unrestricted(), versionId).isPresent();
  }

  Page<VersionRecord> page(Optional<String> plan, Optional<String> cursor, int limit) {
    return seesAll()
        ? queries.versions(scope.get(), plan, cursor, limit)
        : queries.shownVersions(scope.get(), plan, cursor, limit);
  }

  boolean seesAll() {
    return Stream.of(Roles.ADMIN, Roles.PLANNER, Roles.VIEWER).anyMatch(caller::isCallerInRole);
  }
}
