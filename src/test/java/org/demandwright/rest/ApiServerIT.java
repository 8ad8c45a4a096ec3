package org.demandwright.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.Cookies;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Files;
import java.util.List;
import org.demandwright.server.FirstAccounts;
import org.demandwright.server.H2OverTcp;
import org.demandwright.server.PayaraServer;
import org.demandwright.server.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the API promises before anything was forecast: words, codes, roles, doors that stay shut.
 */
class ApiServerIT {
  private static H2OverTcp databases;
  private static PayaraServer server;
  private static String password;

  /** Three accounts with one password, one for each role. */
  @BeforeAll
  static void start() throws Exception {
    server = PayaraServer.in(PayaraServer.freshFolder("api"));
    databases = new H2OverTcp(server.data());
    TestDatabase store = databases.database("store");
    store.connect(server, "store");
    FirstAccounts.in(store, server).addEach("API", "PLANNER");
    password = server.start().password();
    store.run(
        "insert into job_instance (jobinstanceid, version, jobname, applicationname)"
            + " values (900, 0, 'removed-job', 'demandwright')",
        "insert into job_execution (jobexecutionid, jobinstanceid, version, createtime, starttime,"
            + " batchstatus) values (900, 900, 0, current_timestamp, current_timestamp, 'STARTED')");
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
      databases.close();
    }
  }

  @Test
  void nobody_comes_in_without_credentials() {
    Response answer = given().get(url("/api/v1/forecasts"));
    assertProblem(answer, 401, "HTTP Basic");
    assertThat(answer.headers().getValues("WWW-Authenticate"))
        .anyMatch(scheme -> scheme.startsWith("Basic realm="))
        .anyMatch(scheme -> scheme.startsWith("Bearer realm="));
    assertProblem(
        given().auth().preemptive().basic("nobody", "x").get(url("/api/v1/jobs")),
        401,
        "no account");
  }

  @Test
  void a_run_that_hangs_after_a_crash_is_given_up() throws Exception {
    String run = url("/api/v1/job-executions/900");
    for (int beat = 0; beat < 60 && status(run).equals("STARTED"); beat++) {
      Thread.sleep(500); // until a restart is tried, in vain: its job is not there any more
    }
    assertThat(status(run)).isEqualTo("FAILED");
    Response abandoned = as("admin").header("X-Request-Id", "giving-up-900").post(run + "/abandon");
    assertThat(abandoned.statusCode()).as(abandoned.asString()).isEqualTo(200);
    assertThat(abandoned.jsonPath().getString("status")).isEqualTo("ABANDONED");
    assertThat(abandoned.jsonPath().getBoolean("restartable")).isFalse();
    assertProblem(as("admin").post(run + "/abandon"), 409, "ABANDONED");
    assertProblem(as("admin").post(run + "/restart"), 409, "start a new run");
    assertProblem(as("planner").post(run + "/abandon"), 403, "");
    JsonPath log = as("admin").get(run + "/log").jsonPath();
    assertThat(log.getList("rows.what", String.class)).contains("ASKED", "BEGAN");
    assertThat(log.getString("rows.find { it.what == 'ASKED' }.requestId"))
        .isEqualTo("giving-up-900");
    assertProblem(as("admin").get(url("/api/v1/job-executions/901/log")), 404, "901");
    assertThat(Files.readString(server.logFile()))
        .as("a line of the server's log names the request that it was written for")
        .containsPattern("request giving-up-900\\b[^\\n]*\\n?[^\\n]*Execution 900 is given up");
  }

  private static String status(String run) {
    return as("admin").get(run).jsonPath().getString("status");
  }

  @ParameterizedTest
  @CsvSource({
    "api, GET, jobs, 403",
    "api, POST, forecast-versions/roll-back, 403",
    "planner, GET, job-executions, 403",
    "api, GET, series, 200",
    "planner, GET, series, 200",
    "admin, GET, jobs, 200",
    "planner, POST, forecast-versions/1/publish, 404",
    "admin, GET, nothing, 404",
    "admin, GET, forecasts, 404",
    "admin, GET, series/12x, 404",
    "admin, GET, job-executions/999, 404",
    "admin, DELETE, series, 405",
    "api, GET, series/1/explanation, 404",
    "api, GET, series/1/explanation?from=0, 400",
    "api, GET, plans, 200",
    "admin, GET, forecasts?include=all, 400",
    "admin, POST, forecast-versions/1/publish?planTakesSettings=perhaps, 400",
    "api, GET, events, 200",
    "api, DELETE, events/1, 403",
    "planner, DELETE, events/99, 404",
    "planner, GET, erp/check, 403",
    "api, GET, erp/adapters, 403",
    "admin, GET, erp/adapters, 200",
    "admin, GET, erp/check, 503",
    "admin, GET, erp/check?url=jdbc:h2:mem:x, 400",
    "admin, GET, erp/adapters/sap/1/script, 400",
    "admin, GET, erp/adapters/demo/1/script?parameters=zone=UTC, 400",
    "admin, GET, series?limit=1001, 400",
    "admin, GET, series?txet=bolt, 400",
    "admin, GET, series?verdict=MAYBE, 400",
    "admin, GET, forecasts?changedSince=yesterday, 400"
  })
  void every_answer_has_its_code(String user, String method, String path, int status) {
    Response answer = as(user).request(method, url("/api/v1/" + path));
    if (status == 200) {
      assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    } else {
      assertProblem(answer, status, "");
      assertThat(answer.path("instance").toString()).startsWith("/api/v1/");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1]|not a JSON object",
        "{|not JSON",
        "{\"jobs\":\"nightly\"}|no member \"jobs\"",
        "{\"parameters\":{}}|job is missing",
        "{\"job\":\"nightly\",\"parameters\":{\"bucket\":[]}}|bucket is not a text",
        "{\"job\":\"daily\"}|daily"
      })
  void a_wrong_start_says_what_is_wrong(String body, String says) {
    assertProblem(
        as("admin").contentType("application/json").body(body).post(url("/api/v1/job-executions")),
        400,
        says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1]|not a JSON object",
        "{\"name\":\"Fair\",\"day\":\"2027-07-01\"}|no member \"day\"",
        "{\"name\":\"Fair\"}|firstDay is missing",
        "{\"name\":\"Fair\",\"firstDay\":\"1 July\"}|such as 2027-07-01",
        "{\"firstDay\":\"2027-07-01\"}|name is missing",
        "{\"name\":\" \",\"firstDay\":\"2027-07-01\"}|name is empty",
        "{\"name\":\"Fair\",\"firstDay\":\"2027-07-02\",\"lastDay\":\"2027-07-01\"}|before it"
            + " begins"
      })
  void a_wrong_event_says_what_is_wrong(String body, String says) {
    assertProblem(
        as("planner").contentType("application/json").body(body).post(url("/api/v1/events")),
        400,
        says);
  }

  @Test
  void a_plan_gets_settings_of_its_own_and_gives_them_back() {
    assertProblem(settle("api", "{}"), 403, "");
    assertProblem(
        settle("planner", "{\"bucket\":\"FORTNIGHT\"}"), 400, "allowed: DAY, WEEK, MONTH, QUARTER");
    assertProblem(settle("planner", "{\"periods\":4}"), 400, "no member \"periods\"");
    Response own = settle("planner", "{\"bucket\":\"WEEK\",\"horizon\":9}");
    assertThat(own.statusCode()).as(own.asString()).isEqualTo(200);
    assertThat(own.path("inForce.horizon").toString()).isEqualTo("9");
    assertThat(own.path("settledBy").toString()).isEqualTo("planner");
    assertThat(settle("planner", "{}").jsonPath().getMap("own")).isEmpty();
  }

  private static Response settle(String user, String body) {
    return as(user)
        .contentType("application/json")
        .header("If-Match", "*")
        .body(body)
        .put(url("/api/v1/plans/default"));
  }

  @Test
  void a_planner_installs_no_views() {
    assertProblem(
        as("planner").contentType("application/json").body("{}").post(url("/api/v1/erp/views")),
        403,
        "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "check|[1]|not a JSON object",
        "check|{\"uri\":\"x\"}|no member \"uri\"",
        "check|{\"url\":\"jdbc:h2:tcp://h/x\"}|without a user",
        "check|{\"url\":\"jdbc:h2:tcp://h/x;INIT=y\",\"user\":\"u\",\"password\":\"hush\"}|The setting INIT",
        "check|{\"url\":\"jdbc:oracle:x\",\"user\":\"u\",\"password\":\"hush\"}|jdbc:postgresql:",
        "check|{\"jndi\":\"ldap://h/x\"}|no JNDI name",
        "check|{\"jndi\":\"jdbc/nothing\"}|no data source 'jdbc/nothing'",
        "views|{\"version\":\"1\"}|Member erp is missing",
        "views|{\"erp\":\"demo\",\"version\":\"1\"}|Installing needs a user",
        "views|{\"erp\":\"demo\",\"version\":\"1\",\"dryRun\":\"yes\"}|allowed: true, false"
      })
  void a_wrong_erp_request_says_what_is_wrong_and_no_password(
      String path, String body, String says) {
    Response answer =
        as("admin").contentType("application/json").body(body).post(url("/api/v1/erp/" + path));
    assertProblem(answer, 400, says);
    assertThat(answer.asString()).doesNotContain("hush");
  }

  @Test
  void an_event_is_entered_by_a_planner_and_read_by_everybody() {
    String body = "{\"name\":\"Fair\",\"firstDay\":\"2027-07-01\"}";
    Response nowhere =
        as("planner")
            .contentType("application/json")
            .body(body.replace("}", ",\"siteId\":\"moon\"}"))
            .post(url("/api/v1/events"));
    assertProblem(nowhere, 400, "There is no site 'moon'");
    assertProblem(
        as("api").contentType("application/json").body(body).post(url("/api/v1/events")), 403, "");
    Response added =
        as("planner").contentType("application/json").body(body).post(url("/api/v1/events"));
    assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
    assertThat(added.path("lastDay").toString()).isEqualTo("2027-07-01");
    assertThat(added.path("enteredBy").toString()).isEqualTo("planner");
    int id = added.path("eventId");
    assertThat(
            as("api").get(url("/api/v1/events")).jsonPath().getList("rows.eventId", Integer.class))
        .contains(id);
    assertThat(added.header("Location")).endsWith("/api/v1/events/" + id);
    Response one = as("api").get(added.header("Location"));
    assertThat(one.asString()).isEqualTo(added.asString());
    assertProblem(
        as("planner").header("If-Match", "\"stale\"").delete(url("/api/v1/events/" + id)), 412, "");
    assertThat(
            as("planner")
                .header("If-Match", one.header("ETag"))
                .delete(url("/api/v1/events/" + id))
                .statusCode())
        .isEqualTo(204);
    assertProblem(as("api").get(url("/api/v1/events/" + id)), 404, "");
  }

  @Test
  void a_list_goes_on_where_it_was_and_only_there() {
    for (String day : List.of("2027-03-01", "2027-03-01", "2027-02-01")) {
      as("planner")
          .contentType("application/json")
          .body("{\"name\":\"=Paged\",\"firstDay\":\"" + day + "\"}")
          .post(url("/api/v1/events"));
    }
    Response first = as("api").get(url("/api/v1/events?limit=2&fields=eventId,firstDay"));
    assertThat(first.jsonPath().getList("rows.firstDay"))
        .containsExactly("2027-02-01", "2027-03-01");
    assertThat(first.jsonPath().getMap("rows[0]")).containsOnlyKeys("eventId", "firstDay");
    String next = first.path("next");
    Response second = as("api").get(url("/api/v1/events?limit=2&cursor=" + next));
    assertThat(second.jsonPath().getList("rows.firstDay")).containsExactly("2027-03-01");
    assertProblem(as("api").get(url("/api/v1/forecasts?cursor=" + next)), 400, "cursor");
    assertProblem(
        as("planner").get(url("/api/v1/events?limit=2&cursor=" + next)), 400, "another caller");
    assertProblem(as("api").get(url("/api/v1/events?fields=colour")), 400, "eventId, name");
    assertProblem(as("api").get(url("/api/v1/events?sort=name")), 400, "firstDay,eventId");
    Response unchanged =
        as("api")
            .header("If-None-Match", second.header("ETag"))
            .get(url("/api/v1/events?limit=2&cursor=" + next));
    assertThat(unchanged.statusCode()).isEqualTo(304);
    assertThat(unchanged.header("ETag")).isEqualTo(second.header("ETag"));
    assertProblem(
        as("api").header("If-None-Match", "garbage").get(url("/api/v1/events")),
        400,
        "If-None-Match");
    assertThat(as("api").accept("text/csv").get(url("/api/v1/events")).asString())
        .startsWith("eventId,name,firstDay,")
        .contains(",'=Paged,2027-02-01,");
    assertThat(as("api").accept("text/csv").get(url("/api/v1/events?csv=raw")).asString())
        .contains(",=Paged,2027-02-01,");
    assertProblem(as("api").accept("text/csv").get(url("/api/v1/events?limit=2")), 400, "all rows");
    assertThat(as("api").head(url("/api/v1/events")).statusCode()).isEqualTo(200);
    assertThat(as("admin").put(url("/api/v1/events")).header("Allow")).contains("GET", "HEAD");
  }

  @Test
  void lists_come_as_json_or_csv_and_as_nothing_else() {
    assertThat(as("api").get(url("/api/v1/series")).contentType()).startsWith("application/json");
    Response csv = as("api").accept("text/csv").get(url("/api/v1/series"));
    assertThat(csv.contentType()).startsWith("text/csv");
    assertThat(csv.asString()).startsWith("seriesId,org,item,itemName,").endsWith("\r\n");
    assertProblem(
        as("api").accept("application/xml").get(url("/api/v1/series")),
        406,
        "answers in application/json, text/csv:");
    assertProblem(
        as("api").accept("text/csv").get(url("/api/v1/events/1")),
        406,
        "answers in application/json:");
    assertProblem(
        as("api").accept("application/json").get(url("/api/v1/exports/1/content")),
        406,
        "answers in application/gzip:");
    assertProblem(
        as("api").accept("application/json").get(url("/api/v1/events/stream")),
        406,
        "answers in text/event-stream:");
    assertProblem(
        as("admin").contentType("text/plain").body("x").post(url("/api/v1/job-executions")),
        415,
        "application/json");
  }

  @Test
  void a_parameter_that_is_wrong_is_named() {
    Response answer = as("api").get(url("/api/v1/series?limit=many"));
    assertThat(answer.path("parameter").toString()).isEqualTo("limit");
    assertThat(answer.path("detail").toString()).contains("from 1 to 1000");
  }

  @Test
  void a_session_opens_pages_but_not_the_api() {
    Cookies session = logIn(password).detailedCookies();
    assertThat(session.asList()).allMatch(cookie -> cookie.isHttpOnly());
    assertThat(session.asList()).allMatch(cookie -> "lax".equalsIgnoreCase(cookie.getSameSite()));
    assertThat(given().cookies(session).get(url("/planner/versions.xhtml")).statusCode())
        .isEqualTo(200);
    assertProblem(given().cookies(session).get(url("/api/v1/jobs")), 401, "HTTP Basic");
    assertThat(logIn("wrong").detailedCookies().asList()).isEmpty();
  }

  @Test
  void a_page_is_open_to_those_whom_its_folder_names_and_else_to_nobody() {
    Cookies session = logIn(password).detailedCookies();
    assertThat(given().cookies(session).get(url("/planner/quality.xhtml")).statusCode())
        .isEqualTo(200);
    assertThat(given().cookies(session).get(url("/admin/jobs.xhtml")).statusCode()).isEqualTo(403);
    assertThat(given().cookies(session).get(url("/forgotten.xhtml")).statusCode()).isEqualTo(403);
    assertThat(given().get(url("/forgotten.xhtml")).statusCode()).isEqualTo(403);
    for (String page : List.of("/admin/jobs.xhtml", "/planner/series.xhtml")) {
      Response sent = given().redirects().follow(false).get(url(page));
      assertThat(sent.statusCode()).as(page).isEqualTo(302);
      assertThat(sent.header("Location")).as(page).contains("/login.xhtml?to=");
    }
  }

  @Test
  void pages_forbid_foreign_scripts_and_frames() {
    Response page = given().get(url("/login.xhtml"));
    assertThat(page.headers().getValues("Content-Security-Policy")).hasSize(1);
    assertThat(page.header("Content-Security-Policy"))
        .contains("script-src 'self' 'nonce-", "frame-ancestors 'none'");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(given().get(url("/nowhere.html")).contentType()).startsWith("text/html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%61pi/v1/series", "/api;x=1/v1/series", "/%61pi%2Fv1/series"})
  void however_an_address_of_the_api_is_written_no_session_opens_it(String address) {
    assertThat(
            given()
                .urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .get(url(address))
                .statusCode())
        .isIn(400, 401, 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api", "/api/", "/api/v2/series"})
  void an_address_beside_the_api_is_a_problem_and_no_page(String address) {
    assertThat(given().redirects().follow(false).get(url(address)).statusCode()).isEqualTo(401);
    Response beside = as("api").redirects().follow(false).get(url(address));
    assertThat(beside.statusCode()).isEqualTo(404);
    assertThat(beside.contentType()).startsWith("application/problem+json");
  }

  @Test
  void rates_are_entered_as_json_or_csv_and_a_conversion_names_them() {
    String rates = url("/api/v1/exchange-rates");
    String conversion = rates + "/conversion?from=USD&to=CNY&day=2026-03-05";
    assertProblem(as("api").get(conversion), 404, "neither of its own, nor inverse");
    String json =
        "{\"rates\": [{\"from\": \"EUR\", \"to\": \"USD\", \"validFrom\": \"2026-03-02\","
            + " \"rate\": \"1.25\"}]}";
    assertProblem(as("planner").contentType("application/json").body(json).post(rates), 403, "");
    assertThat(
            as("admin")
                .contentType("application/json")
                .body(json)
                .post(rates)
                .<Integer>path("rates"))
        .isEqualTo(1);
    String csv = "from,to,validFrom,rate\r\nEUR,CNY,2026-03-02,7.5\r\nEUR,CNY,2026-03-04,8\r\n";
    assertThat(as("admin").contentType("text/csv").body(csv).post(rates).statusCode())
        .isEqualTo(200);
    Response converted = as("api").get(conversion);
    assertThat(converted.<String>path("factor")).isEqualTo("6.4");
    assertThat(converted.<String>path("oldest")).isEqualTo("2026-03-02");
    assertThat(converted.<List<?>>path("by")).hasSize(2);
    assertThat(as("api").get(rates + "?limit=2").<List<String>>path("rows.rate"))
        .containsExactly("8", "7.5");
    assertThat(as("admin").delete(rates + "/EUR/CNY/2026-03-04").statusCode()).isEqualTo(204);
    assertProblem(as("admin").delete(rates + "/EUR/CNY/2026-03-04"), 404, "Nobody entered");
    assertThat(as("api").get(conversion).<String>path("factor")).isEqualTo("6");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from,to,validFrom,rate\\neur,USD,2026-03-02,1|ISO 4217",
        "from,to,validFrom,rate\\nEUR,EUR,2026-03-02,1|always one",
        "from,to,validFrom,rate\\nEUR,USD,2026-03-02,0|more than 0",
        "from,to,validFrom,rate\\nEUR,USD,soon,1|rates/0/validFrom",
        "from,to,validFrom,rate\\nEUR,USD,2199-01-01,1|within a year",
        "from,to,validFrom\\nEUR,USD,2026-03-02|rates/0/rate is missing",
        "from,to,validFrom,rate|send from 1 to 5000"
      })
  void a_wrong_rate_says_what_is_wrong(String csv, String says) {
    assertProblem(
        as("admin")
            .contentType("text/csv")
            .body(csv.replace("\\n", "\n"))
            .post(url("/api/v1/exchange-rates")),
        400,
        says);
  }

  @Test
  void a_name_that_fails_too_often_has_to_wait() {
    int status = 401;
    for (int i = 0; i < 12 && status == 401; i++) {
      status =
          given()
              .auth()
              .preemptive()
              .basic("eve", "guess" + i)
              .get(url("/api/v1/series"))
              .statusCode();
    }
    assertThat(status).isEqualTo(429);
    assertThat(as("api").get(url("/api/v1/series")).statusCode()).isEqualTo(200);
  }

  private static Response logIn(String secret) {
    Cookies form = given().get(url("/login.xhtml")).detailedCookies();
    return given()
        .cookies(form)
        .redirects()
        .follow(false)
        .formParam("login", "login")
        .formParam("login:token", form.getValue("dw_login"))
        .formParam("login:user", "planner")
        .formParam("login:password", secret)
        .formParam("login:enter", "")
        .formParam("jakarta.faces.ViewState", "stateless")
        .formParam("primefaces.nonce", "MGRjNjBiYjEtMjBhMi00YWNmLWI4ZDItYTg0OTgzZjAzNjcy")
        .post(url("/login.xhtml"));
  }

  private static RequestSpecification as(String user) {
    return given().auth().preemptive().basic(user, password);
  }

  private static void assertProblem(Response answer, int status, String says) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.<Integer>path("status")).isEqualTo(status);
    assertThat(answer.path("detail").toString()).contains(says);
  }

  private static String url(String path) {
    return server.url(path).toString();
  }
}
