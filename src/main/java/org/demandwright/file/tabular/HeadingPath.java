package org.demandwright.file.tabular;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.demandwright.file.FileColumn;

/**
 * A heading that says how a field is reached, as {@code Order Lines/Product} in exports of Odoo:
 * its last part names the field, and the part before it whose it is.
 */
final class HeadingPath {
  private HeadingPath() {}

  /** Returns what such a heading means, null where it is none or says nothing that is known. */
  static FileColumn meaning(String heading, Map<String, FileColumn> words) {
    List<String> parts =
        Arrays.stream(heading.split("[/>»›]"))
            .map(HeadingWords::plain)
            .filter(p -> !p.isEmpty())
            .toList();
    if (parts.size() < 2) {
      return null;
    }
    String last = parts.get(parts.size() - 1);
    String owner = parts.get(parts.size() - 2);
    FileColumn both = words.getOrDefault(owner + last, words.get(last + owner));
    if (both != null) {
      return both;
    }
    FileColumn own = words.get(last);
    FileColumn owned = words.get(owner);
    // The name of a customer is the customer, and no name of an item.
    boolean mere = own == null || own == FileColumn.ITEM_NAME;
    return mere && owned != null ? owned : own;
  }
}
