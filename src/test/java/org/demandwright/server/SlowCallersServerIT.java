package org.demandwright.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.server.Installation.Engine;
import org.demandwright.store.BulkForecasts;
import org.demandwright.store.Stores;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Callers that send or read slowly, or not at all, keep nothing from others. */
class SlowCallersServerIT {
  private static final Duration SOON = Duration.ofSeconds(10);

  private static Installation installation;
  private static ServerClient client;
  private final List<Socket> slow = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    installation = Installation.of(Engine.H2, "slow-callers", DemoSize.small());
    JdbcDataSource store = new JdbcDataSource();
    store.setURL("jdbc:h2:file:" + installation.server().data().resolve("store"));
    store.setUser("sa");
    store.setPassword("sa");
    BulkForecasts.fill(Stores.of(store), 2_000);
    installation.server().set("dw.rest.exports", "1");
    client = installation.server().start().client();
  }

  @AfterAll
  static void stop() throws Exception {
    installation.close();
  }

  @AfterEach
  void hangUp() throws IOException {
    for (Socket socket : slow) {
      socket.close();
    }
  }

  private Socket say(String request) throws IOException {
    URI at = installation.server().url("/");
    Socket socket = new Socket(at.getHost(), at.getPort());
    slow.add(socket);
    socket.getOutputStream().write(request.getBytes(US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  private static String basic() {
    String pair = client.user() + ":" + client.password();
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertServedSoon() {
    Instant begun = Instant.now();
    assertThat(client.get("forecast-versions").statusCode()).isEqualTo(200);
    assertThat(Duration.between(begun, Instant.now())).isLessThan(SOON);
  }

  @Test
  void three_hundred_forms_of_which_half_is_sent() throws Exception {
    for (int i = 0; i < 300; i++) {
      say(
          "POST /login.xhtml HTTP/1.1\r\nHost: here\r\nContent-Type:"
              + " application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nname=");
    }
    assertServedSoon();
  }

  @Test
  void two_hundred_bodies_of_a_planner_of_which_half_is_sent() throws Exception {
    for (int i = 0; i < 200; i++) {
      say(
          "POST /api/v1/events HTTP/1.1\r\nHost: here\r\nAuthorization: Basic "
              + basic()
              + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"name\":");
    }
    assertServedSoon();
  }

  @Test
  void a_reader_of_all_rows_that_stops_reading() throws Exception {
    Socket stopped =
        say(
            "GET /api/v1/forecasts?versionId=2 HTTP/1.1\r\nHost: here\r\nAccept: text/csv\r\n"
                + "Authorization: Basic "
                + basic()
                + "\r\n\r\n");
    assertThat(stopped.getInputStream().readNBytes(1_000)).hasSize(1_000);
    assertServedSoon();
    Instant giveUp = Instant.now().plusSeconds(60);
    int status = csv();
    while (status == 503 && Instant.now().isBefore(giveUp)) {
      Thread.sleep(1_000);
      status = csv();
    }
    assertThat(status).as("the place of the reader is free again").isEqualTo(200);
  }

  private static int csv() {
    return client.getCsv("forecasts?versionId=2&item=item-1").statusCode();
  }
}
