package org.demandwright.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
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
 * A planner asks what ways of ordering would have cost, and reads it. Screenshots lie in
 * target/screenshots.
 */
class SimulationsPageIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final DemoSize SIZE =
      new DemoSize(10, 2, 400, 10_000, LocalDate.of(2025, 12, 31), 7L);
  private static final Duration LIMIT = Duration.ofMinutes(12);

  private static Installation installation;
  private static PayaraServer server;
  private static Page page;
  private static final List<String> TROUBLE = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    installation = Installation.of(Engine.H2, "simulations-page", SIZE);
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
  void ways_of_ordering_are_compared_on_the_page() throws Exception {
    page.navigate(server.url("/planner/simulations.xhtml").toString());
    page.locator("#login\\:user").fill("admin");
    page.locator("#login\\:password").fill(server.password());
    page.locator("#login\\:enter").click();
    assertThat(page.locator("nav a.here")).hasText("Simulations");
    assertThat(page.locator(".card.empty")).containsText("Nothing was simulated yet");
    page.locator("#simulations\\:start").click();
    assertThat(page.locator("#messages")).containsText("No version of plan default is published");
    server
        .client()
        .complete(
            "nightly",
            Map.of(
                "asOf", SIZE.lastDay().plusDays(1).toString(), "models", "Naive", "origins", "1"),
            LIMIT);
    refused("weeks", "3", "Weeks of the test is 3; it must be from 6 to 104.");
    refused("weeks", "many", "'many' is no whole number");
    field("weeks").fill("10");
    refused("holding", "a lot", "Holding, % of the price a year: 'a lot' is no number");
    field("holding").fill("25");
    field("ordering").fill("15");
    field("shortage").fill("40");
    field("places").fill("12");
    page.locator("#simulations\\:start").click();
    assertThat(page.locator("#messages")).containsText("waits for its turn");
    assertThat(page.locator("section.chosen .badge"))
        .hasText(
            "ready", new LocatorAssertions.HasTextOptions().setTimeout((double) LIMIT.toMillis()));
    results();
    page.setViewportSize(1280, 900);
    shoot("simulations-1280");
    assertThat(page.locator("header.top").boundingBox().height).as("one line").isLessThan(75);
    removed();
    assertThat(TROUBLE).as("script errors and failed requests").isEmpty();
  }

  private static Locator field(String name) {
    return page.locator("#simulations\\:" + name);
  }

  private static void refused(String field, String text, String because) {
    field(field).fill(text);
    page.locator("#simulations\\:start").click();
    assertThat(page.locator("#messages")).containsText(because);
  }

  private static void results() {
    Locator rows = page.locator("table.results tbody tr");
    assertThat(page.locator("table.results")).containsText("As stock is planned");
    assertThat(page.locator("table.results")).containsText("Minimum and maximum of a year");
    assertThat(page.locator("table.results")).containsText("Forecast, least cost");
    assertThat(rows.count()).isBetween(5, 6);
    assertThat(page.locator("section.chosen canvas")).isVisible();
    assertThat(page.locator("section.chosen")).containsText("of 20 items at sites were looked at");
    assertThat(page.locator("table.runs tbody tr")).hasCount(1);
    assertThat(page.locator("table.runs")).containsText("Everything, 10 weeks");
    page.reload();
    assertThat(page.locator("section.chosen")).hasCount(0);
    page.locator("table.runs button.open").click();
    assertThat(page.locator("section.chosen canvas")).isVisible();
    shoot("simulations-1440");
  }

  private static void removed() {
    page.locator("table.runs button.remove").click();
    assertThat(page.locator("table.runs")).hasCount(0);
    assertThat(page.locator("section.chosen")).hasCount(0);
  }

  private static void shoot(String name) {
    Path file = Path.of(System.getProperty("demandwright.target"), "screenshots", name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }
}
