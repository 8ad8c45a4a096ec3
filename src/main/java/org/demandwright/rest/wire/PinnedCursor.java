package org.demandwright.rest.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A cursor that remembers which version its list began with, so that a version published between
 * two pages does not mix with the one before.
 *
 * @param versionId the version of the first page
 * @param inner the cursor within that version
 */
public record PinnedCursor(long versionId, String inner) {

  /** Returns the opaque text that callers pass back. */
  public String encoded() {
    byte[] text = (versionId + ":" + inner).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  /** Reads what {@link #encoded()} wrote; anything else is a bad parameter. */
  public static PinnedCursor decoded(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      int colon = plain.indexOf(':');
      if (colon > 0) {
        return new PinnedCursor(
            Long.parseLong(plain.substring(0, colon)), plain.substring(colon + 1));
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
