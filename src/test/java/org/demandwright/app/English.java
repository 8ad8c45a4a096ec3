package org.demandwright.app;

import org.demandwright.core.Words;

/** What an English reader is told. */
public final class English {
  private English() {}

  public static String english(Words words) {
    return Wordbook.english().say(words);
  }
}
