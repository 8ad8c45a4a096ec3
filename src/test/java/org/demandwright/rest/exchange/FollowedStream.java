package org.demandwright.rest.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.demandwright.server.ServerClient;

/** Follows the stream of events as an integrator would, in a thread of its own. */
final class FollowedStream implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final List<Followed> heard = new CopyOnWriteArrayList<>();
  private final InputStream body;
  private volatile boolean ended;

  /**
   * One event, or a comment, whose name begins with that word.
   *
   * @param id from which to go on
   * @param text its data, JSON
   */
  record Followed(String name, Optional<String> id, String text) {
    JsonPath data() {
      return JsonPath.from(text);
    }
  }

  private FollowedStream(InputStream body) {
    this.body = body;
    Thread reader = new Thread(this::read, "stream");
    reader.setDaemon(true);
    reader.start();
  }

  /** Asks for the stream of somebody, behind an event that was heard. */
  static FollowedStream of(ServerClient client, Optional<Long> behind) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(client.base() + "api/v1/events/stream"))
            .header("Accept", "text/event-stream")
            .header("Authorization", basic(client));
    behind.ifPresent(id -> request.header("Last-Event-ID", Long.toString(id)));
    HttpResponse<InputStream> answer =
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    assertThat(answer.headers().firstValue("X-Accel-Buffering")).contains("no");
    return new FollowedStream(answer.body());
  }

  /** Asks for a stream that ends, or is refused. */
  static Response asked(ServerClient client, String query, String lastEventId) {
    return given()
        .header("Authorization", basic(client))
        .header("Last-Event-ID", lastEventId)
        .get(client.base() + "api/v1/events/stream" + query);
  }

  private static String basic(ServerClient client) {
    String login = client.user() + ":" + client.password();
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      String name = "";
      Optional<String> id = Optional.empty();
      StringBuilder data = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty()) {
          heard.add(new Followed(name, id, data.toString()));
          name = "";
          id = Optional.empty();
          data.setLength(0);
        } else if (line.startsWith(":")) {
          name = "comment" + line.substring(1).stripTrailing();
        } else if (line.startsWith("event:")) {
          name = line.substring("event:".length()).strip();
        } else if (line.startsWith("id:")) {
          id = Optional.of(line.substring("id:".length()).strip());
        } else if (line.startsWith("data:")) {
          data.append(line.substring("data:".length()).strip());
        }
      }
    } catch (IOException closed) {
      // by us, or by the server
    }
    ended = true;
  }

  List<String> names() {
    return heard.stream().map(Followed::name).toList();
  }

  List<Followed> heard(String name) {
    return heard.stream().filter(event -> event.name().equals(name)).toList();
  }

  void await(String name) throws InterruptedException {
    await(() -> !heard(name).isEmpty());
  }

  void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("heard: %s", heard).isLessThan(deadline);
      Thread.sleep(100);
    }
  }

  void awaitEnd() throws InterruptedException {
    await(() -> ended);
  }

  boolean hasEnded() {
    return ended;
  }

  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the connection", e);
    }
  }
}
