package org.demandwright.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.demandwright.core.decide.risk.RiskKind;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.server.Installation.Engine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page of exceptions in the browser. Screenshots lie in target/screenshots. */
class ExceptionsPageIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final DemoSize SIZE = DemoSize.small();
  private static final Duration LIMIT = Duration.ofMinutes(8);

  private static Installation installation;
  private static PayaraServer server;
  private static Page page;
  private static final List<String> TROUBLE = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    installation = Installation.of(Engine.H2, "exceptions-page", SIZE);
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
  void what_may_go_wrong_is_shown_by_money_and_filtered() throws Exception {
    page.navigate(server.url("/planner/exceptions.xhtml").toString());
    page.locator("#login\\:user").fill("admin");
    page.locator("#login\\:password").fill(server.password());
    page.locator("#login\\:enter").click();
    assertThat(page.locator("nav a.here")).hasText("Exceptions");
    assertThat(page.locator(".card.empty")).containsText("Nothing decided yet");

    server
        .client()
        .complete(
            "nightly",
            Map.of(
                "asOf", SIZE.lastDay().plusDays(1).toString(), "models", "Naive", "origins", "1"),
            LIMIT);
    page.reload();
    List<Map<String, Object>> rows =
        server.client().get("exceptions?limit=1000").jsonPath().getList("rows");
    Locator first = page.locator("table.exceptions tbody").first();
    assertThat(first).containsText(String.valueOf(rows.get(0).get("reason")));
    assertThat(first).containsText(String.valueOf(rows.get(0).get("item")));
    assertThat(page.locator("table.came tbody tr")).hasCount(RiskKind.values().length);
    assertThat(page.locator("table.came")).containsText("not those of the past");
    shoot("exceptions-1440");

    page.locator("#exceptions\\:kind").selectOption("STOCK_OUT");
    long out = rows.stream().filter(row -> row.get("kind").equals("STOCK_OUT")).count();
    assertThat(page.locator("table.exceptions tbody")).hasCount((int) Math.min(25, out));
    assertThat(page.locator("table.exceptions tbody strong").first()).hasText("Stock runs out");
    assertThat(TROUBLE).as("script errors and failed requests").isEmpty();
  }

  private static void shoot(String name) {
    Path file = Path.of(System.getProperty("demandwright.target"), "screenshots", name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }
}
