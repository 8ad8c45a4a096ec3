package org.demandwright.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator lets a colleague and a system in; the colleague chooses a password. */
@TestMethodOrder(OrderAnnotation.class)
class AccountsPageIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final String CHOSEN = "tea cups and rain";
  private static final List<String> TROUBLE = new ArrayList<>();

  private static PayaraServer server;
  private static Page page;
  private static String drawn;

  @BeforeAll
  static void start() throws Exception {
    server = PayaraServer.in(PayaraServer.freshFolder("accounts"));
    server
        .set("dw.store.url", "jdbc:h2:file:" + server.data().resolve("store") + ";WRITE_DELAY=0")
        .start();
    page = BROWSER.newPage();
    page.onPageError(TROUBLE::add);
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @AfterEach
  void the_browser_had_no_trouble() {
    Assertions.assertThat(TROUBLE).as("script errors").isEmpty();
  }

  @Test
  @Order(1)
  void an_administrator_lets_a_colleague_in() throws Exception {
    page.navigate(server.url("/admin/accounts.xhtml").toString());
    logIn(page, "admin", server.password());
    page.locator("#accounts\\:name").fill("ann");
    page.locator("#accounts\\:add").click();
    assertThat(page.locator("#secret")).hasText(Pattern.compile("\\w{24}"));
    drawn = page.locator("#secret").textContent();
    assertThat(page.locator("table.people")).containsText("ann");
    assertThat(page.locator("table.audit")).containsText("account.add");
    shoot("accounts");
    page.reload();
    assertThat(page.locator("#secret")).hasCount(0);
  }

  @Test
  @Order(2)
  void the_colleague_chooses_a_password_before_anything_else() {
    Page ann = BROWSER.newPage();
    ann.navigate(server.url("/planner/versions.xhtml").toString());
    logIn(ann, "ann", drawn);
    assertThat(ann.locator("#password\\:current")).isVisible();
    ann.navigate(server.url("/planner/versions.xhtml").toString());
    assertThat(ann.locator("#password\\:current")).isVisible();
    ann.locator("#password\\:current").fill(drawn);
    ann.locator("#password\\:chosen").fill("Password2026!");
    ann.locator("#password\\:again").fill("Password2026!");
    ann.locator("#password\\:change").click();
    assertThat(ann.locator("#messages")).containsText("everybody tries first");
    ann.locator("#password\\:current").fill(drawn);
    ann.locator("#password\\:chosen").fill(CHOSEN);
    ann.locator("#password\\:again").fill(CHOSEN);
    ann.locator("#password\\:change").click();
    logIn(ann, "ann", CHOSEN);
    assertThat(ann.locator("header.top")).containsText("ann");
    page.navigate(server.url("/admin/accounts.xhtml").toString());
    page.locator("table.people tr", new Page.LocatorOptions().setHasText("ann"))
        .locator("button.lock")
        .click();
    assertThat(page.locator("table.people")).containsText("locked");
    ann.navigate(server.url("/planner/versions.xhtml").toString());
    assertThat(ann.locator("#login\\:user")).isVisible();
  }

  @Test
  @Order(3)
  void an_administrator_lets_a_system_in() {
    page.locator("#accounts\\:name").fill("mrp");
    page.locator("label[for='accounts:roles:0']").click();
    page.locator("#accounts\\:system .ui-chkbox-box").click();
    page.locator("#accounts\\:add").click();
    assertThat(page.locator("#secret")).containsText("dws_");
    assertThat(page.locator("table.systems")).containsText("mrp");
  }

  private static void logIn(Page page, String name, String password) {
    page.locator("#login\\:user").fill(name);
    page.locator("#login\\:password").fill(password);
    page.locator("#login\\:enter").click();
  }

  private static void shoot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(
                Path.of(System.getProperty("demandwright.target"), "screenshots", name + ".png")));
  }
}
