package org.demandwright.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** An administrator's first evening in the browser. Screenshots lie in target/screenshots. */
@TestMethodOrder(OrderAnnotation.class)
class PagesPageIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final double RUN_MILLIS = LIMIT.toMillis();

  private static Installation installation;
  private static PayaraServer server;
  private static Page page;
  private static final List<String> TROUBLE = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    installation = Installation.of(Engine.H2, "pages", DemoSize.small());
    server = installation.server().start();
    page = BROWSER.newPage();
    page.onPageError(TROUBLE::add);
    page.onResponse(r -> noteFailure(r.status(), r.url()));
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
  void a_page_asks_who_is_there() {
    page.navigate(server.url("/admin/jobs.xhtml").toString());
    assertThat(page.locator("#login\\:user")).isVisible();
    logIn("not the password");
    assertThat(page.locator("#login\\:messages")).containsText("password");
    shoot("login");
  }

  @Test
  @Order(2)
  void the_right_password_opens_the_page_that_was_asked_for() throws Exception {
    logIn(server.password());
    assertThat(page.locator("#jobs\\:runNightly")).isVisible();
    shoot("jobs-empty");
  }

  @Test
  @Order(3)
  void a_run_is_started_and_watched_and_stopped() {
    page.locator("#jobs\\:runNightly").click();
    Locator running = page.locator(".card.running");
    assertThat(running).isVisible();
    assertThat(running.locator(".steps li").first()).isVisible();
    shoot("jobs-running");

    running.locator("button.stop").click();
    page.locator("button.ui-confirmdialog-yes").click();

    assertThat(status(0, "STOPPED")).isVisible(patiently());
    shoot("jobs-stopped");
  }

  @Test
  @Order(4)
  void a_stopped_run_goes_on_to_its_end() {
    row(0).locator("button.restart").click();
    page.locator("button.ui-confirmdialog-yes").click();
    assertThat(page.locator(".card.running")).isVisible();
    assertThat(status(0, "COMPLETED")).isVisible(patiently());
    shoot("jobs-completed");
  }

  @Test
  @Order(5)
  void a_series_is_found_and_drawn() {
    page.navigate(server.url("/planner/series.xhtml").toString());
    page.locator("#series\\:text").pressSequentially("i0003");
    Locator hits = page.locator(".hits li");
    assertThat(hits.first()).containsText("I0003");
    assertThat(hits).hasCount(2);
    hits.first().locator("a").click();

    Locator canvas = page.locator(".chart canvas");
    assertThat(canvas).isVisible();
    assertThat(page.locator(".facts")).containsText("RMSSE");
    page.waitForFunction("() => (" + DRAWN + ")() > 1000");
    Locator drivers = page.locator(".drivers");
    assertThat(drivers).containsText("What drives the forecast");
    assertThat(drivers.locator("tbody tr").first()).isVisible();
    assertThat(drivers.locator("tfoot")).containsText("Forecast");
    shoot("series");
  }

  @Test
  @Order(5)
  void a_series_that_is_not_recommended_says_what_to_plan_by() {
    page.navigate(server.url("/planner/series.xhtml").toString());
    page.locator("#series\\:verdict").selectOption("DO_NOT_FORECAST");
    assertThat(page.locator(".hits li:not(:has(.badge.DO_NOT_FORECAST))")).hasCount(0);
    page.locator(".hits li a").first().click();

    Locator note = page.locator(".notRecommended");
    assertThat(note).isVisible(patiently()); // a chart takes seconds on a busy machine
    assertThat(note).containsText("Not recommended to forecast. Plan by");
    assertThat(page.locator(".drivers")).hasCount(0);
    Locator mean = page.locator(".mean tbody td.number").first();
    assertThat(mean).hasText("–");
    shoot("series-not-recommended");

    note.locator(".ui-chkbox-box").click();
    assertThat(mean).not().hasText("–");
    assertThat(page.locator(".drivers")).isVisible();
  }

  @Test
  @Order(6)
  void a_run_by_hand_with_other_settings_is_a_draft_until_somebody_says_how_to_go_on()
      throws Exception {
    server.client().complete("nightly", Map.of("bucket", "WEEK", "horizon", "4"), LIMIT);
    page.navigate(server.url("/planner/versions.xhtml").toString());
    assertThat(page.locator("#readers a")).containsText("1");
    assertThat(page.locator(".badge.DRAFT")).isVisible();
    assertThat(page.locator(".caution").first()).containsText("bucket = WEEK, horizon = 4");
    assertThat(page.locator("button.publishOnce")).isVisible();
    shoot("versions-draft");

    page.locator("button.publishTake").click();
    assertThat(page.locator(".ui-confirm-dialog-message")).containsText("from the next night on");
    page.locator("button.ui-confirmdialog-yes").click();

    assertThat(page.locator("tr.current")).containsText("2");
    assertThat(page.locator(".plan")).containsText("bucket = WEEK, horizon = 4");
    assertThat(page.locator(".plan")).containsText("taken from version 2");
  }

  @Test
  @Order(7)
  void rolling_back_changes_what_readers_see() throws Exception {
    assertThat(page.locator("#readers")).containsText("2");
    assertThat(page.locator("tr.current")).containsText("recomputed, no difference");
    shoot("versions");

    page.locator("#versions\\:rollBack").click();
    page.locator("button.ui-confirmdialog-yes").click();

    assertThat(page.locator("tr.current")).containsText("1");
    assertThat(page.locator("#readers a")).containsText("1");
    shoot("versions-rolled-back");
    assertThat(server.client().publishedVersion()).isEqualTo(1);
  }

  @Test
  @Order(8)
  void logging_out_closes_the_door() {
    page.locator("#session\\:logOut").click();
    page.navigate(server.url("/planner/series.xhtml").toString());
    assertThat(page.locator("#login\\:user")).isVisible();
  }

  /** How many pixels of the chart are not empty. */
  private static final String DRAWN =
      """
      () => { const c = document.querySelector('.chart canvas');
        const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
        let n = 0; for (let i = 3; i < d.length; i += 4) if (d[i] > 0) n++;
        return n; }""";

  private static void logIn(String password) {
    page.locator("#login\\:user").fill("admin");
    page.locator("#login\\:password").fill(password);
    page.locator("#login\\:enter").click();
  }

  /** Returns the n-th run that has ended, newest first. */
  private static Locator row(int n) {
    return page.locator("table.runs > tbody").nth(n);
  }

  private static Locator status(int n, String status) {
    return row(n).locator("> tr").first().locator(".badge." + status);
  }

  private static IsVisibleOptions patiently() {
    return new IsVisibleOptions().setTimeout(RUN_MILLIS);
  }

  private static void noteFailure(int status, String url) {
    if (status >= 400) {
      TROUBLE.add(status + " " + url);
    }
  }

  private static void shoot(String name) {
    Path file = Path.of(System.getProperty("demandwright.target"), "screenshots", name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }
}
