package org.demandwright.app.source;

import org.demandwright.app.Refused;

/** Another file is being read: one that waits for its turn waits on. */
final class BeingRead extends Refused {
  private static final long serialVersionUID = 1L;

  BeingRead() {
    super(Kind.CONFLICT, "A file is being read just now; try again when that has ended.");
  }
}
