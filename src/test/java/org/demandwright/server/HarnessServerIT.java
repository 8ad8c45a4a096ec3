package org.demandwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HarnessServerIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  @Test
  void starts_kills_and_starts_again() throws Exception {
    try (PayaraServer server = PayaraServer.in(PayaraServer.freshFolder("harness")).start()) {
      server.killHard();
      assertThat(server.running()).isFalse();
      server.start();
      assertThat(server.running()).isTrue();
      server.limitFileSize(1_000_000_000);
      Page page = BROWSER.newPage();
      page.navigate(server.url("/health/ready").toString());
      assertThat(page.content()).contains("UP");
    }
  }

  @Test
  void postgres() throws Exception {
    try (Connection c = SharedPostgres.create("probe").open();
        Statement s = c.createStatement();
        ResultSet r = s.executeQuery("select version()")) {
      r.next();
      assertThat(r.getString(1)).contains("PostgreSQL 17");
    }
  }
}
