package org.demandwright.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.server.Installation.Engine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Promotions over REST and in the browser: planned, changed, sent as a table, learned from, and
 * what one needs. Screenshots lie in target/screenshots.
 */
class PromotionsPageIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final DemoSize SIZE = DemoSize.small();
  private static final Duration LIMIT = Duration.ofMinutes(8);
  private static final List<String> TROUBLE = new ArrayList<>();

  private static Installation installation;
  private static PayaraServer server;
  private static Page page;

  @BeforeAll
  static void start() throws Exception {
    installation = Installation.of(Engine.H2, "promotions-page", SIZE);
    server = installation.server().start();
    page = BROWSER.newPage();
    page.onPageError(TROUBLE::add);
    page.onResponse(
        r -> {
          if (r.status() >= 400) {
            TROUBLE.add(r.status() + " " + r.url());
          }
        });
    server
        .client()
        .complete(
            "nightly",
            Map.of(
                "asOf", SIZE.lastDay().plusDays(1).toString(), "models", "Naive", "origins", "1"),
            LIMIT);
  }

  @AfterAll
  static void stop() throws Exception {
    if (installation != null) {
      installation.close();
    }
  }

  @Test
  void promotions_are_learned_from_planned_and_stocked_for() throws IOException {
    JsonPath items = json("promotions/effects?level=ITEM&limit=1000");
    List<Map<String, Object>> rows = items.getList("rows");
    assertThat(rows).isNotEmpty();
    assertThat(rows)
        .allSatisfy(
            row -> assertThat(row.containsKey("uplift")).isNotEqualTo(row.containsKey("unknown")));
    String item =
        rows.stream()
            .filter(row -> row.containsKey("uplift"))
            .map(row -> String.valueOf(row.get("item")))
            .findFirst()
            .orElseThrow();
    assertThat(json("promotions/effects?level=CATEGORY").getList("rows")).isNotEmpty();
    assertThat(json("promotions/effects?level=PROMOTION&item=" + item).getList("rows"))
        .isNotEmpty();
    plan(item);
    send(item);
    page(item);
  }

  private static void plan(String item) throws IOException {
    LocalDate first = SIZE.lastDay().plusDays(10);
    Response added = server.client().post("promotions", wish(item, first, "0.2"));
    assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
    String id = added.jsonPath().getString("id");
    assertThat(json("promotions/" + id).getString("source")).isEqualTo("PLANNED");
    assertThat(json("promotions?source=PLANNED").getList("rows.id")).containsExactly(id);

    JsonPath needs = json("promotions/" + id + "/pre-stock");
    assertThat(needs.getString("basis")).isEqualTo("ITEM");
    List<Map<String, Object>> sites = needs.getList("sites");
    assertThat(sites).isNotEmpty();
    for (Map<String, Object> site : sites) {
      assertThat(amount(site, "low")).isLessThanOrEqualTo(amount(site, "more"));
      assertThat(amount(site, "more")).isLessThanOrEqualTo(amount(site, "high"));
      assertThat(amount(site, "usual") + amount(site, "inForecast"))
          .isCloseTo(amount(site, "forecast"), within(1e-5));
      assertThat(String.valueOf(site.get("reason"))).contains(String.valueOf(site.get("site")));
    }

    Response changed =
        server
            .client()
            .request()
            .header("If-Match", "*")
            .contentType("application/json")
            .body(wish(item, first.plusDays(1), "0.3"))
            .put(server.url("/api/v1/promotions/" + id).toString());
    assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
    assertThat(changed.jsonPath().getString("firstDay")).isEqualTo(first.plusDays(1).toString());

    LocalDate over = SIZE.lastDay().minusDays(20);
    assertThat(server.client().post("promotions", wish(item, over, "0.2")).statusCode())
        .as("over")
        .isEqualTo(400);
    assertThat(server.client().get("promotions?from=" + first + "&to=" + over).statusCode())
        .as("days in the wrong order")
        .isEqualTo(400);

    Response unknown = server.client().post("promotions", wish("nothing", first, "0.2"));
    assertThat(unknown.statusCode()).isEqualTo(400);
    String theirs = json("promotions?source=ERP&limit=1").getString("rows[0].id");
    assertThat(json("promotions/" + theirs).getString("source")).isEqualTo("ERP");
    assertThat(server.client().delete("promotions/" + theirs).statusCode()).isEqualTo(409);
    assertThat(server.client().delete("promotions/" + id).statusCode()).isEqualTo(204);
    assertThat(json("promotions?source=PLANNED").getList("rows")).isEmpty();
    assertThat(json("audit-events?limit=20").getList("rows.action"))
        .contains("promotion.add", "promotion.change", "promotion.remove");
  }

  private static double amount(Map<String, Object> row, String member) {
    return Double.parseDouble(String.valueOf(row.get(member)));
  }

  private static Map<String, Object> wish(String item, LocalDate first, String depth) {
    return Map.of(
        "item",
        item,
        "firstDay",
        first.toString(),
        "lastDay",
        first.plusDays(6).toString(),
        "campaign",
        "Summer sale",
        "depth",
        depth);
  }

  /** What the list gives as a table is changed and sent back. */
  private static void send(String item) throws IOException {
    String heading = "item,firstDay,lastDay,campaign,depth\r\n";
    String first = SIZE.lastDay().plusDays(20).toString();
    String last = SIZE.lastDay().plusDays(26).toString();
    assertThat(csv(heading + item + "," + last + "," + first + ",,").statusCode())
        .as("ends before it begins")
        .isEqualTo(400);
    Response sent = csv(heading + item + "," + first + "," + last + ",Autumn,0.25");
    assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(200);
    String table =
        server
            .client()
            .getCsv("promotions?source=PLANNED&fields=id,item,firstDay,lastDay,campaign,depth")
            .asString();
    Response again = csv(table.replace("Autumn", "Harvest"));
    assertThat(again.statusCode()).as(again.asString()).isEqualTo(200);
    assertThat(json("promotions?source=PLANNED").getList("rows.campaign"))
        .containsExactly("Harvest");
  }

  private static Response csv(String table) throws IOException {
    return server
        .client()
        .request()
        .contentType("text/csv")
        .body(table)
        .post(server.url("/api/v1/promotions/rows").toString());
  }

  private static JsonPath json(String path) throws IOException {
    Response answer = server.client().get(path);
    assertThat(answer.statusCode()).as(path + " " + answer.asString()).isEqualTo(200);
    return answer.jsonPath();
  }

  private static void page(String item) throws IOException {
    page.setViewportSize(1280, 900);
    page.navigate(server.url("/planner/promotions.xhtml").toString());
    page.locator("#login\\:user").fill("admin");
    page.locator("#login\\:password").fill(server.password());
    page.locator("#login\\:enter").click();
    assertThat(page.locator("nav a.here")).hasText("Promotions");
    assertThat(page.locator("table.effects tbody tr").first()).isVisible();
    shoot("promotions-1280");
    page.locator("#promotions\\:newItem").fill(item);
    page.locator("#promotions\\:newFrom").fill(SIZE.lastDay().plusDays(12).toString());
    page.locator("#promotions\\:newTo").fill(SIZE.lastDay().plusDays(18).toString());
    page.locator("#promotions\\:newCampaign").fill("Fair");
    page.locator("#promotions\\:newDepth").fill("20");
    page.locator("#promotions\\:add").click();
    Locator needs = page.locator("table.needs");
    assertThat(needs).containsText("more are needed than the forecast has");
    assertThat(page.locator("table.calendar")).containsText("Fair");
    shoot("promotions-needs-1280");
    page.locator("#promotions\\:newItem").fill("nothing");
    page.locator("#promotions\\:newFrom").fill("2027-07-01");
    page.locator("#promotions\\:newTo").fill("2027-07-02");
    page.locator("#promotions\\:add").click();
    assertThat(page.locator("#promotions\\:plan [role=alert]")).containsText("no item 'nothing'");
    page.locator("#promotions\\:level").selectOption("CATEGORY");
    assertThat(page.locator("table.effects tbody tr").first()).not().containsText(item);
    assertThat(TROUBLE).as("script errors and failed requests").isEmpty();
  }

  private static void shoot(String name) {
    Path file = Path.of(System.getProperty("demandwright.target"), "screenshots", name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }
}
