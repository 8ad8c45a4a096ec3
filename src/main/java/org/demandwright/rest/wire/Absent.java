package org.demandwright.rest.wire;

/** What an answer leaves out. */
public final class Absent {
  private Absent() {}

  /** Returns the text, or null, which answers do not show, where it is empty. */
  public static String where(String text) {
    return text.isEmpty() ? null : text;
  }
}
