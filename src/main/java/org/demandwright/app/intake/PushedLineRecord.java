package org.demandwright.app.intake;

import java.util.Optional;
import org.demandwright.store.source.PushedLine;

/**
 * A pushed line with what became of it.
 *
 * @param reason why it is excluded or in quarantine, empty otherwise
 * @param detail what is wrong with one in quarantine, and what to do
 */
public record PushedLineRecord(
    PushedLine line, State state, Optional<String> reason, Optional<String> detail) {

  /** Where a pushed line stands. */
  public enum State {
    /** The next import reads it. */
    WAITING,
    /** It is demand, or a return; a kit by its parts. */
    COUNTED,
    /** It is no demand: its source says so, or takes it back. */
    EXCLUDED,
    /** It cannot be used, and is judged again by each import. */
    QUARANTINED
  }
}
