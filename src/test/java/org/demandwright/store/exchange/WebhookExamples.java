package org.demandwright.store.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.store.StoreExample.followed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demandwright.store.StoreExample;
import org.demandwright.store.StoreExample.Does;
import org.demandwright.store.Stores;
import org.demandwright.store.exchange.DeliveryStore.Delivery;
import org.demandwright.store.exchange.DeliveryStore.Message;
import org.demandwright.store.exchange.DeliveryStore.Outcome;
import org.demandwright.store.exchange.WebhookStore.SecretState;
import org.demandwright.store.exchange.WebhookStore.Terms;
import org.demandwright.store.exchange.WebhookStore.Webhook;

/** What the stores of webhooks do. */
public final class WebhookExamples {
  private static final Instant NOW = Instant.parse("2026-04-01T02:00:00.123456Z");
  private static final Terms BOTH = terms(true, "run.ended", "run.failed");

  private WebhookExamples() {}

  public static List<StoreExample<?>> all() {
    return List.of(
        new StoreExample<>(
            WebhookStore.class, Does.RETURN_WHAT_WAS_WRITTEN, WebhookExamples::written),
        new StoreExample<>(WebhookStore.class, Does.PAGE_IN_ORDER, WebhookExamples::pages),
        new StoreExample<>(WebhookStore.class, Does.FORGET, WebhookExamples::removed),
        new StoreExample<>(
            DeliveryStore.class, Does.RETURN_WHAT_WAS_WRITTEN, WebhookExamples::fannedOut),
        new StoreExample<>(
            DeliveryStore.class, Does.RETURN_WHAT_WAS_WRITTEN, WebhookExamples::attempts),
        new StoreExample<>(DeliveryStore.class, Does.PAGE_IN_ORDER, WebhookExamples::deliveries),
        new StoreExample<>(DeliveryStore.class, Does.FORGET, WebhookExamples::forgotten));
  }

  private static Terms terms(boolean active, String... kinds) {
    return new Terms("https://a.example/hook", Set.of(kinds), active);
  }

  private static long hook(Stores stores, Terms terms) {
    return new WebhookStore(stores.sql()).add(terms, "mark", "ann", NOW);
  }

  private static Message message(String kind, Instant at) {
    return new Message(kind, at, "{\"kind\": \"" + kind + "\"}", at.plusSeconds(600));
  }

  private static void written(WebhookStore hooks, Stores stores) {
    long id = hooks.add(BOTH, "mark", "ann", NOW);
    assertThat(hooks.find(id))
        .contains(
            new Webhook(id, BOTH, "ann", NOW, 0, new SecretState(1, "mark", Optional.empty())));
    Terms other = new Terms("https://b.example", Set.of("run.failed"), false);
    hooks.change(id, other);
    SecretState renewed = new SecretState(2, "other", Optional.of(NOW.plusSeconds(9)));
    hooks.renew(id, renewed);
    assertThat(hooks.find(id)).contains(new Webhook(id, other, "ann", NOW, 2, renewed));
    assertThat(hooks.count()).isEqualTo(1);
  }

  private static void pages(WebhookStore hooks, Stores stores) {
    List<Long> ids = List.of(hook(stores, BOTH), hook(stores, BOTH), hook(stores, BOTH));
    assertThat(followed(0L, hooks::after, Webhook::webhookId))
        .extracting(Webhook::webhookId)
        .isEqualTo(ids);
  }

  private static void removed(WebhookStore hooks, Stores stores) {
    long id = hook(stores, BOTH);
    long kept = hook(stores, BOTH);
    DeliveryStore deliveries = new DeliveryStore(stores.sql());
    deliveries.add(message("run.ended", NOW));
    hooks.remove(id);
    assertThat(hooks.after(0, 9)).extracting(Webhook::webhookId).containsExactly(kept);
    assertThat(deliveries.due(NOW, 9)).extracting(Delivery::webhookId).containsExactly(kept);
  }

  private static void fannedOut(DeliveryStore deliveries, Stores stores) {
    long both = hook(stores, BOTH);
    long failed = hook(stores, terms(true, "run.failed"));
    long silent = hook(stores, terms(false, "run.ended"));
    deliveries.add(message("run.ended", NOW));
    deliveries.add(message("run.failed", NOW));
    deliveries.add(message("run", NOW)); // the beginning of a kind is none
    deliveries.add(silent, message("webhook.test", NOW));
    assertThat(deliveries.due(NOW, 9))
        .extracting(d -> d.webhookId() + " " + d.message().kind())
        .containsExactlyInAnyOrder(
            both + " run.ended",
            both + " run.failed",
            failed + " run.failed",
            silent + " webhook.test");
    Delivery first = deliveries.before(failed, Optional.empty(), 99, 9).get(0);
    assertThat(first)
        .isEqualTo(
            new Delivery(
                first.deliveryId(),
                failed,
                message("run.failed", NOW),
                DeliveryStatus.WAITING,
                0,
                NOW,
                Optional.empty(),
                Optional.empty()));
    assertThat(deliveries.find(first.deliveryId())).contains(first);
  }

