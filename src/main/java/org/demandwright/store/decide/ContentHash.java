package org.demandwright.store.decide;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Date;
import java.util.HexFormat;
import java.util.List;

/** The hash of what was decided, value by value: the same for the same values in the same order. */
public final class ContentHash {
  private final MessageDigest digest = sha256();

  /** Returns the hash of texts. */
  public static String of(List<String> texts) {
    ContentHash hash = new ContentHash();
    texts.forEach(text -> hash.add("", text));
    return hash.hex();
  }

  /** Adds a value; amounts count by what they are worth, not by their decimals. */
  void add(String name, Object value) {
    String text =
        value instanceof BigDecimal amount
            ? amount.stripTrailingZeros().toPlainString()
            : value instanceof Date day ? day.toLocalDate().toString() : String.valueOf(value);
    digest.update((name + "=" + text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
