package org.demandwright.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
 * Links between items in the browser, and sent as a table over REST. Screenshots lie in
 * target/screenshots.
 */
class LinksPageIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final List<String> TROUBLE = new ArrayList<>();

  private static Installation installation;
  private static PayaraServer server;
  private static Page page;
  private static List<String> items;

  @BeforeAll
  static void start() throws Exception {
    installation = Installation.of(Engine.H2, "links-page", DemoSize.small());
    server = installation.server().start();
    page = BROWSER.newPage();
    page.onPageError(TROUBLE::add);
    page.onResponse(
        r -> {
          if (r.status() >= 400) {
            TROUBLE.add(r.status() + " " + r.url());
          }
        });
    server.client().complete("import-sales", Map.of(), Duration.ofMinutes(8));
    items = server.client().get("items?limit=6&fields=item").jsonPath().getList("rows.item");
  }

  @AfterAll
  static void stop() throws Exception {
    if (installation != null) {
      installation.close();
    }
  }

  @Test
  void links_are_entered_changed_removed_and_sent_as_a_table() throws Exception {
    page.setViewportSize(1280, 900);
    page.navigate(server.url("/planner/lifecycle.xhtml").toString());
    page.locator("#login\\:user").fill("admin");
    page.locator("#login\\:password").fill(server.password());
    page.locator("#login\\:enter").click();
    assertThat(page.locator("nav a.here")).hasText("Lifecycle");
    assertThat(page.locator("#links\\:list")).containsText("Nothing is entered yet.");
    assertThat(page.locator("header.top").boundingBox().height).as("one line").isLessThan(60);

    fill("predecessor", items.get(0));
    fill("successor", items.get(1));
    fill("first", "2027-03-01");
    save();
    Locator rows = page.locator("table.links tbody tr");
    assertThat(rows).hasCount(1);
    assertThat(rows.first()).containsText("is replaced by");

    choose("PHASE_IN", "ramp");
    fill("predecessor", items.get(2));
    fill("successor", items.get(3));
    fill("first", "2027-04-01");
    page.locator("#links\\:ramp").selectOption("LINEAR");
    fill("weeks", "6");
    save();
    assertThat(rows).hasCount(2);
    assertThat(rows.nth(1)).containsText("in even steps, 6 weeks");

    choose("SUBSTITUTE", "last");
    fill("predecessor", items.get(0));
    fill("successor", items.get(0));
    fill("first", "2027-03-01");
    save();
    assertThat(page.locator("#links\\:form [role=alert]")).containsText("cannot follow itself");
    fill("successor", items.get(4));
    save();
    assertThat(rows).hasCount(3);
    shoot("links-1280");

    rows.nth(2).locator(".edit").click();
    assertThat(page.locator("#links\\:form h2")).containsText("Change link");
    shoot("links-change-1280");
    fill("last", "2027-06-30");
    save();
    assertThat(rows.nth(2)).containsText("2027-06-30");
    assertThat(page.locator("#links\\:form h2")).containsText("Enter how items");

    page.locator("#links\\:ofKind").selectOption("PHASE_IN");
    assertThat(rows).hasCount(1);
    page.locator("#links\\:ofKind").selectOption("");
    assertThat(rows).hasCount(3);
    rows.first().locator(".remove").click();
    page.locator(".ui-confirmdialog-yes").click();
    assertThat(rows).hasCount(2);

    table(rows);
    assertThat(TROUBLE).as("script errors and failed requests").isEmpty();
    overRest();
  }

  private static void table(Locator rows) throws IOException {
    Download download = page.waitForDownload(() -> page.locator("#table\\:get").click());
    String list = Files.readString(download.path());
    assertThat(list).contains("SUBSTITUTE").contains("2027-06-30");
    send(list.replace("2027-06-30", "2027-07-31") + ",,PHASE_OUT," + items.get(0) + ",nothing");
    assertThat(page.locator(".ui-messages-error")).containsText("Line 4: firstDay is missing");
    String added = ",,PHASE_OUT,%s,%s,,2027-03-01,2027-04-01,,,,\r\n";
    send(list.replace("2027-06-30", "2027-07-31") + added.formatted(items.get(0), "no-such-item"));
    assertThat(page.locator(".ui-messages-error")).containsText("Row 3: There is no item");
    assertThat(rows.nth(1)).containsText("2027-06-30");
    send(list.replace("2027-06-30", "2027-07-31") + added.formatted(items.get(0), items.get(5)));
    assertThat(page.locator(".ui-messages-info")).containsText("3 links were entered or changed.");
    assertThat(rows).hasCount(3);
    assertThat(rows.nth(1)).containsText("2027-07-31");
    shoot("links-table-1280");
  }

  private static void send(String table) {
    page.locator("#table\\:file")
        .setInputFiles(
            new FilePayload("links.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)));
    page.locator("#table\\:send").click();
  }

  private static void overRest() throws IOException {
    String fields =
        "linkId,org,kind,predecessor,successor,site,firstDay,lastDay,factor,ramp,rampWeeks,note";
    String list = server.client().getCsv("lifecycle-links?fields=" + fields).asString();
    Response again = csv(list.replace("2027-07-31", "2027-08-31"));
    assertThat(again.statusCode()).as(again.asString()).isEqualTo(200);
    assertThat(again.jsonPath().getList("links")).hasSize(3);
    assertThat(again.jsonPath().getList("links.lastDay").toString()).contains("2027-08-31");
    Response wrong = csv("kind,predecessor,successor,firstDay\nSUPERSESSION,x,y,2027-03-01\n");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.asString()).contains("rows/0/predecessor");
    assertThat(
            server.client().get("audit-events?limit=20").jsonPath().<String>getList("rows.action"))
        .contains("lifecycle-link.add", "lifecycle-link.change", "lifecycle-link.remove");
  }

  private static Response csv(String table) throws IOException {
    return server
        .client()
        .request()
        .contentType("text/csv")
        .body(table)
        .post(server.url("/api/v1/lifecycle-links/rows").toString());
  }

  private static void fill(String field, String text) {
    page.locator("#links\\:" + field).fill(text);
  }

  private static void save() {
    page.locator("#links\\:save").click();
  }

  /** Chooses what happens, and waits for what is asked then. */
  private static void choose(String kind, String asked) {
    page.locator("#links\\:kind").selectOption(kind);
    assertThat(page.locator("#links\\:" + asked)).isVisible();
  }

  private static void shoot(String name) {
    Path file = Path.of(System.getProperty("demandwright.target"), "screenshots", name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }
}
