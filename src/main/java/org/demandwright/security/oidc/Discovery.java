package org.demandwright.security.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.demandwright.app.Clock;
import org.demandwright.app.settings.OidcSettings;
import org.demandwright.app.settings.Settings;

/**
 * What the identity provider offers, read once from where OpenID Connect Discovery puts it; a
 * provider that does not answer is asked again next time.
 */
@ApplicationScoped
public class Discovery {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final OidcSettings oidc;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();
  private final Clock clock;
  private Document document;
  private NotVouched failure;
  private Instant askAgain;

  @Inject
  public Discovery(Settings settings, Clock clock) {
    this.oidc = settings.oidc();
    this.clock = clock;
  }

  Discovery() {
    this.oidc = null;
    this.clock = null;
  }

  /**
   * Where to ask the provider for what.
   *
   * @param authorization where people log in
   * @param token where a code is exchanged for tokens
   * @param keys by which its tokens are verified
   */
  record Document(URI authorization, URI token, URI keys) {}

  /** Where it could not be read it is not asked again for a while: everybody would wait for it. */
  synchronized Document document() throws NotVouched {
    if (document != null) {
      return document;
    }
    Instant now = clock.now();
    if (failure != null && now.isBefore(askAgain)) {
      throw new NotVouched(failure.getMessage(), failure);
    }
    try {
      document = read();
      return document;
    } catch (NotVouched e) {
      failure = e;
      askAgain = now.plus(PAUSE);
      throw e;
    }
  }

  private Document read() throws NotVouched {
    String issuer = oidc.issuer().orElseThrow().toString();
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    JsonObject found =
        send(
            HttpRequest.newBuilder(URI.create(base + "/.well-known/openid-configuration"))
                .timeout(LIMIT)
                .build());
    if (!issuer.equals(found.getString("issuer", ""))) {
      throw new NotVouched(
          "The provider calls itself '%s' and not dw.oidc.issuer".formatted(found.get("issuer")));
    }
    return new Document(
        address(found, "authorization_endpoint"),
        address(found, "token_endpoint"),
        address(found, "jwks_uri"));
  }

  private static URI address(JsonObject found, String name) throws NotVouched {
    try {
      return URI.create(found.getString(name));
    } catch (NullPointerException | ClassCastException | IllegalArgumentException e) {
      throw new NotVouched("The provider does not say its " + name, e);
    }
  }

  /** Sends a request to the provider and returns the JSON object that it answers with. */
  JsonObject send(HttpRequest request) throws NotVouched {
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new NotVouched(
            "The identity provider answers " + answer.statusCode() + " at " + request.uri());
      }
      try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
        return reader.readObject();
      }
    } catch (IOException | JsonException e) {
      throw new NotVouched("The identity provider does not answer at " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotVouched("The server is stopping", e);
    }
  }
}
