package org.demandwright.app;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Opaque page cursors: callers hand them back as they came. */
public final class Cursors {
  private Cursors() {}

  public static String of(long... position) {
    StringBuilder text = new StringBuilder();
    for (long p : position) {
      text.append(text.isEmpty() ? "" : ":").append(p);
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.toString().getBytes(StandardCharsets.US_ASCII));
  }

  public static long number(String cursor) {
    return numbers(cursor, 1)[0];
  }

  public static long[] numbers(String cursor, int count) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      long[] position = Arrays.stream(text.split(":")).mapToLong(Long::parseLong).toArray();
      if (position.length == count) {
        return position;
      }
    } catch (IllegalArgumentException e) {
      // told below, like a cursor of another list
    }
    throw new Refused(
        Refused.Kind.INVALID,
        "The cursor '" + cursor + "' is none of this list; use the one that the last page gave.");
  }
}
