package org.demandwright.app.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.forecast.VersionPartStore;
import org.demandwright.store.forecast.VersionPartStore.Part;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.run.RunStore;

/**
 * Versions as somebody may see them: whoever sees a part of the data is told the sums of that part,
 * and nothing that speaks of all of it, such as the hash, why a version was held and what the audit
 * found.
 */
@ApplicationScoped
class SeenVersions {
  private final VersionPartStore parts;
  private final RunStore runs;

  @Inject
  SeenVersions(VersionPartStore parts, RunStore runs) {
    this.parts = parts;
    this.runs = runs;
  }

  SeenVersions() {
    this(null, null);
  }

  VersionRecord of(DataScope scope, VersionStore.Version version) {
    return of(scope, List.of(version)).get(0);
  }

  List<VersionRecord> of(DataScope scope, List<VersionStore.Version> versions) {
    List<VersionRecord> whole = Versions.records(versions, runs);
    if (scope.isUnrestricted()) {
      return whole;
    }
    Map<Long, Part> seen = parts.of(scope, whole.stream().map(VersionRecord::versionId).toList());
    return whole.stream()
        .map(v -> v.part(v.contentHash().map(hash -> seen.get(v.versionId())).orElse(Part.NOTHING)))
        .toList();
  }
}
