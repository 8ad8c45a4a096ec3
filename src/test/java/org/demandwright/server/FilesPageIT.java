package org.demandwright.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An administrator loads a first file in the browser. Screenshots lie in target/screenshots. */
@TestMethodOrder(OrderAnnotation.class)
class FilesPageIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final List<String> TROUBLE = new ArrayList<>();

  @TempDir static Path folder;
  private static FileInstallation installation;
  private static PayaraServer server;
  private static Page page;

  @BeforeAll
  static void start() throws Exception {
    installation = FileInstallation.of("files-page");
    server = installation.server().start();
    page = BROWSER.newPage();
    page.onPageError(TROUBLE::add);
    page.onResponse(
        r -> {
          if (r.status() >= 400) {
            TROUBLE.add(r.status() + " " + r.url());
          }
        });
    page.navigate(server.url("/admin/files.xhtml").toString());
    page.locator("#login\\:user").fill("admin");
    page.locator("#login\\:password").fill(server.password());
    page.locator("#login\\:enter").click();
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
  void a_file_is_sent_and_its_headings_are_proposed() throws Exception {
    assertThat(page.locator(".empty")).containsText("No file yet");
    shoot("files-empty");
    StringBuilder csv =
        new StringBuilder("Belegnummer;Datum;Artikelnummer;Menge;Preis;Bemerkung\n");
    for (int i = 1; i <= 12; i++) {
      csv.append("B").append(i).append(";0").append(i % 9 + 1).append("/03/2024;00");
      csv.append(120 + i).append(";1,").append(i).append(";4,5;\n");
    }
    csv.append("B13;08/03/2024;00133;viel;4,5;\n");
    send("bestellungen.csv", csv.toString());
    assertThat(page.locator(".questions")).containsText("dates");
    assertThat(page.locator("table.mapping tbody tr")).hasCount(6);
    shoot("files-questions");
  }

  @Test
  @Order(2)
  void a_question_is_answered_and_the_whole_file_is_tried() {
    page.locator("select[id$='dates']").selectOption("DMY");
    page.locator("[id$='look']").click();
    assertThat(page.locator(".questions")).hasCount(0);
    assertThat(page.locator("table.preview tbody tr").first()).containsText("2024-03-02");
    page.locator("[id$='tryOut']").click();
    assertThat(page.locator("table.errors tbody tr")).hasCount(1);
    assertThat(page.locator("table.errors")).containsText("quantity is not a number");
    shoot("files-tried");
    page.setViewportSize(1280, 800);
    shoot("files-tried-1280");
  }

  @Test
  @Order(3)
  void the_mapping_is_saved_and_the_file_loaded() {
    page.locator("[id$='profileName']").fill("Bestellungen");
    page.locator("[id$='saveProfile']").click();
    assertThat(page.locator("#messages")).containsText("saved as Bestellungen");
    page.locator("button[id$='load']").click();
    page.locator("button.ui-confirmdialog-yes").click();
    assertThat(page.locator("#messages")).containsText("12 rows are loaded, 1 could not be read");
    assertThat(page.locator("table.sent")).containsText("loaded");
    shoot("files-loaded");
  }

  @Test
  @Order(4)
  void a_second_file_with_the_same_header_needs_no_answer() throws Exception {
    send(
        "bestellungen-2.csv",
        "Belegnummer;Datum;Artikelnummer;Menge;Preis;Bemerkung\nB20;04/05/2024;00121;1,5;4,5;\n");
    assertThat(page.locator("section.card")).containsText("Read by the profile Bestellungen");
    assertThat(page.locator(".questions")).hasCount(0);
    Locator replaces = page.locator("select[id$='replaces']");
    assertThat(replaces).containsText("bestellungen.csv");
    shoot("files-second");
  }

  @Test
  @Order(5)
  void a_question_about_the_rows_is_answered_beside_it() throws Exception {
    send("gruppiert.csv", "Auftrag;Datum;Artikel;Menge\nG1;14.03.2024;A1;1\n;;A2;3\nSumme;;;4\n");
    assertThat(page.locator(".questions")).containsText("take what is empty from the row above");
    assertThat(page.locator("p.lines")).containsText("total 1");
    shoot("files-above");
    page.locator(".questions select").selectOption("YES");
    page.locator("[id$='look']").click();
    assertThat(page.locator(".questions")).hasCount(0);
    assertThat(page.locator("table.preview tbody tr").nth(1)).containsText("G1");
    page.locator("[id$='tryOut']").click();
    assertThat(page.locator("dl.report")).containsText("header 1 readable 2 total 1");
  }

  @Test
  @Order(6)
  void stock_is_sent_as_a_table() throws Exception {
    sendStock("item_id,site_id,on_hand\n00121,S1,4\n");
    assertThat(page.locator("#messages")).containsText("No item is known yet");
    sendStock("org_id,item_id,site_id,on_hand\nA,00121,S1,viel\n");
    assertThat(page.locator("#messages")).containsText("Row 1, on_hand: 'viel' is no number");
    assertThat(page.locator("table.supply .remove")).hasCount(0);
    sendStock("org_id;item_id;site_id;on_hand\nA;00121;S1;4.5\nA;00122;S1;0\n");
    assertThat(page.locator("#messages")).containsText("2 rows have arrived: Stock");
    assertThat(page.locator("table.supply tbody tr").first()).containsText("admin");
    page.setViewportSize(1280, 800);
    shoot("files-supply-1280");
    page.locator("table.supply .remove").click();
    page.locator("button.ui-confirmdialog-yes").click();
    assertThat(page.locator("#messages")).containsText("Forgotten: Stock");
    assertThat(page.locator("table.supply .remove")).hasCount(0);
  }

  private static void sendStock(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("stock.csv"), text, StandardCharsets.UTF_8);
    page.locator("#supply\\:table").selectOption("STOCK_LEVEL");
    page.locator("#supply\\:file").setInputFiles(file);
    page.locator("#supply\\:send").click();
  }

  private static void send(String name, String text) throws Exception {
    Path file = Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    page.locator("#send\\:file").setInputFiles(file);
    page.locator("[id$='send:go']").click();
    assertThat(page.locator("section.card h2").first()).containsText(name);
  }

  private static void shoot(String name) {
    Path file = Path.of(System.getProperty("demandwright.target"), "screenshots", name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }
}
