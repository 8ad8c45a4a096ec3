package org.demandwright.file.tabular;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes the headings of a file into names that can be told apart. */
final class Headings {
  private Headings() {}

  /**
   * Returns the headings without blanks around them and line breaks in them; one that is empty
   * becomes {@code column 3}, the second of the same name {@code name (2)}.
   */
  static List<String> of(List<Cell> cells) {
    List<String> headings = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < cells.size(); i++) {
      String text = cells.get(i).text().strip().replaceAll("\\s+", " ");
      String base = text.isEmpty() ? "column " + (i + 1) : text;
      String heading = base;
      for (int n = 2; !taken.add(heading); n++) {
        heading = base + " (" + n + ")";
      }
      headings.add(heading);
    }
    return headings;
  }
}
