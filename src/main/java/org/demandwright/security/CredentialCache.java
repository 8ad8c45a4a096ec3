package org.demandwright.security;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for a minute which credentials were right, so that a system that polls with Basic
 * authentication pays for the slow password hash once a minute and not once a request.
 *
 * <p>Keys are HMAC-SHA256 digests under a key that is drawn at start and never leaves the process:
 * the cache holds no password. Only right credentials are kept; whether the account is still what
 * it was is asked of {@link KnownAccounts} each time.
 */
final class CredentialCache {
  static final Duration LIFE = Duration.ofMinutes(1);
  private static final int CAPACITY = 1_000;
  private static final String HMAC = "HmacSHA256";

  /** No character (Unicode keeps it free), so that name and password cannot run together. */
  private static final char[] SEPARATOR = {'\uFFFF'};

  private record Entry(Caller caller, Instant until) {}

  private final InstantSource clock;
  private final SecretKeySpec secret;
  private final Map<String, Entry> entries =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
          return size() > CAPACITY;
        }
      };

  CredentialCache(InstantSource clock) {
    this.clock = clock;
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    this.secret = new SecretKeySpec(key, HMAC);
  }

  /** Returns whose credentials these were found to be, empty when not known. */
  synchronized Optional<Caller> find(String name, char[] password) {
    return Optional.ofNullable(entries.get(digest(name, password)))
        .filter(entry -> clock.instant().isBefore(entry.until()))
        .map(Entry::caller);
  }

  synchronized void remember(Caller caller, char[] password) {
    entries.put(digest(caller.name(), password), new Entry(caller, clock.instant().plus(LIFE)));
  }

  private String digest(String name, char[] password) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(secret);
      update(mac, name.toCharArray());
      update(mac, SEPARATOR);
      update(mac, password);
      return Base64.getEncoder().encodeToString(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no " + HMAC, e);
    }
  }

  private static void update(Mac mac, char[] text) {
    for (char c : text) {
      mac.update((byte) (c >> 8));
      mac.update((byte) c);
    }
  }
}
