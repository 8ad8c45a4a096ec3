package org.demandwright.store.forecast;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.demandwright.core.demand.EventCalendar;

/**
 * SHA-256 over all that a snapshot tells of a series: two snapshots of one series have the same
 * digest if and, but for chance, only if the models receive the same.
 */
final class SnapshotDigest {
  private SnapshotDigest() {}

  /**
   * Returns the digest in hexadecimal figures.
   *
   * @param row the columns of the snapshot behind the version and the series, which do not count
   * @param events that concern the series
   */
  static String of(Object[] row, EventCalendar events) {
    MessageDigest digest = sha256();
    for (int i = 2; i < row.length; i++) {
      add(digest, bytes(row[i]));
    }
    events.days().forEach(e -> add(digest, text(e.name() + " " + e.first() + " " + e.last())));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** What is missing has a length of its own, so that it is not what is empty. */
  private static void add(MessageDigest digest, byte[] bytes) {
    int length = bytes == null ? -1 : bytes.length;
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    if (bytes != null) {
      digest.update(bytes);
    }
  }

  private static byte[] bytes(Object value) {
    return value == null || value instanceof byte[] ? (byte[]) value : text(value.toString());
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
