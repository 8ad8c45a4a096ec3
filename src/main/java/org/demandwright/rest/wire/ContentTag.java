package org.demandwright.rest.wire;

import jakarta.ws.rs.core.EntityTag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Makes entity tags out of what an answer depends on. */
public final class ContentTag {
  private static final int BYTES = 16;

  private ContentTag() {}

  /** Returns a weak tag (JSON and CSV share it) that changes when one of these values does. */
  public static EntityTag of(Object... parts) {
    return new EntityTag(digest(Arrays.deepToString(parts).getBytes(StandardCharsets.UTF_8)), true);
  }

  /** Between what a writer can change and the whole of an answer. */
  static final String WHOLE = ".";

  /**
   * Returns the strong tag of a thing as GET shows it. Where it has members that pass by themselves
   * ({@link Passing}), the part in front of the point is of the others alone: that is what If-Match
   * is compared with.
   */
  static EntityTag of(Record thing, byte[] answer) {
    return new EntityTag(value(thing, answer));
  }

  static String value(Record thing, byte[] answer) {
    return RecordMembers.of(thing.getClass()).passes()
        ? standing(thing) + WHOLE + digest(answer)
        : digest(answer);
  }

  /** Returns what If-Match is compared with. */
  static String standing(Record thing) {
    return digest(RecordJson.standing(thing));
  }

  private static String digest(byte[] bytes) {
    return HexFormat.of().formatHex(sha256(bytes), 0, BYTES);
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }
}
