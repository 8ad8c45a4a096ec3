package org.demandwright.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Draws secrets and tokens of systems: 256 random bits behind a prefix that says what they are, so
 * that one that got into a text is found there. Only their SHA-256 is kept; what cannot be guessed
 * needs no slow hash.
 */
public final class RandomSecret {
  /** Begins what a system keeps. */
  public static final String SECRET = "dws_";

  /** Begins what it gets for that, for minutes. */
  public static final String TOKEN = "dwt_";

  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomSecret() {}

  public static String draw(String prefix) {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  /** Returns what is kept of a secret or a token: SHA-256 in hexadecimal digits. */
  public static String hash(String secret) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }
}
