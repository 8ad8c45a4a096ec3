package org.demandwright.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.demandwright.store.RunStore;
import org.demandwright.store.VersionStore;

/** Decides which version readers see. Every refusal is a {@link Refused}. */
@ApplicationScoped
public class VersionControl {
  private final VersionStore versions;
  private final RunStore runs;
  private final Clock clock;

  @Inject
  VersionControl(VersionStore versions, RunStore runs, Clock clock) {
    this.versions = versions;
    this.runs = runs;
    this.clock = clock;
  }

  VersionControl() {
    this(null, null, null);
  }

  /** Publishes a version that was held back, superseded or rolled back. */
  @Transactional
  public VersionRecord publish(long versionId, String by) {
    VersionStore.Version version =
        versions
            .find(versionId)
            .orElseThrow(
                () ->
                    new Refused(Refused.Kind.NOT_FOUND, "There is no version " + versionId + "."));
    if (version.current()) {
      throw new Refused(
          Refused.Kind.CONFLICT, "Version " + versionId + " is what readers see already.");
    }
    if (version.status().equals("BUILDING")) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Version " + versionId + " is not finished; wait for its run, or restart it.");
    }
    versions.show(versionId, by, false, clock.now());
    return record(versionId);
  }

  /** Goes back to the version that was published before the current one. */
  @Transactional
  public VersionRecord rollBack(String by) {
    VersionStore.Publication current =
        versions
            .publication()
            .orElseThrow(
                () -> new Refused(Refused.Kind.CONFLICT, "Nothing has been published yet."));
    VersionStore.Version previous =
        versions
            .previous(current.versionId())
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Kind.CONFLICT,
                        "No version before version "
                            + current.versionId()
                            + " is there any more."));
    versions.show(previous.versionId(), by, true, clock.now());
    return record(previous.versionId());
  }

  private VersionRecord record(long versionId) {
    return Versions.record(versions.find(versionId).orElseThrow(), runs);
  }
}