  private static void attempts(DeliveryStore deliveries, Stores stores) {
    hook(stores, BOTH);
    deliveries.add(message("run.ended", NOW));
    long id = deliveries.due(NOW, 9).get(0).deliveryId();
    assertThat(deliveries.due(NOW.minusSeconds(1), 9)).as("not yet").isEmpty();
    assertThat(deliveries.claim(id, NOW.plusSeconds(60), NOW)).isTrue();
    assertThat(deliveries.claim(id, NOW.plusSeconds(60), NOW)).as("by one alone").isFalse();
    assertThat(deliveries.due(NOW.plusSeconds(59), 9)).isEmpty();
    assertThat(deliveries.claim(id, NOW.plusSeconds(99), NOW.plusSeconds(61)))
        .as("the lease of the other is over")
        .isTrue();

    Outcome wrong = new Outcome(Optional.of(500), "oh", "answered with 500");
    Instant next = NOW.plusSeconds(90);
    deliveries.note(id, DeliveryStatus.WAITING, wrong, next, NOW.plusSeconds(62));
    Delivery waiting = deliveries.find(id).orElseThrow();
    assertThat(waiting.outcome()).contains(wrong);
    assertThat(List.of(waiting.attempts(), waiting.nextAttempt())).containsExactly(1, next);
    assertThat(deliveries.due(next, 9)).containsExactly(waiting);
    assertThat(deliveries.again(id, NOW, NOW)).as("it has not ended").isFalse();

    Outcome silent = new Outcome(Optional.empty(), "", "no answer");
    deliveries.note(id, DeliveryStatus.DEAD, silent, next, NOW.plusSeconds(91));
    Delivery dead = deliveries.find(id).orElseThrow();
    assertThat(dead.status()).isEqualTo(DeliveryStatus.DEAD);
    assertThat(dead.endedAt()).contains(NOW.plusSeconds(91));
    deliveries.note(id, DeliveryStatus.DELIVERED, silent, next, NOW); // too late
    assertThat(deliveries.find(id)).contains(dead);

    assertThat(deliveries.again(id, NOW.plusSeconds(999), NOW.plusSeconds(100))).isTrue();
    Delivery again = deliveries.find(id).orElseThrow();
    assertThat(List.of(again.attempts(), again.nextAttempt(), again.message().giveUpAt()))
        .containsExactly(0, NOW.plusSeconds(100), NOW.plusSeconds(999));
  }

  private static void deliveries(DeliveryStore deliveries, Stores stores) {
    long id = hook(stores, BOTH);
    for (int second = 0; second < 5; second++) {
      deliveries.add(message("run.ended", NOW.plusSeconds(second)));
    }
    assertThat(
            followed(
                99L,
                (before, limit) -> deliveries.before(id, Optional.empty(), before, limit),
                Delivery::deliveryId))
        .extracting(Delivery::deliveryId)
        .containsExactly(5L, 4L, 3L, 2L, 1L);
    deliveries.note(3, DeliveryStatus.DELIVERED, new Outcome(Optional.of(204), "", ""), NOW, NOW);
    deliveries.note(5, DeliveryStatus.DEAD, new Outcome(Optional.empty(), "", "x"), NOW, NOW);
    assertThat(deliveries.before(id, Optional.of(DeliveryStatus.DELIVERED), 99, 9))
        .extracting(Delivery::deliveryId)
        .containsExactly(3L);
    assertThat(deliveries.due(NOW.plusSeconds(9), 2))
        .extracting(Delivery::deliveryId)
        .containsExactly(1L, 2L);
    assertThat(deliveries.againSince(id, NOW.plusSeconds(3), NOW, NOW)).isEqualTo(1);
    assertThat(deliveries.find(5).orElseThrow().status()).isEqualTo(DeliveryStatus.WAITING);
    assertThat(deliveries.find(3).orElseThrow().status()).isEqualTo(DeliveryStatus.DELIVERED);
  }

  private static void forgotten(DeliveryStore deliveries, Stores stores) {
    long id = hook(stores, BOTH);
    deliveries.add(message("run.ended", NOW));
    deliveries.add(message("run.ended", NOW));
    Outcome good = new Outcome(Optional.of(200), "", "");
    deliveries.note(1, DeliveryStatus.DELIVERED, good, NOW, NOW);
    deliveries.forget(NOW.plusSeconds(1));
    assertThat(deliveries.before(id, Optional.empty(), 99, 9))
        .as("what waits stays")
        .extracting(Delivery::deliveryId)
        .containsExactly(2L);
  }
}
