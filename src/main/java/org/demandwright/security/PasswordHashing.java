package org.demandwright.security;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.demandwright.app.settings.Settings;

/**
 * Salted PBKDF2 with HMAC-SHA-512 and 210,000 iterations; the hash carries its parameters. Only so
 * many passwords are checked at a time as {@code dw.security.concurrent-hashes} says, so that a
 * flood of logins leaves the server its processors.
 */
@ApplicationScoped
public class PasswordHashing {
  private static final long LONGEST_WAIT_MILLIS = 1_000;
  private static final int LONGEST_QUEUE = 16;

  @Inject Pbkdf2PasswordHash pbkdf2;
  @Inject Settings settings;

  private Semaphore places;

  @PostConstruct
  void configure() {
    places = new Semaphore(settings.security().hashes(), true);
    pbkdf2.initialize(
        Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "32"));
  }

  public String hash(char[] password) {
    return pbkdf2.generate(password);
  }

  /**
   * Compares in constant time.
   *
   * @return whether they match; empty where too many others are being checked
   */
  public Optional<Boolean> matches(char[] password, String hash) {
    if (!admitted()) {
      return Optional.empty();
    }
    try {
      return Optional.of(pbkdf2.verify(password, hash));
    } finally {
      places.release();
    }
  }

  private boolean admitted() {
    if (places.getQueueLength() >= LONGEST_QUEUE) {
      return false;
    }
    try {
      return places.tryAcquire(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
