package org.demandwright.app.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.demandwright.core.demand.DataScope;
import org.eclipse.microprofile.config.Config;

/**
 * The identity provider that vouches for people and systems.
 *
 * @param issuer empty = there is none, and only accounts of this installation log in
 * @param client by which the provider knows this installation; empty = people do not log in with
 *     the provider, its tokens are only taken at the API
 * @param secret of that client, empty where it has none and PKCE alone protects the login
 * @param redirect where the provider sends people back to; ends in {@code /login/oidc/callback}
 * @param audience that access tokens must be made for to count at the API; empty = none counts
 * @param nameClaim the claim that a person or system is called by here
 * @param roleClaim the claim with their roles or groups; a dot goes into an object
 * @param roles which of its values give which of ours
 * @param companyClaim the claim with the companies whose data somebody sees; empty = tokens do not
 *     say, and an administrator restricts accounts
 * @param firstCompanies what an account sees that is made by a first login, where no claim says;
 *     empty = everything
 * @param skew how far the clocks may be apart
 */
public record OidcSettings(
    Optional<URI> issuer,
    Optional<String> client,
    Optional<String> secret,
    Optional<URI> redirect,
    List<String> scopes,
    Optional<String> audience,
    String nameClaim,
    String roleClaim,
    Map<String, String> roles,
    Optional<String> companyClaim,
    Optional<Set<String>> firstCompanies,
    Duration skew) {
  private static final Set<String> OURS = Set.of("ADMIN", "PLANNER", "API", "VIEWER");
  private static final String CALLBACK = "/login/oidc/callback";

  private static final Setting<Optional<URI>> ISSUER =
      Setting.open(
          "dw.oidc.issuer",
          "none",
          "",
          Allowed.parsed(
              "an address that begins with https:// (http:// on this machine alone)",
              OidcSettings::issuer),
          "the identity provider, as it calls itself in its tokens; what it offers is read from"
              + " `/.well-known/openid-configuration` below it");

  private static final Setting<Optional<String>> CLIENT =
      Setting.open(
          "dw.oidc.client-id",
          "none",
          "",
          Allowed.AS_IS,
          "by which the provider knows this installation; without it people do not log in there");

  private static final Setting<Optional<String>> SECRET =
      Setting.open(
          "dw.oidc.client-secret",
          "none",
          "",
          Allowed.AS_IS,
          "of that client; better given as the environment variable `DW_OIDC_CLIENT_SECRET` or in"
              + " a file than on a command line, which every user of the machine can read");

  private static final Setting<Optional<String>> SECRET_FILE =
      Setting.open(
          "dw.oidc.client-secret-file",
          "none",
          "",
          Allowed.parsed("a file that can be read", OidcSettings::read),
          "a file whose first line is that secret");

  private static final Setting<Optional<URI>> REDIRECT =
      Setting.open(
          "dw.oidc.redirect-uri",
          "none",
          "",
          Allowed.parsed("an address that ends in " + CALLBACK, OidcSettings::redirect),
          "where the provider sends people back to: this installation's address as browsers see"
              + " it, with `"
              + CALLBACK
              + "`; needed with a client");

  private static final Setting<String> SCOPES =
      Setting.of(
          "dw.oidc.scopes",
          "openid profile",
          "",
          Allowed.AS_IS,
          "what is asked of the provider, separated by spaces");

  private static final Setting<Optional<String>> AUDIENCE =
      Setting.open(
          "dw.oidc.audience",
          "none",
          "",
          Allowed.AS_IS,
          "for whom access tokens of the provider must be made (`aud`) to count at the API; without"
              + " it none counts");

  private static final Setting<String> NAME =
      Setting.of(
          "dw.oidc.name-claim",
          "preferred_username",
          "",
          Allowed.AS_IS,
          "the claim that somebody is called by here; where a token lacks it, its subject");

  private static final Setting<String> ROLE =
      Setting.of(
          "dw.oidc.role-claim",
          "groups",
          "",
          Allowed.AS_IS,
          "the claim with roles or groups; `realm_access.roles` goes into an object");

  private static final Setting<Optional<Map<String, String>>> ROLES =
      Setting.open(
          "dw.oidc.roles",
          "none",
          "",
          Allowed.parsed("pairs such as `demand-planners=PLANNER,it=ADMIN`", OidcSettings::pairs),
          "which values of that claim give which roles; somebody who has none of them is not let"
              + " in");

  private static final Setting<Optional<String>> COMPANY =
      Setting.open(
          "dw.oidc.company-claim",
          "none",
          "",
          Allowed.AS_IS,
          "the claim with the companies whose data somebody sees, `*` among them = everything; a login"
              + " keeps the account to them, a token is worth its own, and whoever has none is not let"
              + " in. Without this setting an administrator restricts accounts");

  private static final Setting<Optional<Set<String>>> FIRST_COMPANIES =
      Setting.open(
          "dw.oidc.new-account-companies",
          "all",
          "",
          Allowed.parsed("names of companies, separated by commas", OidcSettings::names),
          "the companies whose data an account sees that a first login makes, until an administrator"
              + " changes it; set it where accounts are restricted. Accounts that are there keep"
              + " theirs");

  private static final Setting<Integer> SKEW =
      Setting.of(
          "dw.oidc.clock-skew",
          "60",
          "s",
          Allowed.between(0, 300),
          "how far the provider's clock and this server's may be apart");

  static final Concern CONCERN =
      new Concern(
          "Identity provider",
          List.of(
              ISSUER,
              CLIENT,
              SECRET,
              SECRET_FILE,
              REDIRECT,
              SCOPES,
              AUDIENCE,
              NAME,
              ROLE,
              ROLES,
              COMPANY,
              FIRST_COMPANIES,
              SKEW));

  static OidcSettings in(Config config) {
    OidcSettings oidc =
        new OidcSettings(
            ISSUER.in(config),
            CLIENT.in(config),
            SECRET_FILE.in(config).or(() -> SECRET.in(config)),
            REDIRECT.in(config),
            List.of(SCOPES.in(config).split(" +")),
            AUDIENCE.in(config),
            NAME.in(config),
            ROLE.in(config),
            ROLES.in(config).orElse(Map.of()),
            COMPANY.in(config),
            FIRST_COMPANIES.in(config),
            Duration.ofSeconds(SKEW.in(config)));
    if (oidc.client.isPresent() && (oidc.issuer.isEmpty() || oidc.redirect.isEmpty())) {
      throw new IllegalStateException(
          CLIENT.key() + " is set; it needs " + ISSUER.key() + " and " + REDIRECT.key() + " too");
    }
    if (oidc.audience.isPresent() && oidc.issuer.isEmpty()) {
      throw new IllegalStateException(AUDIENCE.key() + " is set; it needs " + ISSUER.key());
    }
    return oidc;
  }

  /** Returns whether people can log in with the provider. */
  public boolean letsPeopleIn() {
    return client.isPresent();
  }

  /** Leaves the secret out, so that it never reaches a log. */
  @Override
  public String toString() {
    return "OidcSettings[" + issuer.map(URI::toString).orElse("none") + "]";
  }

  private static URI issuer(String text) {
    URI uri = URI.create(text);
    boolean local =
        "http".equals(uri.getScheme()) && Set.of("localhost", "127.0.0.1").contains(uri.getHost());
    if (!"https".equals(uri.getScheme()) && !local) {
      throw new IllegalArgumentException(text);
    }
    return uri;
  }

  private static URI redirect(String text) {
    URI uri = URI.create(text);
    if (!uri.isAbsolute() || !uri.getPath().endsWith(CALLBACK)) {
      throw new IllegalArgumentException(text);
    }
    return uri;
  }

  private static String read(String file) {
    try {
      return Files.readAllLines(Path.of(file)).stream()
          .findFirst()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .orElseThrow(() -> new IllegalArgumentException(file));
    } catch (IOException e) {
      throw new IllegalArgumentException(file, new UncheckedIOException(e));
    }
  }

  private static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    Arrays.stream(text.split(",")).map(String::strip).forEach(pair -> put(pairs, pair));
    return pairs;
  }

  private static Set<String> names(String text) {
    Set<String> names = new TreeSet<>();
    Arrays.stream(text.split(",")).map(String::strip).forEach(names::add);
    if (names.contains("") || names.size() > DataScope.MOST) {
      throw new IllegalArgumentException(text);
    }
    return names;
  }

  private static void put(Map<String, String> pairs, String pair) {
    int equals = pair.lastIndexOf('=');
    if (equals < 1 || !OURS.contains(pair.substring(equals + 1))) {
      throw new IllegalArgumentException(pair);
    }
    pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
  }
}
