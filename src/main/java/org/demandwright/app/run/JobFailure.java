package org.demandwright.app.run;

import org.demandwright.app.Wordbook;
import org.demandwright.core.Words;

/** Ends a job on purpose; the words tell an administrator what is wrong and what to do. */
public class JobFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Words words;

  /** Ends a job with a sentence that is said in any language as it is. */
  public JobFailure(String message) {
    this(Words.literal(message));
  }

  public JobFailure(Words words) {
    super(Wordbook.english().say(words));
    this.words = words;
  }

  /** Returns what to tell; as said in English where the failure came from another server. */
  public Words words() {
    return words == null ? Words.literal(getMessage()) : words;
  }
}
