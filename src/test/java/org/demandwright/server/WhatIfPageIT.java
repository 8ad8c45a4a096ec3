package org.demandwright.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.server.Installation.Engine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What prices do, over REST and on the page, of an ERP in which effects are planted. Screenshots
 * lie in target/screenshots.
 */
class WhatIfPageIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final DemoSize SIZE =
      new DemoSize(12, 2, 730, 24_000, LocalDate.of(2025, 12, 31), 7L).withPlantedEffects();
  private static final Duration LIMIT = Duration.ofMinutes(12);

  private static Installation installation;
  private static PayaraServer server;
  private static Page page;
  private static final List<String> TROUBLE = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    installation = Installation.of(Engine.H2, "what-if-page", SIZE);
    server = installation.server().start();
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

  @Test
  void a_price_is_tried_where_it_is_known_and_refused_where_not() throws Exception {
    page.navigate(server.url("/planner/what-if.xhtml").toString());
    page.locator("#login\\:user").fill("admin");
    page.locator("#login\\:password").fill(server.password());
    page.locator("#login\\:enter").click();
    assertThat(page.locator("nav a.here")).hasText("What-if");
    assertThat(page.locator(".card.empty")).containsText("Nothing was learned of prices yet");
    server
        .client()
        .complete(
            "nightly",
            Map.of(
                "asOf", SIZE.lastDay().plusDays(1).toString(), "models", "Naive", "origins", "1"),
            LIMIT);
    Map<String, Object> known = overRest();
    onThePage(known);
    assertThat(TROUBLE).as("script errors and failed requests").isEmpty();
  }

  private static Map<String, Object> overRest() throws Exception {
    Response answer = server.client().get("price-response?limit=1000");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    List<Map<String, Object>> rows = answer.jsonPath().getList("rows");
    assertThat(rows).extracting(row -> row.get("unknown")).contains("NO_VARIATION");
    assertThat(rows).extracting(row -> row.get("unknown")).contains("WITH_PROMOTION");
    assertThat(rows).extracting(row -> row.get("known")).contains(true);
    Map<String, Object> known =
        rows.stream().filter(row -> row.get("known").equals(true)).findFirst().orElseThrow();
    assertThat(new BigDecimal(String.valueOf(known.get("elasticity")))).isNegative();

    Map<String, Object> body = new HashMap<>();
    body.put("name", "usual price");
    body.put("item", known.get("item"));
    body.put("sites", List.of(known.get("site")));
    body.put("firstDay", SIZE.lastDay().plusDays(1).toString());
    body.put("lastDay", SIZE.lastDay().plusDays(7).toString());
    body.put("price", known.get("lowestPrice"));
    Response kept = server.client().post("scenarios", body);
    assertThat(kept.statusCode()).as(kept.asString()).isEqualTo(201);
    assertThat(kept.jsonPath().getString("sites[0].stock.available")).isNotNull();
    long number = kept.jsonPath().getLong("scenarioId");
    assertThat(server.client().get("scenarios/" + number).asString()).isEqualTo(kept.asString());

    body.put("price", "0.01");
    Response outside = server.client().post("scenarios/preview", body);
    assertThat(outside.statusCode()).as(outside.asString()).isEqualTo(409);
    assertThat(outside.asString()).contains("lies outside of the prices from");
    Response suggested =
        server
            .client()
            .get(
                "price-response/suggestion?item=%s&site=%s"
                    .formatted(known.get("item"), known.get("site")));
    assertThat(suggested.statusCode()).as(suggested.asString()).isEqualTo(200);
    return known;
  }

  private static void onThePage(Map<String, Object> known) {
    page.reload();
    Locator row =
        page.locator("table.prices tbody tr")
            .filter(new Locator.FilterOptions().setHasText(String.valueOf(known.get("reason"))))
            .first();
    row.locator("button.open").click();
    assertThat(page.locator("section.chosen h2")).containsText(String.valueOf(known.get("item")));
    assertThat(page.locator("section.chosen canvas")).isVisible();
    page.locator("#whatif\\:price").fill(String.valueOf(known.get("lowestPrice")));
    page.locator("#whatif\\:ask").click();
    assertThat(page.locator("table.answer tbody tr")).hasCount(1);
    shoot("what-if-1440");
    page.locator("#whatif\\:keep").click();
    assertThat(page.locator("table.kept tbody tr")).hasCount(2);
    page.locator("table.kept tbody tr").first().locator("button").click();
    page.locator(".ui-confirmdialog-yes").click();
    assertThat(page.locator("table.kept tbody tr")).hasCount(1);
    page.locator("#whatif\\:price").fill("0.01");
    page.locator("#whatif\\:ask").click();
    assertThat(page.locator("#messages")).containsText("lies outside of the prices");
    page.locator("#whatif\\:which").selectOption("false");
    assertThat(page.locator("table.prices")).containsText("Its price never changed");
    page.setViewportSize(1280, 900);
    shoot("what-if-1280");
  }

  private static void shoot(String name) {
    Path file = Path.of(System.getProperty("demandwright.target"), "screenshots", name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }
}
