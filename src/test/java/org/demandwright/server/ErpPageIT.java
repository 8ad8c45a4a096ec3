package org.demandwright.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.server.Installation.Engine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator connects an ERP: over REST, at night, and on the page. */
@TestMethodOrder(OrderAnnotation.class)
class ErpPageIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final Path OWN = Path.of("src/test/resources/erp/invented/adapters");
  private static final List<String> TROUBLE = new ArrayList<>();

  private static Installation installation;
  private static ServerClient client;
  private static TestDatabase owner;

  @BeforeAll
  static void start() throws Exception {
    installation = Installation.of(Engine.H2, "erp", DemoSize.small());
    installation.server().set("dw.erp.adapters", OWN.toAbsolutePath().toString());
    client = installation.server().start().client();
    owner = installation.erp().owner();
  }

  @AfterAll
  static void stop() throws Exception {
    if (installation != null) {
      installation.close();
    }
  }

  @Test
  @Order(1)
  void the_configured_erp_is_named_and_counted() {
    JsonPath check = ok(client.get("erp/check"));
    assertThat(check.getString("installed.erp")).isEqualTo("demo");
    assertThat(check.getList("views.findAll { it.there }")).hasSize(21);
    assertThat(check.getList("lacks")).isEmpty();
    assertThat(check.getList("rights")).isEmpty();
    assertThat(check.getLong("lines.total"))
        .isEqualTo(
            check.getLong("lines.demand")
                + check.getLong("lines.returns")
                + check.getLong("lines.excluded.lines.sum()"));
    assertThat(check.getList("lines.excluded.reason")).contains("CANCELLED", "DRAFT");
    assertThat(check.getString("lines.lastDay")).matches("\\d{4}-\\d\\d-\\d\\d");
    assertThat(check.getList("sample")).hasSizeBetween(10, 20);
    assertThat(check.getList("sample.excludedBecause"))
        .containsAll(check.getList("lines.excluded.reason"))
        .contains("");
  }

  @Test
  @Order(2)
  void another_user_is_checked_for_once() {
    JsonPath check = ok(client.post("erp/check", asOwner(Map.of("url", owner.url()))));
    assertThat(check.getList("rights", String.class)).anyMatch(r -> r.contains("administrator"));
    assertThat(check.getString("candidates[0].erp")).isEqualTo("demo");
    assertThat(
            ok(client.post("erp/check", Map.of("jndi", "java:app/jdbc/erp"))).getString("database"))
        .startsWith("H2 ");
    Response wrong =
        client.post("erp/check", Map.of("url", owner.url(), "user", "x", "password", "not-it"));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.asString()).contains("user or password is wrong").doesNotContain("not-it");
  }

  @Test
  @Order(3)
  void adapters_of_the_administrator_are_known_and_printed() {
    assertThat(ok(client.get("erp/adapters")).getList("adapters.erp"))
        .contains("demo", "file", "kontor");
    Response script =
        io.restassured.RestAssured.given()
            .auth()
            .preemptive()
            .basic(client.user(), client.password())
            .get(client.base() + "api/v1/erp/adapters/kontor/3/script?parameters=channel=B2B");
    assertThat(script.contentType()).startsWith("text/plain");
    assertThat(script.header("Content-Disposition")).contains("kontor-3.sql");
    assertThat(script.asString()).contains("cast('B2B' as varchar(80))", "-- kontor/stock.sql");
  }

  @Test
  @Order(4)
  void views_are_installed_on_request_alone() throws Exception {
    owner.run("drop view dw_calendar", "drop view dw_lot");
    JsonPath check = ok(client.get("erp/check"));
    assertThat(check.getString("status")).isEqualTo("NOT_READABLE");
    assertThat(check.getList("lacks.view")).isEqualTo(List.of("dw_lot"));
    assertThat(check.getString("lacks[0].why")).startsWith("What expires in the warehouse");
    Map<String, Object> wish = new HashMap<>(asOwner(Map.of("erp", "demo", "version", "1")));
    wish.put("grantTo", installation.erp().reader().user());
    wish.put("dryRun", true);
    JsonPath would = ok(client.post("erp/views", wish));
    assertThat(would.getList("creates")).isEqualTo(List.of("dw_lot", "dw_calendar"));
    assertThat(ok(client.get("erp/check")).getString("status")).isEqualTo("NOT_READABLE");
    wish.put("dryRun", false);
    assertThat(ok(client.post("erp/views", wish)).getString("failure")).isEmpty();
    assertThat(ok(client.get("erp/check")).getString("status")).isNotEqualTo("NOT_READABLE");
  }

  @Test
  @Order(5)
  void the_nightly_log_says_what_was_found() throws Exception {
    JsonPath run = client.complete("import-sales", Map.of(), Duration.ofMinutes(3));
    assertThat(run.getString("status")).isEqualTo("COMPLETED");
    String log = Files.readString(installation.server().logFile());
    assertThat(log).contains("ERP check: demo 1, ");
    assertThat(log)
        .contains(
            "admin installed the views of demo 1 at the configured connection as sa: 2 created, 19 replaced");
    assertThat(log).doesNotContain("password=" + owner.password()).doesNotContain("not-it");
  }

  @Test
  @Order(6)
  void the_page_checks_prints_and_installs() throws Exception {
    owner.run("drop view dw_lot");
    Page page = BROWSER.newPage();
    page.onPageError(TROUBLE::add);
    page.navigate(installation.server().url("/admin/erp.xhtml").toString());
    page.locator("#login\\:user").fill("admin");
    page.locator("#login\\:password").fill(installation.server().password());
    page.locator("#login\\:enter").click();
    assertThat(page.locator(".card.empty")).containsText("Not checked yet");
    shoot(page, "erp-empty");

    page.locator("#erp\\:check").click();
    assertThat(page.locator("table.views tbody tr")).hasCount(20);
    assertThat(page.locator("ul.lacks li")).hasCount(1);
    assertThat(page.locator("ul.lacks")).containsText("dw_lot is not there. What expires");
    assertThat(page.locator("table.excluded")).containsText("CANCELLED");
    shoot(page, "erp-checked");
    page.setViewportSize(1280, 900);
    shoot(page, "erp-checked-1280");

    Download script = page.waitForDownload(() -> page.locator("#erp\\:print").click());
    assertThat(script.suggestedFilename()).isEqualTo("demo-1.sql");
    assertThat(Files.readString(script.path())).contains("create view dw_sales_line");

    page.locator("#erp\\:place summary").click();
    page.locator("#erp\\:user").fill(owner.user());
    page.locator("#erp\\:password").fill(owner.password());
    page.locator("#erp\\:try").click();
    assertThat(page.locator("#messages")).containsText("Nothing was changed");
    Locator password = page.locator("#erp\\:password");
    assertThat(password).hasValue("");
    shoot(page, "erp-tried-1280");

    password.fill(owner.password());
    page.locator("#erp\\:do").click();
    page.locator("button.ui-confirmdialog-yes").click();
    assertThat(page.locator("#messages")).containsText("Installed: 1 views created, 20 replaced");
    page.locator("#erp\\:user").fill("");
    page.locator("#erp\\:check").click();
    assertThat(page.locator(".badge.erp-NOT_READABLE")).hasCount(0);
    assertThat(page.locator("table.views tbody tr")).hasCount(21);
    assertThat(page.locator("ul.lacks")).hasCount(0);
    assertThat(TROUBLE).isEmpty();

    page.locator("a[href*='admin/sources']").click();
    assertThat(page.locator("#sources tbody tr")).hasCount(2);
    assertThat(page.locator("#sources tbody tr").first()).containsText("by the views of the ERP");
    shoot(page, "sources");
  }

  private static Map<String, Object> asOwner(Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("user", owner.user());
    body.put("password", owner.password());
    return body;
  }

  private static JsonPath ok(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.jsonPath();
  }

  private static void shoot(Page page, String name) {
    Path file = Path.of(System.getProperty("demandwright.target"), "screenshots", name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }
}
