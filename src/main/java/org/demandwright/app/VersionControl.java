package org.demandwright.app;

import jakarta.enterprise.context.ApplicationScoped;

/** Decides which version readers see. Every refusal is a {@link Refused}. */
@ApplicationScoped
public class VersionControl {

  /** Publishes a version that was held back or superseded. */
  public VersionRecord publish(long versionId, String by) {
    throw new UnsupportedOperationException("lead");
  }

  /** Goes back to the version that was published before the current one. */
  public VersionRecord rollBack(String by) {
    throw new UnsupportedOperationException("lead");
  }
}
