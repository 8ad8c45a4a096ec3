package org.demandwright.rest.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.restassured.http.Cookies;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.demandwright.security.oidc.SmallProvider;
import org.demandwright.server.PayaraServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * How people and systems come in: passwords, secrets, tokens, an identity provider; what slows down
 * whoever guesses; what a proxy with TLS changes; what is recorded, and what is never.
 */
@TestMethodOrder(OrderAnnotation.class)
class LoginsServerIT {
  private static final String CHOSEN = "tea cups and rain";
  private static final List<String> SECRETS = new ArrayList<>(List.of(CHOSEN));

  private static SmallProvider provider;
  private static PayaraServer server;
  private static String password;

  @BeforeAll
  static void start() throws Exception {
    provider = new SmallProvider();
    server = PayaraServer.in(PayaraServer.freshFolder("logins"));
    server
        .set("dw.store.url", "jdbc:h2:file:" + server.data().resolve("store") + ";WRITE_DELAY=0")
        .set("dw.security.proxies", "127.0.0.1")
        .set("dw.oidc.issuer", provider.issuer())
        .set("dw.oidc.client-id", "demandwright")
        .set("dw.oidc.redirect-uri", server.url("/login/oidc/callback").toString())
        .set("dw.oidc.audience", "demandwright-api")
        .set("dw.oidc.roles", "planners=PLANNER,readers=VIEWER")
        .start();
    password = server.password();
    SECRETS.add(password);
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
    provider.close();
  }

  @Test
  @Order(1)
  void a_new_account_chooses_its_password_first() {
    Response made =
        admin().body("{\"name\":\"ann\",\"roles\":[\"PLANNER\"]}").post(api("accounts"));
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    assertThat(made.header("Location")).endsWith("/api/v1/accounts/ann");
    String first = made.path("password");
    SECRETS.add(first);
    assertThat(basic("ann", first).get(api("forecast-versions")).statusCode()).isEqualTo(403);
    assertThat(change("ann", first, "short").statusCode()).isEqualTo(400);
    assertThat(change("ann", first, CHOSEN).statusCode()).isEqualTo(204);
    assertThat(basic("ann", first).get(api("forecast-versions")).statusCode()).isEqualTo(401);
    assertThat(basic("ann", CHOSEN).get(api("forecast-versions")).statusCode()).isEqualTo(200);
  }

  private static Response change(String name, String current, String chosen) {
    return basic(name, current)
        .contentType("application/json")
        .body(Map.of("current", current, "chosen", chosen))
        .post(api("account/password"));
  }

  @Test
  @Order(2)
  void a_session_ends_when_its_account_is_locked_or_changed() {
    Cookies session = logIn("ann", CHOSEN);
    assertThat(page(session).statusCode()).isEqualTo(200);
    Response account = admin().get(api("accounts/ann"));
    Response locked =
        admin()
            .header("If-Match", account.header("ETag"))
            .body("{\"roles\":[\"PLANNER\"],\"locked\":true}")
            .put(api("accounts/ann"));
    assertThat(locked.statusCode()).as(locked.asString()).isEqualTo(200);
    assertThat(page(session).statusCode()).isEqualTo(302);
    assertThat(basic("ann", CHOSEN).get(api("forecast-versions")).statusCode()).isEqualTo(401);
    admin()
        .header("If-Match", "*")
        .body("{\"roles\":[\"VIEWER\"],\"locked\":false}")
        .put(api("accounts/ann"));
    assertThat(page(session).statusCode()).as("its session does not come back").isEqualTo(302);
    Cookies again = logIn("ann", CHOSEN);
    assertThat(page(again).statusCode()).isEqualTo(200);
    assertThat(page(again).asString()).doesNotContain("rollBack");
  }

  @Test
  @Order(3)
  void the_last_administrator_stays_one() {
    Response answer =
        admin()
            .header("If-Match", "*")
            .body("{\"roles\":[\"ADMIN\"],\"locked\":true}")
            .put(api("accounts/admin"));
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(409);
  }

