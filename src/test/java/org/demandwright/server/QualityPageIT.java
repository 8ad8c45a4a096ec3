package org.demandwright.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.server.Installation.Engine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The data-quality page in the browser. Screenshots lie in target/screenshots. */
@TestMethodOrder(OrderAnnotation.class)
class QualityPageIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private static Installation installation;
  private static PayaraServer server;
  private static Page page;
  private static final List<String> TROUBLE = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    installation = Installation.of(Engine.H2, "quality-page", DemoSize.small());
    installation
        .erp()
        .owner()
        .run(
            "insert into stock_ledger values ((select max(id) + 1 from stock_ledger), 'I0003',"
                + " 'CAN', date '2025-12-30', 'ISSUE', -5, -17)",
            "insert into sales_order values (900001, 'DW', 'P900001', 'STANDARD', 'SHA', 'C0001',"
                + " date '2025-09-02', 'CNY', 'SHIPPED')",
            "insert into sales_order_line values (900001, 900001, 1, 'I0002', 'huge', 20000, 20000,"
                + " 'EA', 5, 5, null, 'SHIPPED', timestamp '2025-09-02 12:00:00')");
    server = installation.server().start();
    server.client().complete("nightly", Map.of("horizon", "7"), LIMIT);
    page = BROWSER.newPage();
    page.onPageError(TROUBLE::add);
    page.onResponse(
        r -> {
          if (r.status() >= 400) {
            TROUBLE.add(r.status() + " " + r.url());
          }
        });
  }

  @AfterAll
  static void stop() throws Exception {
    if (installation != null) {
      installation.close();
    }
  }

  @AfterEach
  void the_browser_had_no_trouble() {
    assertThat(TROUBLE).as("script errors and failed requests").isEmpty();
  }

  @Test
  @Order(1)
  void the_account_visibly_adds_up() throws Exception {
    page.navigate(server.url("/planner/quality.xhtml").toString());
    page.locator("#login\\:user").fill("admin");
    page.locator("#login\\:password").fill(server.password());
    page.locator("#login\\:enter").click();

    assertThat(page.locator("nav a.here")).hasText("Data quality");
    JsonPath account =
        server.client().get("data-quality/runs/" + newestRun() + "/account").jsonPath();
    assertThat(page.locator("table.account tfoot"))
        .containsText("%,d".formatted(account.getLong("rowsIn")));
    Locator groups = page.locator("table.account tr.group");
    assertThat(groups).hasCount(4);
    long sum = 0;
    for (int i = 0; i < 4; i++) {
      sum += Long.parseLong(groups.nth(i).locator("td").nth(2).innerText().replace(",", ""));
    }
    assertThat(sum).isEqualTo(account.getLong("rowsIn"));
    assertThat(page.locator("table.supply tbody tr")).hasCount(SupplyTable.values().length);
    assertThat(page.locator("table.supply")).containsText("Orders to suppliers");
    shoot("quality-1440");
    page.setViewportSize(1280, 1000);
    shoot("quality-1280");
  }

  @Test
  @Order(2)
  void an_excluded_rule_leads_to_its_rows() {
    Locator cancelled =
        page.locator("table.account tr")
            .filter(new Locator.FilterOptions().setHasText("CANCELLED"));
    cancelled.locator("a").click();
    Locator dialog = page.locator("#linesDialog");
    assertThat(dialog.locator("tbody tr")).hasCount(15);
    assertThat(dialog).containsText("SOL:");
    shoot("quality-lines");
    page.keyboard().press("Escape");
    assertThat(dialog).not().isVisible();
  }

  @Test
  @Order(3)
  void issues_are_filtered_and_lead_to_their_lines() {
    page.locator("#quality\\:rule").selectOption("CUSTOMER_SPIKE");
    Locator issue = page.locator("table.issues tbody").first();
    assertThat(issue).containsText("Customer C0001 took");
    assertThat(page.locator("table.issues .badge").first()).hasText("High");
    issue.locator("button.lines").click();
    Locator dialog = page.locator("#linesDialog");
    assertThat(dialog).containsText("SOL:900001");
    page.keyboard().press("Escape");
    assertThat(dialog).not().isVisible();
  }

  @Test
  @Order(4)
  void a_correction_is_laid_from_an_issue_and_withdrawn() {
    page.locator("table.issues button.correct").first().click();
    Locator dialog = page.locator("#correctionDialog");
    assertThat(dialog).isVisible();
    assertThat(page.locator("#correctionForm\\:first")).hasValue("2025-09-01");
    page.locator("#correctionForm\\:lay").click();
    assertThat(page.locator("#messages")).containsText("reason is empty");
    shoot("quality-correction");
    page.locator("#correctionForm\\:units").fill("120");
    page.locator("#correctionForm\\:reason").fill("A tender, will not come again");
    page.locator("#correctionForm\\:lay").click();
    assertThat(dialog).not().isVisible();

    Locator row = page.locator("#quality\\:corrections tbody tr").first();
    assertThat(row).containsText("A tender, will not come again");
    assertThat(row).containsText("120.00");
    shoot("quality-corrected");
    row.locator("button.withdraw").click();
    page.locator("button.ui-confirmdialog-yes").click();
    assertThat(page.locator("#quality\\:corrections tr.gone")).containsText("withdrawn");
  }

  @Test
  @Order(5)
  void quarantined_rows_are_shown_and_read_again() throws Exception {
    Locator quarantine = page.locator("#quality\\:quarantine");
    assertThat(quarantine).containsText("UNKNOWN_ITEM");
    assertThat(quarantine).containsText("is not in dw_item; add it in the ERP");
    quarantine.locator("summary").first().click();
    assertThat(quarantine.locator("code.raw").first()).isVisible();
    page.locator("#quality\\:replay").click();
    page.locator("button.ui-confirmdialog-yes").click();
    assertThat(page.locator("#messages")).containsText("reads the quarantined rows again");
    long run = server.client().newestExecution().getLong("executionId");
    assertThat(server.client().awaitEnd(run, LIMIT).getString("status")).isEqualTo("COMPLETED");
    shoot("quality-replayed");
  }

  @Test
  @Order(6)
  void the_series_page_shows_lost_sales_as_a_layer() {
    JsonPath series = client().get("series?limit=100").jsonPath();
    long lost =
        series.getList("rows.seriesId", Long.class).stream()
            .filter(
                id ->
                    !"0"
                        .equals(
                            client()
                                .get("series/" + id + "/layers")
                                .jsonPath()
                                .getString("lostSales")))
            .findFirst()
            .orElseThrow();
    page.navigate(server.url("/planner/series.xhtml?id=" + lost).toString());
    Locator layers = page.locator(".card.layers");
    assertThat(layers)
        .containsText(
            "Lost sales:",
            new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                .setTimeout(20_000));
    layers.locator("summary").click();
    assertThat(layers.locator("tbody tr").first())
        .isVisible(new IsVisibleOptions().setTimeout(5_000));
    shoot("series-layers");
  }

  private static ServerClient client() {
    try {
      return server.client();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static long newestRun() {
    return client().get("data-quality/runs?limit=1").jsonPath().getLong("rows[0].run");
  }

  private static void shoot(String name) {
    Path file = Path.of(System.getProperty("demandwright.target"), "screenshots", name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }
}
