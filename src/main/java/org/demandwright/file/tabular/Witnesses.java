package org.demandwright.file.tabular;

/** How many texts of a file say one thing, and the first of them. */
final class Witnesses {
  private long count;
  private String first = "";

  void add(String text) {
    if (count == 0) {
      first = BadRow.cut(text.strip());
    }
    count++;
  }

  long count() {
    return count;
  }

  /** Returns the first of them, empty where there is none. */
  String first() {
    return first;
  }
}
