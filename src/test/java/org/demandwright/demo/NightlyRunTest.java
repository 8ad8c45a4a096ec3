package org.demandwright.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's side of the REST interface, against a server that answers what it is told to. */
class NightlyRunTest {
  @TempDir Path folder;

  private final Deque<String> posted = new ConcurrentLinkedDeque<>();
  private final Deque<String> executions = new ArrayDeque<>();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private HttpServer server;
  private int startStatus = 202;

  @BeforeEach
  void serve() throws IOException {
    Files.writeString(folder.resolve("admin.password"), "secret\n");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String login = exchange.getRequestHeaders().getFirst("Authorization");
          String expected = Base64.getEncoder().encodeToString("admin:secret".getBytes("UTF-8"));
          int status = ("Basic " + expected).equals(login) ? 200 : 401;
          String body;
          if (exchange.getRequestMethod().equals("POST")) {
            posted.add(new String(exchange.getRequestBody().readAllBytes(), "UTF-8"));
            status = startStatus;
            body =
                status == 202 ? execution(7, 7, "STARTING", 0) : "{\"detail\":\"asOf is wrong\"}";
          } else {
            body = executions.size() > 1 ? executions.poll() : executions.peek();
          }
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  private static String execution(long id, long instance, String status, long done) {
    return """
        {"executionId":%d,"instanceId":%d,"job":"nightly","status":"%s","message":"",
         "parameters":{},"steps":[{"name":"import-sales","status":"STARTED","done":%d,
         "total":2000,"unit":"lines","perSecond":500.0,"secondsLeft":3}]}"""
        .formatted(id, instance, status, done);
  }

  private void answer(String... rows) {
    executions.add("{\"rows\":[" + String.join(",", rows) + "]}");
  }

  private NightlyRun.Result follow(Map<String, String> parameters) throws InterruptedException {
    ServerApi api =
        new ServerApi(
            URI.create("http://localhost:" + server.getAddress().getPort() + "/"),
            folder.resolve("admin.password"));
    return new NightlyRun(api, () -> {}, new PrintStream(printed, true, StandardCharsets.UTF_8))
        .follow(parameters);
  }

  @Test
  void startsTheJobWithItsParametersAndShowsProgressOnChange() throws InterruptedException {
    answer();
    answer(execution(7, 7, "STARTED", 1000));
    answer(execution(7, 7, "STARTED", 1000));
    answer(execution(7, 7, "COMPLETED", 2000));
    NightlyRun.Result result = follow(Map.of("bucket", "WEEK"));
    assertThat(result.last().completed()).isTrue();
    assertThat(result.executions()).containsExactly(7L);
    assertThat(posted)
        .containsExactly("{\"job\":\"nightly\",\"parameters\":{\"bucket\":\"WEEK\"}}");
    assertThat(printed.toString(StandardCharsets.UTF_8).lines().toList())
        .hasSize(2)
        .first()
        .asString()
        .contains("import-sales")
        .contains("1,000 of")
        .contains("500.0/s")
        .contains("0:03 left");
  }

  @Test
  void followsAnInterruptedRunThroughItsRestartInsteadOfStartingAnother()
      throws InterruptedException {
    answer(execution(3, 2, "STARTED", 500));
    answer(execution(3, 2, "FAILED", 500));
    answer(execution(9, 2, "STARTED", 1500), execution(3, 2, "FAILED", 500));
    answer(execution(9, 2, "COMPLETED", 2000), execution(3, 2, "FAILED", 500));
    NightlyRun.Result result = follow(Map.of());
    assertThat(posted).isEmpty();
    assertThat(result.last().id()).isEqualTo(9);
    assertThat(result.executions()).isEqualTo(List.of(9L, 3L));
  }

  @Test
  void passesOnWhyTheServerRefuses() {
    answer();
    startStatus = 400;
    assertThatThrownBy(() -> follow(Map.of("asOf", "soon")))
        .isInstanceOf(DemoFailure.class)
        .hasMessageContaining("400")
        .hasMessageContaining("asOf is wrong");
  }

  @Test
  void endsWithTheFailedExecution() throws InterruptedException {
    answer();
    answer(execution(7, 7, "FAILED", 10));
    assertThat(follow(Map.of()).last().completed()).isFalse();
  }
}
