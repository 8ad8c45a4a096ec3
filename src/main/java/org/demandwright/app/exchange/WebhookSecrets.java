package org.demandwright.app.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.demandwright.app.settings.Settings;
import org.demandwright.security.PasswordFile;
import org.demandwright.security.RandomSecret;

/**
 * The secrets by which receivers know that it is us who tell them something. None is kept: each is
 * HMAC-SHA256 of the webhook's number and its count of secrets under the installation's key, which
 * lies in a setting or a file and never in the store.
 */
@ApplicationScoped
public class WebhookSecrets {
  private static final String PREFIX = "dwh_";
  private static final String FILE = "webhook.key";

  private final Settings settings;
  private byte[] key;

  @Inject
  WebhookSecrets(Settings settings) {
    this.settings = settings;
  }

  WebhookSecrets() {
    this(null);
  }

  /** Returns a secret, which is told once and made again whenever something is signed. */
  String secret(long webhookId, int version) {
    byte[] derived = hmac(key(), "webhook/%d/%d".formatted(webhookId, version));
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(derived);
  }

  /** Returns what tells the installation's key from others, and nothing about it. */
  String keyMark() {
    return HexFormat.of().formatHex(hmac(key(), "mark"), 0, 8);
  }

  /**
   * Returns the signature of a message: HMAC-SHA256 over the timestamp, a full stop and the body,
   * hexadecimal.
   *
   * @param timestamp seconds since 1970
   */
  public static String signature(String secret, long timestamp, String body) {
    return HexFormat.of()
        .formatHex(hmac(secret.getBytes(StandardCharsets.UTF_8), timestamp + "." + body));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("This Java has no HMAC-SHA256", e);
    }
  }

  private synchronized byte[] key() {
    if (key == null) {
      key =
          settings
              .exchange()
              .webhookKey()
              .orElseGet(() -> ofFile(settings.store().dataDir().resolve(FILE)))
              .getBytes(StandardCharsets.UTF_8);
    }
    return key;
  }

  private static String ofFile(Path file) {
    try {
      if (!Files.exists(file)) {
        new PasswordFile(file).write(RandomSecret.draw(""));
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The key of webhooks cannot be kept in " + file.toAbsolutePath(), e);
    }
  }
}
