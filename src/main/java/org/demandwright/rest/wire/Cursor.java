package org.demandwright.rest.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a list goes on, and which list that is: callers pass it back unchanged.
 *
 * @param question digest of the address, the filters and the order that the list was asked for
 *     with, of who asked and what part of the data they saw
 * @param version the version that the list began with, empty where it rests on none: what is
 *     published between two pages does not mix with what was before
 * @param inner the place within the list, as the use case wrote it
 */
record Cursor(String question, Optional<Long> version, String inner) {
  private static final String FORM = "1";
  private static final int PARTS = 4;

  /** Returns the opaque text. */
  String encoded() {
    String text = String.join(".", FORM, question, version.map(String::valueOf).orElse(""), inner);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads what {@link #encoded()} wrote for the same question; anything else is a bad parameter.
   */
  static Cursor decoded(String text, String question) {
    Cursor cursor = parsed(text);
    if (!cursor.question().equals(question)) {
      throw new BadParameter(
          "cursor",
          "Query parameter cursor belongs to another list, other filters, another order, another"
              + " caller, or to what the caller saw before their part of the data changed",
          "the filters and the order that this cursor was given for, or no cursor");
    }
    return cursor;
  }

  private static Cursor parsed(String text) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
              .split("\\.", PARTS);
      if (parts.length == PARTS && parts[0].equals(FORM)) {
        Optional<Long> version =
            parts[2].isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(parts[2]));
        return new Cursor(parts[1], version, parts[3]);
      }
    } catch (IllegalArgumentException notOurs) {
      // falls through to the one refusal below
    }
    throw new BadParameter(
        "cursor",
        "Query parameter cursor is not one that this list gave",
        "the text in next of the page before, unchanged");
  }
}
