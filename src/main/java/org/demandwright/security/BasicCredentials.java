package org.demandwright.security;

import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Reads the header {@code Authorization: Basic …} (RFC 7617) as UTF-8. */
final class BasicCredentials {
  private static final String SCHEME = "Basic ";

  private BasicCredentials() {}

  /** Returns the credentials, empty when the header is missing, of another scheme or broken. */
  static Optional<UsernamePasswordCredential> parse(String header) {
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    return decode(header.substring(SCHEME.length()).strip())
        .filter(pair -> pair.indexOf(':') > 0)
        .map(BasicCredentials::split);
  }

  private static Optional<String> decode(String base64) {
    try {
      return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static UsernamePasswordCredential split(String pair) {
    int colon = pair.indexOf(':');
    return new UsernamePasswordCredential(pair.substring(0, colon), pair.substring(colon + 1));
  }
}
