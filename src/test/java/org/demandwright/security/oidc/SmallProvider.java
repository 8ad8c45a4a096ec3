package org.demandwright.security.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An identity provider on this machine, as small as OpenID Connect allows: discovery, keys,
 * authorization with PKCE where everybody is logged in as {@code person}, and the exchange of
 * codes.
 */
public final class SmallProvider implements AutoCloseable {
  private static final int KEY_BITS = 2048;

  private final HttpServer http;
  private final List<RSAKey> keys = new ArrayList<>();
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private final AtomicInteger keyReads = new AtomicInteger();
  private JWTClaimsSet person;

  public SmallProvider() throws IOException, JOSEException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    rotate();
    http.createContext("/.well-known/openid-configuration", e -> answer(e, 200, discovery()));
    http.createContext("/keys", this::keys);
    http.createContext("/authorize", this::authorize);
    http.createContext("/token", this::exchange);
    http.start();
  }

  public String issuer() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  /** Says who logs in from now on. */
  public void person(String subject, String name, List<String> groups) {
    person =
        new JWTClaimsSet.Builder()
            .subject(subject)
            .claim("preferred_username", name)
            .claim("groups", groups)
            .build();
  }

  /** Signs with a new key from now on; those of before stay published. */
  public void rotate() throws JOSEException {
    keys.add(new RSAKeyGenerator(KEY_BITS).keyID(UUID.randomUUID().toString()).generate());
  }

  /** Returns how often the keys were read. */
  public int keyReads() {
    return keyReads.get();
  }

  /** Returns claims of a good token for {@code audience} that lives for a minute. */
  public JWTClaimsSet.Builder claims(String audience) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .audience(audience)
        .subject("s-1")
        .claim("preferred_username", "olga")
        .claim("groups", List.of("planners"))
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(60)));
  }

  /** Signs claims with the newest key. */
  public String signed(JWTClaimsSet claims) {
    return signed(claims, JWSAlgorithm.RS256, keys.get(keys.size() - 1));
  }

  static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, RSAKey key) {
    try {
      SignedJWT token =
          new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private String discovery() {
    return ("{\"issuer\":\"%1$s\",\"authorization_endpoint\":\"%1$s/authorize\","
            + "\"token_endpoint\":\"%1$s/token\",\"jwks_uri\":\"%1$s/keys\"}")
        .formatted(issuer());
  }

  private void keys(HttpExchange exchange) throws IOException {
    keyReads.incrementAndGet();
    answer(exchange, 200, new JWKSet(List.copyOf(keys)).toString(true));
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
    String code = UUID.randomUUID().toString();
    codes.put(code, query);
    exchange
        .getResponseHeaders()
        .set(
            "Location",
            query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state"));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void exchange(HttpExchange exchange) throws IOException {
    Map<String, String> body =
        form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Map<String, String> begun = codes.remove(body.getOrDefault("code", ""));
    if (begun == null
        || !challenge(body.getOrDefault("code_verifier", "")).equals(begun.get("code_challenge"))
        || !begun.get("redirect_uri").equals(body.get("redirect_uri"))) {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    Instant now = Instant.now();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder(person)
            .issuer(issuer())
            .audience(begun.get("client_id"))
            .claim("nonce", begun.get("nonce"))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(60)))
            .build();
    answer(exchange, 200, "{\"id_token\":\"" + signed(claims) + "\",\"token_type\":\"Bearer\"}");
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> form(String text) {
    Map<String, String> form = new TreeMap<>();
    for (String pair : text.split("&")) {
      String[] parts = pair.split("=", 2);
      form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return form;
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
