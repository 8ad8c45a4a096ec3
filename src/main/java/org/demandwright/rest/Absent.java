package org.demandwright.rest;

/** What an answer leaves out. */
final class Absent {
  private Absent() {}

  /** Returns the text, or null, which answers do not show, where it is empty. */
  static String where(String text) {
    return text.isEmpty() ? null : text;
  }
}
