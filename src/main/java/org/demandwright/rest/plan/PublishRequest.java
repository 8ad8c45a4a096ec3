package org.demandwright.rest.plan;

import java.util.List;
import java.util.Optional;
import org.demandwright.app.plan.DecideOverrides;
import org.demandwright.core.demand.DataScope;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of {@code POST /overrides/publish}: all of them are published, or none is. */
@Schema(example = "{\"overrides\": [{\"overrideId\": 12, \"revision\": 2}, {\"overrideId\": 13}]}")
public record PublishRequest(List<Wanted> overrides) {

  /**
   * One that is to be published.
   *
   * @param revision as it was read; by default whatever it has
   */
  public record Wanted(long overrideId, Optional<Integer> revision) {}

  List<DecideOverrides.Target> targets(DataScope scope) {
    return overrides.stream()
        .map(w -> DecideOverrides.Target.of(scope, w.overrideId(), w.revision()))
        .toList();
  }
}