  @Test
  @Order(4)
  void a_system_comes_in_by_secret_and_token_until_it_is_taken_away() {
    admin().body("{\"name\":\"mrp\",\"roles\":[\"API\"]}").post(api("api-clients"));
    Response drawn = admin().body("{}").post(api("api-clients/mrp/secrets"));
    assertThat(drawn.statusCode()).as(drawn.asString()).isEqualTo(201);
    String secret = drawn.path("secret");
    SECRETS.add(secret);
    assertThat(basic("mrp", secret).get(api("forecast-versions")).statusCode()).isEqualTo(200);
    assertThat(bearer(secret).get(api("forecast-versions")).statusCode()).isEqualTo(200);
    assertThat(bearer(secret).get(api("accounts")).statusCode()).isEqualTo(403);
    Response given =
        given()
            .auth()
            .preemptive()
            .basic("mrp", secret)
            .formParam("grant_type", "client_credentials")
            .post(server.url("/oauth/token").toString());
    assertThat(given.statusCode()).as(given.asString()).isEqualTo(200);
    assertThat(given.header("Cache-Control")).isEqualTo("no-store");
    String token = given.path("access_token");
    SECRETS.add(token);
    assertThat(bearer(token).get(api("forecast-versions")).statusCode()).isEqualTo(200);
    String second = admin().body("{}").post(api("api-clients/mrp/secrets")).path("secret");
    SECRETS.add(second);
    int id = drawn.path("secretId");
    assertThat(admin().get(api("api-clients/mrp/secrets")).<String>path("rows[0].lastUsedAt"))
        .as("used by name and secret, too")
        .isNotNull();
    assertThat(admin().delete(api("api-clients/mrp/secrets/" + id)).statusCode()).isEqualTo(204);
    assertThat(bearer(secret).get(api("forecast-versions")).statusCode()).isEqualTo(401);
    assertThat(basic("mrp", secret).get(api("forecast-versions")).statusCode()).isEqualTo(401);
    assertThat(bearer(token).get(api("forecast-versions")).statusCode()).isEqualTo(401);
    assertThat(bearer(second).get(api("forecast-versions")).statusCode()).isEqualTo(200);
    assertThat(
            given()
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", "mrp")
                .formParam("client_secret", "dws_wrong")
                .post(server.url("/oauth/token").toString())
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  @Order(5)
  void a_token_of_the_identity_provider_counts_while_it_is_good() {
    String good = provider.signed(provider.claims("demandwright-api").build());
    SECRETS.add(good);
    assertThat(bearer(good).get(api("forecast-versions")).statusCode()).isEqualTo(200);
    JWTClaimsSet old =
        provider
            .claims("demandwright-api")
            .expirationTime(Date.from(Instant.now().minusSeconds(300)))
            .build();
    assertThat(bearer(provider.signed(old)).get(api("forecast-versions")).statusCode())
        .isEqualTo(401);
    assertThat(
            bearer(provider.signed(provider.claims("others").build()))
                .get(api("forecast-versions"))
                .statusCode())
        .isEqualTo(401);
    assertThat(admin().get(api("accounts/olga")).path("kind").toString()).isEqualTo("OUTSIDE");
    admin()
        .header("If-Match", "*")
        .body("{\"roles\":[\"PLANNER\"],\"locked\":true}")
        .put(api("accounts/olga"));
    assertThat(bearer(good).get(api("forecast-versions")).statusCode()).isEqualTo(401);
  }

  @Test
  @Order(6)
  void a_person_logs_in_with_the_identity_provider() {
    provider.person("s-9", "pia", List.of("planners"));
    Response begun = plain().get(server.url("/login/oidc?to=/planner/versions.xhtml").toString());
    assertThat(begun.statusCode()).isEqualTo(302);
    Cookies session = begun.detailedCookies();
    Response back = plain().urlEncodingEnabled(false).get(begun.header("Location"));
    Response in = plain().urlEncodingEnabled(false).cookies(session).get(back.header("Location"));
    assertThat(in.header("Location")).endsWith("/planner/versions.xhtml");
    assertThat(in.cookie("JSESSIONID")).as("a new id").isNotEqualTo(session.getValue("JSESSIONID"));
    assertThat(page(in.detailedCookies()).asString()).contains("pia");
    Response again =
        plain().urlEncodingEnabled(false).cookies(session).get(back.header("Location"));
    assertThat(again.header("Location")).as("once").contains("refused=oidc");
    provider.person("s-10", "admin", List.of("planners"));
    Response other = plain().get(server.url("/login/oidc").toString());
    Response taken =
        plain()
            .urlEncodingEnabled(false)
            .cookies(other.detailedCookies())
            .get(
                plain().urlEncodingEnabled(false).get(other.header("Location")).header("Location"));
    assertThat(taken.header("Location")).as("the name of another").contains("refused=oidc");
  }

  @Test
  @Order(7)
  void behind_a_proxy_with_tls_cookies_are_secure_and_browsers_stay_there() {
    Response form =
        given().header("X-Forwarded-Proto", "https").get(server.url("/login.xhtml").toString());
    assertThat(form.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
    assertThat(form.detailedCookie("dw_login").isSecured()).isTrue();
    Response in = logInFrom(form, "ann", CHOSEN, Map.of("X-Forwarded-Proto", "https"));
    assertThat(in.detailedCookie("JSESSIONID").isSecured()).isTrue();
    assertThat(in.detailedCookie("JSESSIONID").isHttpOnly()).isTrue();
    assertThat(in.detailedCookie("JSESSIONID").getSameSite()).isEqualToIgnoringCase("Lax");
    Response plain = given().get(server.url("/login.xhtml").toString());
    assertThat(plain.header("Strict-Transport-Security")).isNull();
  }

  @Test
  @Order(8)
  void a_login_form_of_another_site_opens_nothing() {
    Response foreign =
        given()
            .redirects()
            .follow(false)
            .formParam("login", "login")
            .formParam("login:user", "ann")
            .formParam("login:password", CHOSEN)
            .formParam("login:enter", "")
            .formParam("login:token", "x".repeat(24))
            .formParam("jakarta.faces.ViewState", "stateless")
            .formParam("primefaces.nonce", "MGRjNjBiYjEtMjBhMi00YWNmLWI4ZDItYTg0OTgzZjAzNjcy")
            .post(server.url("/login.xhtml").toString());
    assertThat(foreign.statusCode()).isEqualTo(200);
    assertThat(foreign.cookie("JSESSIONID")).isNull();
  }

  @Test
  @Order(9)
  void guessing_over_names_from_one_address_is_slowed_and_others_are_not() {
    int status = 401;
    int tries = 0;
    while (status == 401 && tries < 40) {
      status =
          basic("name" + tries++, "Password2026!")
              .header("X-Forwarded-For", "203.0.113.9")
              .get(api("forecast-versions"))
              .statusCode();
    }
    assertThat(status).isEqualTo(429);
    assertThat(tries).as("the first waits are short").isBetween(20, 30);
    Response shut =
        basic("ann", "wrong")
            .header("X-Forwarded-For", "203.0.113.9")
            .get(api("forecast-versions"));
    assertThat(shut.statusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(shut.header("Retry-After"))).isPositive();
    assertThat(basic("ann", CHOSEN).get(api("forecast-versions")).statusCode()).isEqualTo(200);
  }

  @Test
  @Order(10)
  void everything_that_was_done_is_recorded_with_who_and_from_where() {
    given()
        .auth()
        .preemptive()
        .basic("admin", password)
        .header("X-Request-Id", "try-42")
        .contentType("application/json")
        .body("{\"name\":\"Fair\",\"firstDay\":\"2027-07-01\"}")
        .post(api("events"));
    Response events = admin().get(api("audit-events?limit=1000"));
    assertThat(events.statusCode()).as(events.asString()).isEqualTo(200);
    List<String> actions = events.path("rows.action");
    assertThat(actions)
        .contains(
            "account.add",
            "account.change",
            "account.change-password",
            "api-client.add",
            "api-client.add-key",
            "api-client.remove-key",
            "login.succeed",
            "login.fail",
            "event.add");
    assertThat(events.<String>path("rows.find { it.requestId == 'try-42' }.action"))
        .isEqualTo("event.add");
    assertThat(events.<String>path("rows.find { it.requestId == 'try-42' }.actor"))
        .isEqualTo("admin");
    assertThat(events.<List<String>>path("rows.address")).contains("203.0.113.9");
    assertThat(admin().get(api("audit-events?actor=ann&action=login.succeed")).asString())
        .contains("PASSWORD", "BASIC");
    Response first = admin().get(api("audit-events?limit=2"));
    Response second =
        admin()
            .queryParam("limit", 2)
            .queryParam("cursor", first.<String>path("next"))
            .get(api("audit-events"));
    assertThat(second.<List<Integer>>path("rows.eventId"))
        .doesNotContainAnyElementsOf(first.<List<Integer>>path("rows.eventId"));
    SECRETS.forEach(secret -> assertThat(events.asString()).doesNotContain(secret));
  }

  @Test
  @Order(11)
  void no_secret_is_in_the_log() throws Exception {
    String log = Files.readString(server.logFile());
    SECRETS.forEach(secret -> assertThat(log).doesNotContain(secret));
  }

  private static Cookies logIn(String name, String secret) {
    Response form = given().get(server.url("/login.xhtml").toString());
    Response in = logInFrom(form, name, secret, Map.of());
    assertThat(in.statusCode()).as(in.asString()).isEqualTo(302);
    return in.detailedCookies();
  }

  private static Response logInFrom(
      Response form, String name, String secret, Map<String, String> headers) {
    return plain()
        .headers(headers)
        .cookies(form.detailedCookies())
        .formParam("login", "login")
        .formParam("login:user", name)
        .formParam("login:password", secret)
        .formParam("login:enter", "")
        .formParam("login:token", form.cookie("dw_login"))
        .formParam("jakarta.faces.ViewState", "stateless")
        .formParam("primefaces.nonce", "MGRjNjBiYjEtMjBhMi00YWNmLWI4ZDItYTg0OTgzZjAzNjcy")
        .post(server.url("/login.xhtml").toString());
  }

  private static Response page(Cookies session) {
    return plain().cookies(session).get(server.url("/planner/versions.xhtml").toString());
  }

  private static RequestSpecification plain() {
    return given().redirects().follow(false);
  }

  private static RequestSpecification admin() {
    return basic("admin", password).contentType("application/json");
  }

  private static RequestSpecification basic(String user, String secret) {
    return given().auth().preemptive().basic(user, secret);
  }

  private static RequestSpecification bearer(String token) {
    return given().header("Authorization", "Bearer " + token);
  }

  private static String api(String path) {
    return server.url("/api/v1/" + path).toString();
  }
}
