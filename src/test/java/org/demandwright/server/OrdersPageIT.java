package org.demandwright.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
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

/** The page of stock and orders in the browser. Screenshots lie in target/screenshots. */
@TestMethodOrder(OrderAnnotation.class)
class OrdersPageIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final DemoSize SIZE = DemoSize.small();
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String READER = "reader-of-orders";

  private static Installation installation;
  private static PayaraServer server;
  private static Page page;
  private static final List<String> TROUBLE = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    installation = Installation.of(Engine.H2, "orders-page", SIZE);
    installation.accounts().add(READER, "VIEWER");
    server = installation.server().start();
    server
        .client()
        .complete(
            "nightly",
            Map.of(
                "asOf", SIZE.lastDay().plusDays(1).toString(), "models", "Naive", "origins", "1"),
            LIMIT);
    page = open();
  }

  private static Page open() {
    Page opened = BROWSER.newPage();
    opened.setViewportSize(1280, 1000);
    opened.onPageError(TROUBLE::add);
    opened.onConsoleMessage(
        m -> {
          if (m.type().equals("error")) {
            TROUBLE.add(m.text());
          }
        });
    opened.onResponse(
        r -> {
          if (r.status() >= 400) {
            TROUBLE.add(r.status() + " " + r.url());
          }
        });
    return opened;
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

  private static void logIn(Page in, String user) throws IOException {
    in.navigate(server.url("/planner/orders.xhtml").toString());
    in.locator("#login\\:user").fill(user);
    in.locator("#login\\:password").fill(server.password());
    in.locator("#login\\:enter").click();
    assertThat(in.locator("nav a.here")).hasText("Stock and orders");
  }

  private static Locator rows() {
    return page.locator("table.orders tbody tr:not(.note)");
  }

  @Test
  @Order(1)
  void suggestions_stand_by_vendor_with_their_reason() throws IOException {
    logIn(page, "admin");
    assertThat(page.locator("h1")).hasText("Stock and orders");
    assertThat(
            page.locator("table.orders tr.note")
                .filter(new Locator.FilterOptions().setHasText("stock lasts until"))
                .first())
        .isVisible();
    assertThat(page.locator("table.stock tbody tr:not(.note)").first()).isVisible();
    shoot("orders-1280");
  }

  @Test
  @Order(2)
  void one_is_accepted_and_gone() {
    int there = rows().count();
    page.locator("table.orders button.accept").first().click();
    assertThat(page.locator("#messages")).containsText("is accepted");
    assertThat(rows()).hasCount(there - 1);
  }

  @Test
  @Order(3)
  void what_is_wrong_with_an_answer_is_said_in_its_dialog() {
    page.locator("table.orders button.reject").first().click();
    Locator dialog = page.locator("#answerDialog");
    assertThat(dialog).containsText("Order none of it.");
    page.locator("#answerForm\\:send").click();
    assertThat(dialog.locator("[role=alert]")).containsText("Say why it is rejected");
    shoot("orders-dialog-1280");
    page.locator("#answerForm\\:reason").fill("no room");
    page.keyboard().press("Tab");
    page.locator("#answerForm\\:send").focus();
    page.keyboard().press("Enter");
    assertThat(dialog).not().isVisible();
    assertThat(page.locator("#messages")).containsText("is rejected");
  }

  @Test
  @Order(4)
  void what_was_rejected_is_found_and_taken_back() {
    page.locator("#orders\\:state").selectOption("REJECTED");
    page.locator("#orders\\:filter").click();
    assertThat(rows()).hasCount(1);
    assertThat(page.locator("table.orders tr.note")).containsText("no room");
    page.locator("table.orders button.reopen").click();
    assertThat(rows()).hasCount(0);
    page.locator("#orders\\:state").selectOption("OPEN");
    page.locator("#orders\\:filter").click();
    assertThat(rows().first()).isVisible();
  }

  @Test
  @Order(5)
  void those_that_are_chosen_are_accepted_together() {
    int there = rows().count();
    page.locator("table.orders input[type=checkbox]").nth(0).check();
    page.locator("table.orders input[type=checkbox]").nth(1).check();
    page.locator("#orders\\:acceptChosen").click();
    page.locator(".ui-confirmdialog-yes").click();
    assertThat(page.locator("#messages")).containsText("2 accepted");
    assertThat(rows()).hasCount(there - 2);
  }

  @Test
  @Order(6)
  void who_may_only_read_sees_no_button() throws IOException {
    Page other = open();
    logIn(other, READER);
    assertThat(other.locator("table.orders tbody tr").first()).isVisible();
    assertThat(other.locator("table.orders button")).hasCount(0);
    assertThat(other.locator("table.orders input")).hasCount(0);
    assertThat(other.locator("#orders\\:acceptChosen")).hasCount(0);
  }

  private static void shoot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "screenshots", name + ".png")));
  }
}
