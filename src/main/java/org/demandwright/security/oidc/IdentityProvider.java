package org.demandwright.security.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.demandwright.app.settings.OidcSettings;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.demand.DataScope;

/**
 * Verifies tokens of the identity provider: signed by one of its keys with an asymmetric algorithm,
 * made by it, for us, and not expired. Keys are kept for five minutes; a token that names one that
 * is not among them has them read again, at most every half minute, so that keys may change and
 * nobody can make this server ask without end.
 */
@ApplicationScoped
public class IdentityProvider {
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  /** Among the companies of a claim: all of them. */
  private static final String EVERYTHING = "*";

  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final int MOST_BYTES = 256 * 1024;
  private static final Duration KEYS_LIVE = Duration.ofMinutes(5);
  private static final Duration KEYS_READ = Duration.ofSeconds(30);

  private final OidcSettings oidc;
  private final Discovery discovery;
  private JWKSource<SecurityContext> keys;

  @Inject
  public IdentityProvider(Settings settings, Discovery discovery) {
    this.oidc = settings.oidc();
    this.discovery = discovery;
  }

  IdentityProvider() {
    this.oidc = null;
    this.discovery = null;
  }

  /** Returns who an access token for the API is about. */
  public Vouched ofAccessToken(String token) throws NotVouched {
    String audience =
        oidc.audience()
            .orElseThrow(() -> new NotVouched("Tokens of an identity provider are not taken here"));
    return vouched(verified(token, audience, Set.of("JWT", "at+jwt", "application/at+jwt")));
  }

  /**
   * Returns who an ID token is about that was made for our own login.
   *
   * @param nonce that the login was begun with
   */
  Vouched ofIdToken(String token, String nonce) throws NotVouched {
    JWTClaimsSet claims = verified(token, oidc.client().orElseThrow(), Set.of("JWT"));
    if (!nonce.equals(claims.getClaim("nonce"))) {
      throw new NotVouched("The ID token was made for another login");
    }
    List<String> audience = claims.getAudience();
    Object party = claims.getClaim("azp");
    if (audience.size() > 1 && party == null
        || party != null && !party.equals(oidc.client().orElseThrow())) {
      throw new NotVouched("The ID token was made for another client");
    }
    return vouched(claims);
  }

  private JWTClaimsSet verified(String token, String audience, Set<String> types)
      throws NotVouched {
    JWT parsed = parsed(token);
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(types(types));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys()));
    DefaultJWTClaimsVerifier<SecurityContext> claims =
        new DefaultJWTClaimsVerifier<>(
            audience,
            new JWTClaimsSet.Builder().issuer(oidc.issuer().orElseThrow().toString()).build(),
            Set.of("sub", "exp", "iat"));
    claims.setMaxClockSkew((int) oidc.skew().toSeconds());
    processor.setJWTClaimsSetVerifier(claims);
    try {
      return processor.process(parsed, null);
    } catch (BadJOSEException e) {
      throw new NotVouched("The token does not count: " + e.getMessage(), e);
    } catch (JOSEException e) {
      throw new NotVouched("The provider's keys cannot be read: " + e.getMessage(), e);
    }
  }

  /** What is no token is told so before the provider is asked for anything. */
  private static JWT parsed(String token) throws NotVouched {
    try {
      return JWTParser.parse(token);
    } catch (ParseException e) {
      throw new NotVouched("The token does not count: " + e.getMessage(), e);
    }
  }

  private synchronized JWKSource<SecurityContext> keys() throws NotVouched {
    if (keys == null) {
      try {
        keys =
            JWKSourceBuilder.<SecurityContext>create(
                    discovery.document().keys().toURL(),
                    new DefaultResourceRetriever(
                        (int) LIMIT.toMillis(), (int) LIMIT.toMillis(), MOST_BYTES))
                .cache(KEYS_LIVE.toMillis(), LIMIT.multipliedBy(2).toMillis())
                .rateLimited(KEYS_READ.toMillis())
                .build();
      } catch (MalformedURLException e) {
        throw new NotVouched("The address of the provider's keys is none", e);
      }
    }
    return keys;
  }

  private Vouched vouched(JWTClaimsSet claims) throws NotVouched {
    String subject = claims.getSubject();
    String name =
        Optional.ofNullable(claims.getClaim(oidc.nameClaim()))
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .filter(text -> !text.isBlank())
            .orElse(subject);
    Set<String> roles = new TreeSet<>();
    for (Object value : values(claims.getClaims(), oidc.roleClaim())) {
      Optional.ofNullable(oidc.roles().get(String.valueOf(value))).ifPresent(roles::add);
    }
    if (roles.isEmpty()) {
      throw new NotVouched("None of the values of " + oidc.roleClaim() + " gives a role here");
    }
    return new Vouched(claims.getIssuer() + " " + subject, name, roles, seen(claims));
  }

  /** The part of the data that a token speaks of, where tokens are asked for it. */
  private Optional<DataScope> seen(JWTClaimsSet claims) throws NotVouched {
    if (oidc.companyClaim().isEmpty()) {
      return Optional.empty();
    }
    String claim = oidc.companyClaim().get();
    Set<String> companies = new TreeSet<>();
    values(claims.getClaims(), claim).forEach(value -> companies.add(String.valueOf(value)));
    if (companies.contains(EVERYTHING)) {
      return Optional.of(DataScope.unrestricted());
    }
    if (companies.isEmpty() || companies.size() > DataScope.MOST) {
      throw new NotVouched(
          "%s names %d companies; 1 to %d are needed, or %s for all"
              .formatted(claim, companies.size(), DataScope.MOST, EVERYTHING));
    }
    return Optional.of(DataScope.ofCompanies(companies));
  }

  private static Collection<?> values(Map<String, Object> claims, String claim) {
    Object at = claims.get(claim);
    if (at == null) {
      at = claims;
      for (String part : claim.split("\\.")) {
        at = at instanceof Map<?, ?> object ? object.get(part) : null;
      }
    }
    if (at instanceof Collection<?> all) {
      return all;
    }
    return at instanceof String text ? List.of(text.split(" ")) : List.of();
  }

  /** Which kinds of tokens count; one that does not say its kind counts. */
  private static DefaultJOSEObjectTypeVerifier<SecurityContext> types(Set<String> names) {
    Set<JOSEObjectType> types = new HashSet<>();
    names.forEach(name -> types.add(new JOSEObjectType(name)));
    types.add(null);
    return new DefaultJOSEObjectTypeVerifier<>(types);
  }
}
