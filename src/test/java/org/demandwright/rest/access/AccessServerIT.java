package org.demandwright.rest.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.demandwright.rest.access.Operations.Operation;
import org.demandwright.security.RandomSecret;
import org.demandwright.security.Roles;
import org.demandwright.server.FirstAccounts;
import org.demandwright.server.PayaraServer;
import org.demandwright.server.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may do what: every operation × every role × every state of an account. What is right stands
 * in {@code access.csv}, written by hand.
 */
class AccessServerIT {
  /** What is not JSON. */
  private static final Map<String, String> BODIES =
      Map.of("/files", "application/octet-stream", "/supply-tables/{table}", "text/csv");

  private static final List<String> SHUT_OUT = List.of("locked", "expired", "retired");

  private static final String EXPIRED_SECRET = RandomSecret.SECRET + "expired";
  private static final String LIVING_SECRET = RandomSecret.SECRET + "living";
  private static final String EXPIRED_TOKEN = RandomSecret.TOKEN + "expired";

  private static PayaraServer server;
  private static String password;
  private static Map<Operation, AccessTable.Access> table;

  /** An account for each role and state, all with the administrator's password. */
  @BeforeAll
  static void start() throws Exception {
    table = AccessTable.rows();
    server = PayaraServer.in(PayaraServer.freshFolder("access"));
    String url = "jdbc:h2:file:" + server.data().resolve("store") + ";WRITE_DELAY=0";
    TestDatabase store = TestDatabase.h2(url, "sa", "");
    store.connect(server, "store");
    FirstAccounts accounts = FirstAccounts.in(store, server);
    for (String role : Roles.ALL) {
      accounts.add(role.toLowerCase(Locale.ROOT) + "-only", role);
    }
    accounts.add("part", Roles.ADMIN);
    store.run(
        "insert into account_scope (account_name, part, part_name) values ('part', 'COMPANY', 'nl')");
    String past = "timestamp '2020-01-01 00:00:00'";
    accounts.add("locked", Roles.ADMIN, "locked_at = " + past);
    accounts.add("expired", Roles.ADMIN, "expires_at = " + past);
    accounts.add("retired", Roles.ADMIN, "retired_at = " + past);
    accounts.add("fresh", Roles.ADMIN, "must_change = true");
    accounts.add("system", Roles.ADMIN, "kind = 'CLIENT', password_hash = null");
    store.run(
        "insert into client_secret (secret_id, account_name, secret_hash, created_at, created_by,"
            + " expires_at) values (1, 'system', '%s', %s, 'admin', %s), (2, 'system', '%s', %s, 'admin', null)"
                .formatted(
                    RandomSecret.hash(EXPIRED_SECRET),
                    past,
                    past,
                    RandomSecret.hash(LIVING_SECRET),
                    past),
        "insert into access_token (token_hash, secret_id, expires_at) values ('%s', 2, %s)"
            .formatted(RandomSecret.hash(EXPIRED_TOKEN), past));
    password = server.start().password();
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  static Stream<String> roles() {
    return Roles.ALL.stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("roles")
  void a_role_does_what_its_column_says_and_nothing_else(String role) {
    List<String> wrong = new ArrayList<>();
    table.forEach(
        (operation, access) -> {
          Response answer = ask(as(role.toLowerCase(Locale.ROOT) + "-only"), operation);
          int status = answer.statusCode();
          boolean denied = status == 403;
          if (denied == access.roles().contains(role) || status == 401 || unexpected(status)) {
            wrong.add(operation + " → " + status + " " + answer.asString());
          }
        });
    assertThat(wrong).isEmpty();
  }

  /** Nothing is behind the addresses; the ERP is not there. */
  private static boolean unexpected(int status) {
    return status >= 500 && status != 503;
  }

  /** An administrator who sees one company is let into all that is not about all data. */
  @Test
  void whoever_sees_a_part_is_refused_what_is_about_all_data_and_nothing_else() throws Exception {
    Set<Operation> ofAllData = AccessTable.those(AccessTable.Scope.ALL_DATA);
    assertThat(ofAllData).hasSizeGreaterThan(40).hasSizeLessThan(table.size() - 20);
    List<String> wrong = new ArrayList<>();
    for (Operation operation : table.keySet()) {
      Response answer = ask(as("part"), operation);
      int status = answer.statusCode();
      if (ofAllData.contains(operation) != (status == 403) || status == 401 || unexpected(status)) {
        wrong.add(operation + " → " + status + " " + answer.asString());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void nobody_does_anything() {
    assertAll(given(), 401);
    assertAll(given().auth().preemptive().basic("nobody-at-all", ""), 401, 429);
    assertAll(given().header("Authorization", "Bearer dws_of-nobody"), 401);
    assertAll(given().header("Authorization", "Negotiate x"), 401);
  }

  static Stream<String> shutOut() {
    return SHUT_OUT.stream();
  }

  @ParameterizedTest
  @MethodSource("shutOut")
  void a_right_password_of_an_account_that_is_shut_out_opens_nothing(String name) {
    assertAll(as(name), 401);
  }

  @Test
  void a_secret_or_a_token_that_has_expired_opens_nothing() {
    assertThat(ask(bearer(LIVING_SECRET), Operation.of("GET /accounts")).statusCode())
        .as("the other secret of the same system")
        .isEqualTo(200);
    assertAll(bearer(EXPIRED_SECRET), 401);
    assertAll(bearer(EXPIRED_TOKEN), 401);
    assertAll(given().auth().preemptive().basic("system", EXPIRED_SECRET), 401, 429);
  }

  private static RequestSpecification bearer(String secret) {
    return given().header("Authorization", "Bearer " + secret);
  }

  @Test
  void a_password_that_somebody_else_chose_opens_the_change_of_it_alone() {
    for (Operation operation : table.keySet()) {
      int status = ask(as("fresh"), operation).statusCode();
      boolean own = operation.path().equals("/account/password");
      assertThat(status).as(operation.toString()).isEqualTo(own ? 400 : 403);
    }
  }

  private static void assertAll(RequestSpecification who, Integer... statuses) {
    for (Operation operation : table.keySet()) {
      Response answer = ask(given().spec(who), operation);
      assertThat(answer.statusCode()).as(operation.toString()).isIn((Object[]) statuses);
      assertThat(answer.contentType()).startsWith("application/problem+json");
    }
  }

  private static Response ask(RequestSpecification who, Operation operation) {
    RequestSpecification request = given().spec(who);
    if (!operation.asks()) {
      request.header("If-Match", "*");
    }
    if (!operation.asks() && !operation.method().equals("DELETE")) {
      request
          .contentType(BODIES.getOrDefault(operation.path(), "application/json"))
          .body("[]".getBytes(StandardCharsets.UTF_8));
    }
    if (Operations.streams().contains(operation)) {
      request.queryParam("seconds", 1);
    }
    return request.request(
        operation.method(), server.url("/api/v1" + operation.address()).toString());
  }

  private static RequestSpecification as(String user) {
    return given().auth().preemptive().basic(user, password);
  }
}
