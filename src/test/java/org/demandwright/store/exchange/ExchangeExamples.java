package org.demandwright.store.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.demandwright.store.StoreExample;
import org.demandwright.store.StoreExample.Does;
import org.demandwright.store.Stores;

/** What the stores of exchange do. */
public final class ExchangeExamples {
  private static final Instant NOW = Instant.parse("2026-04-01T02:00:00.123456Z");

  private ExchangeExamples() {}

  public static List<StoreExample<?>> all() {
    return List.of(
        new StoreExample<>(
            NamedRequestStore.class, Does.RETURN_WHAT_WAS_WRITTEN, ExchangeExamples::requests),
        new StoreExample<>(NamedRequestStore.class, Does.FORGET, ExchangeExamples::forgotten));
  }

  private static NamedRequestStore.Entry request(String account, String attempt, Instant at) {
    return new NamedRequestStore.Entry(account, "k1", attempt, "abc", at, Optional.empty());
  }

  private static void requests(NamedRequestStore requests, Stores stores) {
    NamedRequestStore.Entry first = request("ann", "1", NOW);
    assertThat(requests.claim(first)).isEqualTo(first);
    assertThat(requests.claim(request("ann", "2", NOW.plusSeconds(1))))
        .as("the first stands")
        .isEqualTo(first);
    assertThat(requests.claim(request("bob", "3", NOW)).attempt())
        .as("keys are the account's")
        .isEqualTo("3");
    assertThat(requests.takeOver(first, "4", NOW.plusSeconds(9))).isTrue();
    assertThat(requests.takeOver(first, "5", NOW.plusSeconds(9))).as("by one alone").isFalse();
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    requests.answer(
        "ann", "k1", "1", new NamedRequestStore.Answer(500, null, null, body)); // too late
    requests.answer("ann", "k1", "4", new NamedRequestStore.Answer(201, "/x/1", "\"e\"", body));
    NamedRequestStore.Answer answer =
        requests.find("ann", "k1").flatMap(NamedRequestStore.Entry::answer).orElseThrow();
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.location()).isEqualTo("/x/1");
    assertThat(answer.entityTag()).isEqualTo("\"e\"");
    assertThat(answer.body()).isEqualTo(body);
    assertThat(requests.takeOver(requests.find("ann", "k1").orElseThrow(), "6", NOW)).isFalse();
  }

  private static void forgotten(NamedRequestStore requests, Stores stores) {
    requests.claim(request("ann", "1", NOW));
    requests.claim(request("bob", "2", NOW.plusSeconds(1)));
    requests.release("bob", "k1", "1");
    assertThat(requests.find("bob", "k1")).as("another's attempt").isPresent();
    requests.forget(NOW.plusSeconds(1));
    assertThat(requests.find("ann", "k1")).isEmpty();
    requests.release("bob", "k1", "2");
    assertThat(requests.find("bob", "k1")).isEmpty();
  }
}
