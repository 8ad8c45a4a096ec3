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

  /** Returns the strong tag of a thing as GET shows it: what If-Match is compared with. */
  static EntityTag of(Record thing) {
    return of(RecordJson.bytes(thing));
  }

  /** Returns the strong tag of an answer. */
  static EntityTag of(byte[] answer) {
    return new EntityTag(digest(answer));
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
