package org.demandwright.security.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.Serializable;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.demandwright.app.Clock;
import org.demandwright.app.settings.OidcSettings;
import org.demandwright.app.settings.Settings;

/**
 * The login of a person with the identity provider: authorization code with PKCE (S256), state and
 * nonce. What a login was begun with stays in the browser's session until it comes back, once and
 * within ten minutes.
 */
@ApplicationScoped
public class CodeFlow {
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final OidcSettings oidc;
  private final Discovery discovery;
  private final IdentityProvider provider;
  private final Clock clock;

  @Inject
  public CodeFlow(Settings settings, Discovery discovery, IdentityProvider provider, Clock clock) {
    this.oidc = settings.oidc();
    this.discovery = discovery;
    this.provider = provider;
    this.clock = clock;
  }

  CodeFlow() {
    this.oidc = null;
    this.discovery = null;
    this.provider = null;
    this.clock = null;
  }

  /**
   * A login that was begun.
   *
   * @param state comes back with the browser
   * @param nonce comes back within the ID token
   * @param verifier proves to the provider that whoever brings the code began the login
   * @param to the page that was wanted
   */
  public record Begun(String state, String nonce, String verifier, String to, Instant at)
      implements Serializable {}

  /** Returns whether people can log in with a provider. */
  public boolean isOffered() {
    return oidc.letsPeopleIn();
  }

  public Begun begin(String to) {
    return new Begun(random(), random(), random(), to, clock.now());
  }

  /** Returns where the browser goes to log in. */
  public URI address(Begun login) throws NotVouched {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", oidc.client().orElseThrow());
    query.put("redirect_uri", oidc.redirect().orElseThrow().toString());
    query.put("scope", String.join(" ", oidc.scopes()));
    query.put("state", login.state());
    query.put("nonce", login.nonce());
    query.put("code_challenge", challenge(login.verifier()));
    query.put("code_challenge_method", "S256");
    URI base = discovery.document().authorization();
    return URI.create(base + (base.getQuery() == null ? "?" : "&") + form(query));
  }

  /**
   * Returns who has logged in.
   *
   * @param state and code as the browser brought them back
   */
  public Vouched end(Begun login, String state, String code) throws NotVouched {
    if (state == null || !same(state, login.state())) {
      throw new NotVouched("The login came back with another state");
    }
    if (clock.now().isAfter(login.at().plus(LIFE))) {
      throw new NotVouched("The login took more than ten minutes");
    }
    if (code == null || code.isBlank()) {
      throw new NotVouched("The login came back without a code");
    }
    JsonObject tokens = discovery.send(exchange(login, code));
    String idToken = tokens.getString("id_token", "");
    if (idToken.isEmpty()) {
      throw new NotVouched("The identity provider gave no ID token");
    }
    return provider.ofIdToken(idToken, login.nonce());
  }

  private HttpRequest exchange(Begun login, String code) throws NotVouched {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("grant_type", "authorization_code");
    body.put("code", code);
    body.put("redirect_uri", oidc.redirect().orElseThrow().toString());
    body.put("client_id", oidc.client().orElseThrow());
    body.put("code_verifier", login.verifier());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(discovery.document().token())
            .timeout(LIMIT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json");
    oidc.secret()
        .ifPresent(
            secret -> {
              String pair = encoded(oidc.client().orElseThrow()) + ":" + encoded(secret);
              request.header(
                  "Authorization",
                  "Basic "
                      + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
            });
    return request.POST(HttpRequest.BodyPublishers.ofString(form(body))).build();
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }

  private static String random() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  private static String form(Map<String, String> values) {
    return values.entrySet().stream()
        .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
