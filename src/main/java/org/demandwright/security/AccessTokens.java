package org.demandwright.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.settings.Settings;
import org.demandwright.security.audit.Origin;
import org.demandwright.store.access.SecretStore;

/**
 * Gives systems a token for their secret (client credentials, RFC 6749 section 4.4), so that the
 * secret itself need not travel with every request. A token lives for minutes and goes with its
 * secret.
 */
@ApplicationScoped
public class AccessTokens {
  private final Logins logins;
  private final SecretStore secrets;
  private final Settings settings;
  private final Clock clock;

  @Inject
  AccessTokens(Logins logins, SecretStore secrets, Settings settings, Clock clock) {
    this.logins = logins;
    this.secrets = secrets;
    this.settings = settings;
    this.clock = clock;
  }

  AccessTokens() {
    this(null, null, null, null);
  }

  /**
   * What a system gets.
   *
   * @param token empty where it is not let in
   * @param life of the token; how long to wait before the next attempt where there is none, zero
   *     where there is no need
   */
  public record Given(Optional<String> token, Duration life) {
    /** Leaves the token out, so that it never reaches a log. */
    @Override
    public String toString() {
      return token.isPresent() ? "given" : "refused";
    }
  }

  /** Gives a token to a system that brings its name and one of its secrets. */
  public Given give(HttpServletRequest request, String client, String secret) {
    Admission admission =
        logins.byPassword(client, secret.toCharArray(), Origin.of(request), false);
    Optional<SecretStore.Secret> kept =
        admission.caller().isEmpty()
            ? Optional.empty()
            : secrets.find(RandomSecret.hash(secret)).filter(s -> s.account().equals(client));
    if (kept.isEmpty()) {
      return new Given(Optional.empty(), admission.retryAfter());
    }
    String token = RandomSecret.draw(RandomSecret.TOKEN);
    Instant now = clock.now();
    Duration life = settings.security().token();
    secrets.give(RandomSecret.hash(token), kept.get().secretId(), now, now.plus(life));
    return new Given(Optional.of(token), life);
  }

  /** Gives a token to a system that brings both in the header {@code Authorization}. */
  public Optional<Given> give(HttpServletRequest request) {
    return BasicCredentials.parse(request.getHeader("Authorization"))
        .map(c -> give(request, c.getCaller(), c.getPasswordAsString()));
  }
}
