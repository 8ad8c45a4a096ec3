package org.demandwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.server.Installation.Engine;
import org.junit.jupiter.api.Test;

/** A server with a country and an event: what each version knew of the calendar stays with it. */
class CalendarServerIT {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final DemoSize SIZE = DemoSize.small();
  private static final String EVENT =
      "{\"name\":\"Anniversary sale\",\"firstDay\":\"2020-03-01\",\"lastDay\":\"2020-03-14\","
          + "\"yearly\":true}";

  @Test
  void versionsKeepTheHolidaysAndEventsTheyWereMadeWith() throws Exception {
    try (Installation installation = Installation.of(Engine.H2, "calendar", SIZE)) {
      PayaraServer server = installation.server();
      server.set("dw.calendar.country", "DE-BY").set("dw.calendar.sites", "ELSEWHERE=US").start();
      ServerClient client = server.client();

      Response added = client.post("events", EVENT);
      assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
      long first = nightly(client);
      Response removed = client.delete("events/" + added.jsonPath().getLong("eventId"));
      assertThat(removed.statusCode()).as(removed.asString()).isEqualTo(204);
      long second = nightly(client);
      assertThat(client.version(first).getString("contentHash")).matches("[0-9a-f]{64}");

      server.stop();
      assertThat(events(server, first))
          .contains("Anniversary sale", "DE CORPUS_CHRISTI", "US THANKSGIVING");
      assertThat(events(server, second))
          .contains("DE CORPUS_CHRISTI")
          .doesNotContain("Anniversary sale");
    }
  }

  private static long nightly(ServerClient client) throws InterruptedException {
    LocalDate asOf = SIZE.lastDay().plusDays(1);
    client.complete(
        "nightly", Map.of("bucket", "WEEK", "horizon", "4", "asOf", asOf.toString()), LIMIT);
    return client.latestVersion().getLong("versionId");
  }

  private static List<String> events(PayaraServer server, long version) throws Exception {
    TreeSet<String> names = new TreeSet<>();
    String store = "jdbc:h2:file:" + server.data().resolve("store");
    try (Connection connection = DriverManager.getConnection(store, "sa", "sa");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select event_name from version_event where version_id = " + version)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return List.copyOf(names);
  }
}
