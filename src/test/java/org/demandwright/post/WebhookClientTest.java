package org.demandwright.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.demandwright.app.exchange.WebhookDeliveries.Outgoing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookClientTest {
  private static final int SILENCE = 500;

  /** Longer than any answer takes on a busy machine. */
  private static final int PATIENCE = 20_000;

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private HttpServer receiver;
  private WebhookClient client;

  @BeforeEach
  void open() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.setExecutor(Executors.newCachedThreadPool());
    receiver.createContext("/", this::hear);
    receiver.start();
    client = new WebhookClient(WebhookClientTest::named, PATIENCE, PATIENCE);
  }

  @AfterEach
  void close() {
    client.close();
    receiver.stop(0);
  }

  private static InetAddress[] named(String host) throws UnknownHostException {
    if (host.equals("receiver.example")) {
      return new InetAddress[] {InetAddress.getLoopbackAddress()};
    }
    throw new UnknownHostException(host + " is refused");
  }

  private void hear(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    heard.add(path + " " + exchange.getRequestHeaders().getFirst("X-Test") + " " + body);
    switch (path) {
      case "/moved" -> {
        exchange.getResponseHeaders().set("Location", "/other");
        exchange.sendResponseHeaders(302, -1);
      }
      case "/long" -> endless(exchange);
      case "/silent" -> pause(4 * SILENCE);
      default -> {
        exchange.sendResponseHeaders(200, 4);
        exchange.getResponseBody().write("good".getBytes(StandardCharsets.UTF_8));
      }
    }
    exchange.close();
  }

  private static void endless(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    try {
      for (int i = 0; i < 5_000; i++) {
        out.write("x".repeat(1_000).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException hungUp) {
      return;
    }
    pause(PATIENCE);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpPost to(String host, String path) {
    URI target =
        URI.create("http://%s:%d%s".formatted(host, receiver.getAddress().getPort(), path));
    return WebhookClient.request(new Outgoing(1, target, Map.of("X-Test", "so"), "{\"é\":1}"));
  }

  @Test
  void sends_headers_and_body_and_returns_the_answer() throws IOException {
    assertThat(client.send(to("receiver.example", "/hook")))
        .isEqualTo(new WebhookClient.Answer(200, "good"));
    assertThat(heard).containsExactly("/hook so {\"é\":1}");
  }

  @Test
  void follows_no_redirect() throws IOException {
    assertThat(client.send(to("receiver.example", "/moved")).code()).isEqualTo(302);
    assertThat(heard).hasSize(1);
  }

  @Test
  void connects_to_addresses_that_were_judged_alone() {
    assertThatThrownBy(() -> client.send(to("127.0.0.1", "/hook")))
        .isInstanceOf(UnknownHostException.class)
        .hasMessageContaining("127.0.0.1 is refused");
    assertThatThrownBy(() -> client.send(to("localhost", "/hook")))
        .isInstanceOf(UnknownHostException.class);
    assertThat(heard).isEmpty();
  }

  @Test
  void reads_the_beginning_of_an_answer_and_hangs_up() throws IOException {
    long begun = System.nanoTime();
    assertThat(client.send(to("receiver.example", "/long")).beginning()).hasSize(1_000);
    assertThat((System.nanoTime() - begun) / 1_000_000).isLessThan(PATIENCE);
  }

  @Test
  void gives_up_on_a_receiver_that_says_nothing() {
    client.close();
    client = new WebhookClient(WebhookClientTest::named, PATIENCE, SILENCE);
    assertThatThrownBy(() -> client.send(to("receiver.example", "/silent")))
        .isInstanceOf(IOException.class);
    assertThat(heard).as("and does not try again by itself").hasSize(1);
  }
}
