package org.demandwright.rest.forecast;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.util.Optional;
import java.util.stream.Stream;
import org.demandwright.app.Page;
import org.demandwright.app.forecast.ForecastQueries;
import org.demandwright.app.forecast.VersionRecord;
import org.demandwright.security.Roles;

/**
 * The versions that a caller may read: people all of them, a system those that readers saw at some
 * time, since a draft or a version that was held back is not to be ordered by.
 */
@RequestScoped
public class ReadableVersions {
  @Inject ForecastQueries queries;
  @Inject SecurityContext caller;

  public Optional<VersionRecord> find(long versionId) {
    return queries
        .version(versionId)
        .filter(version -> seesAll() || version.publishedAt().isPresent());
  }

  /** Returns the number of a version, empty where there is none that the caller may read. */
  Optional<Long> id(long versionId) {
    return find(versionId).map(VersionRecord::versionId);
  }

  Page<VersionRecord> page(Optional<String> plan, Optional<String> cursor, int limit) {
    return seesAll()
        ? queries.versions(plan, cursor, limit)
        : queries.shownVersions(plan, cursor, limit);
  }

  boolean seesAll() {
    return Stream.of(Roles.ADMIN, Roles.PLANNER, Roles.VIEWER).anyMatch(caller::isCallerInRole);
  }
}
