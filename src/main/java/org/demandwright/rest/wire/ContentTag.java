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
    try {
      byte[] text = Arrays.deepToString(parts).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return new EntityTag(HexFormat.of().formatHex(hash, 0, BYTES), true);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }
}
