package org.demandwright.security.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.demandwright.app.Clock;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.demand.DataScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdentityProviderTest {
  private static final String API = "demandwright-api";
  private static final String CLIENT = "demandwright";

  private SmallProvider small;
  private IdentityProvider provider;
  private CodeFlow flow;

  @BeforeEach
  void start() throws Exception {
    small = new SmallProvider();
    start(Map.of());
  }

  private void start(Map<String, String> more) throws Exception {
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "dw.oidc.issuer",
                small.issuer(),
                "dw.oidc.audience",
                API,
                "dw.oidc.client-id",
                CLIENT,
                "dw.oidc.redirect-uri",
                "https://plan.example/login/oidc/callback",
                "dw.oidc.roles",
                "planners=PLANNER,it=ADMIN"));
    all.putAll(more);
    Settings settings = new Settings(new GivenConfig(all));
    Discovery discovery = new Discovery(settings, new Clock());
    provider = new IdentityProvider(settings, discovery);
    flow = new CodeFlow(settings, discovery, provider, new Clock());
  }

  @AfterEach
  void stop() {
    small.close();
  }

  @Test
  void a_good_token_says_who_it_is_about() throws Exception {
    Vouched who = provider.ofAccessToken(small.signed(small.claims(API).build()));
    assertThat(who.subject()).isEqualTo(small.issuer() + " s-1");
    assertThat(who.name()).isEqualTo("olga");
    assertThat(who.roles()).containsExactly("PLANNER");
  }

  @Test
  void a_claim_says_which_companies_somebody_sees() throws Exception {
    String ofTwo = small.signed(small.claims(API).claim("companies", List.of("NL", "DE")).build());
    assertThat(provider.ofAccessToken(ofTwo).seen()).as("nobody asks for it").isEmpty();
    start(Map.of("dw.oidc.company-claim", "companies"));
    assertThat(provider.ofAccessToken(ofTwo).seen())
        .contains(DataScope.ofCompanies(Set.of("DE", "NL")));
    String ofAll = small.signed(small.claims(API).claim("companies", "*").build());
    assertThat(provider.ofAccessToken(ofAll).seen()).contains(DataScope.unrestricted());
    String ofNone = small.signed(small.claims(API).build());
    assertThatThrownBy(() -> provider.ofAccessToken(ofNone))
        .isInstanceOf(NotVouched.class)
        .hasMessageContaining("names 0 companies");
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong("of another issuer", c -> c.issuer("https://other.example")),
        wrong("for others", c -> c.audience("billing")),
        wrong("expired beyond the skew", c -> c.expirationTime(at(-61))),
        wrong("not valid yet", c -> c.notBeforeTime(at(120))),
        wrong("without an end", c -> c.expirationTime(null)),
        wrong("without a subject", c -> c.subject(null)),
        wrong("without a role here", c -> c.claim("groups", List.of("sales"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void a_token_that_is_not_ours_does_not_count(
      String what, UnaryOperator<JWTClaimsSet.Builder> wrong) {
    String token = small.signed(wrong.apply(small.claims(API)).build());
    assertThatThrownBy(() -> provider.ofAccessToken(token)).isInstanceOf(NotVouched.class);
  }

  @Test
  void clocks_may_be_a_little_apart() throws Exception {
    String token = small.signed(small.claims(API).expirationTime(at(-30)).build());
    assertThat(provider.ofAccessToken(token).name()).isEqualTo("olga");
  }

  @Test
  void only_the_providers_keys_and_asymmetric_algorithms_count() throws Exception {
    JWTClaimsSet claims = small.claims(API).build();
    String foreign =
        SmallProvider.signed(
            claims, JWSAlgorithm.RS256, new RSAKeyGenerator(2048).keyID("mine").generate());
    SignedJWT symmetric = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    symmetric.sign(new MACSigner("0123456789abcdef0123456789abcdef"));
    for (String token :
        List.of(foreign, symmetric.serialize(), new PlainJWT(claims).serialize(), "a.b.c")) {
      assertThatThrownBy(() -> provider.ofAccessToken(token)).isInstanceOf(NotVouched.class);
    }
  }

  @Test
  void keys_may_change_and_nobody_makes_us_read_them_without_end() throws Exception {
    provider.ofAccessToken(small.signed(small.claims(API).build()));
    assertThat(small.keyReads()).isEqualTo(1);
    small.rotate();
    assertThat(provider.ofAccessToken(small.signed(small.claims(API).build())).name())
        .isEqualTo("olga");
    assertThat(small.keyReads()).isEqualTo(2);
    RSAKey key = new RSAKeyGenerator(2048).generate();
    for (int i = 0; i < 20; i++) {
      String foreign =
          SmallProvider.signed(
              small.claims(API).build(),
              JWSAlgorithm.RS256,
              new RSAKey.Builder(key).keyID("none" + i).build());
      assertThatThrownBy(() -> provider.ofAccessToken(foreign)).isInstanceOf(NotVouched.class);
    }
    assertThat(small.keyReads()).isLessThanOrEqualTo(3);
  }

  @Test
  void a_person_logs_in_with_code_and_proof() throws Exception {
    small.person("s-7", "pia", List.of("it", "sales"));
    CodeFlow.Begun login = flow.begin("/planner/series.xhtml");
    Map<String, String> back = browse(login);
    Vouched who = flow.end(login, back.get("state"), back.get("code"));
    assertThat(who.name()).isEqualTo("pia");
    assertThat(who.roles()).containsExactly("ADMIN");
    assertThatThrownBy(() -> flow.end(login, back.get("state"), back.get("code")))
        .as("a code counts once")
        .isInstanceOf(NotVouched.class);
  }

  @Test
  void a_login_that_somebody_else_began_does_not_count() throws Exception {
    small.person("s-7", "pia", List.of("it"));
    CodeFlow.Begun mine = flow.begin("/index.xhtml");
    CodeFlow.Begun other = flow.begin("/index.xhtml");
    Map<String, String> back = browse(other);
    assertThatThrownBy(() -> flow.end(mine, back.get("state"), back.get("code")))
        .hasMessageContaining("another state");
    assertThatThrownBy(() -> flow.end(mine, mine.state(), back.get("code")))
        .as("the proof is of another login")
        .hasMessageContaining("400");
    CodeFlow.Begun otherNonce =
        new CodeFlow.Begun(mine.state(), "n", mine.verifier(), "/", Instant.now());
    Map<String, String> again = browse(mine);
    assertThatThrownBy(() -> flow.end(otherNonce, mine.state(), again.get("code")))
        .hasMessageContaining("another login");
    CodeFlow.Begun old = new CodeFlow.Begun("s", "n", "v", "/", Instant.now().minusSeconds(601));
    assertThatThrownBy(() -> flow.end(old, "s", "c")).hasMessageContaining("ten minutes");
    assertThatThrownBy(() -> flow.end(mine, mine.state(), null)).hasMessageContaining("a code");
  }

  /** Goes where a browser would go, and returns what it brings back. */
  private Map<String, String> browse(CodeFlow.Begun login) throws Exception {
    URI address = flow.address(login);
    assertThat(address.toString())
        .contains("code_challenge_method=S256")
        .doesNotContain(login.verifier());
    String location =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
            .headers()
            .firstValue("Location")
            .orElseThrow();
    assertThat(location).startsWith("https://plan.example/login/oidc/callback?");
    String[] parts = location.substring(location.indexOf('?') + 1).split("[=&]");
    return Map.of(parts[0], parts[1], parts[2], parts[3]);
  }

  private static Arguments wrong(String what, UnaryOperator<JWTClaimsSet.Builder> change) {
    return Arguments.of(what, change);
  }

  private static Date at(int seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }
}
