package org.demandwright.security;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;

/** Salted PBKDF2 with HMAC-SHA-512 and 210,000 iterations; the hash carries its parameters. */
@ApplicationScoped
public class PasswordHashing {
  @Inject Pbkdf2PasswordHash pbkdf2;

  @PostConstruct
  void configure() {
    pbkdf2.initialize(
        Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "32"));
  }

  String hash(char[] password) {
    return pbkdf2.generate(password);
  }

  /** Compares in constant time. */
  boolean matches(char[] password, String hash) {
    return pbkdf2.verify(password, hash);
  }
}
