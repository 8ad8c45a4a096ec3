package org.demandwright.rest.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.demandwright.app.Announcement;
import org.demandwright.app.exchange.WebhookRecord;
import org.demandwright.store.exchange.DeliveryStatus;
import org.demandwright.store.exchange.DeliveryStore;
import org.demandwright.store.exchange.WebhookStore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Wire records of webhooks. */
final class WebhookWire {
  private WebhookWire() {}

  /**
   * One webhook.
   *
   * @param kinds what it is told, see {@code /webhooks/kinds}
   * @param active whether it is told anything
   * @param previousSecretUntil until when messages are signed with the secret before, too; absent
   *     where they are not
   */
  public record Webhook(
      long webhookId,
      String target,
      List<String> kinds,
      boolean active,
      String createdBy,
      Instant createdAt,
      int version,
      int secretVersion,
      Optional<Instant> previousSecretUntil) {
    static Webhook of(WebhookRecord record) {
      WebhookStore.Webhook w = record.webhook();
      return new Webhook(
          w.webhookId(),
          w.terms().target(),
          List.copyOf(new TreeSet<>(w.terms().kinds())),
          w.terms().active(),
          w.createdBy(),
          w.createdAt(),
          w.changes(),
          w.secret().version(),
          w.secret().previousUntil());
    }
  }

  /**
   * A secret that was drawn.
   *
   * @param secret told this once
   */
  public record NewWebhookSecret(Webhook webhook, String secret) {
    static NewWebhookSecret of(WebhookRecord record) {
      return new NewWebhookSecret(Webhook.of(record), record.secret().orElseThrow());
    }
  }

  /**
   * What is wanted.
   *
   * @param target an https address
   * @param kinds what is to be told, at least one, see {@code /webhooks/kinds}
   * @param active by default true
   */
  @Schema(example = "{\"target\": \"https://erp.example/in\", \"kinds\": [\"run.failed\"]}")
  public record WebhookRequest(String target, List<String> kinds, Optional<Boolean> active) {
    WebhookStore.Terms terms() {
      return new WebhookStore.Terms(target, Set.copyOf(kinds), active.orElse(true));
    }
  }

  /**
   * Something that may be told.
   *
   * @param meaning what happened then, and which facts are told
   */
  public record EventKind(String kind, String meaning) {
    static EventKind of(Announcement.Kind kind) {
      return new EventKind(kind.word(), kind.meaning());
    }
  }

  /**
   * One message to one webhook.
   *
   * @param status WAITING, DELIVERED or DEAD
   * @param attempts since it was asked for, or asked for again
   * @param nextAttempt when it is sent, absent where it has ended
   * @param giveUpAt after which it is sent no more
   * @param answerCode of the last attempt, absent where there was no answer
   * @param answer its first 1,000 characters
   * @param failure what was wrong at the last attempt
   */
  public record Delivery(
      long deliveryId,
      String kind,
      Instant happenedAt,
      DeliveryStatus status,
      int attempts,
      Optional<Instant> nextAttempt,
      Instant giveUpAt,
      Optional<Instant> endedAt,
      Optional<Integer> answerCode,
      Optional<String> answer,
      Optional<String> failure,
      String body) {
    static Delivery of(DeliveryStore.Delivery d) {
      return new Delivery(
          d.deliveryId(),
          d.message().kind(),
          d.message().happenedAt(),
          d.status(),
          d.attempts(),
          Optional.of(d.nextAttempt()).filter(at -> d.status() == DeliveryStatus.WAITING),
          d.message().giveUpAt(),
          d.endedAt(),
          d.outcome().flatMap(DeliveryStore.Outcome::code),
          d.outcome().map(DeliveryStore.Outcome::answer).filter(text -> !text.isEmpty()),
          d.outcome().map(DeliveryStore.Outcome::failure).filter(text -> !text.isEmpty()),
          d.message().body());
    }
  }

  /** Since when what has ended is sent once more. */
  @Schema(example = "{\"since\": \"2026-11-29T00:00:00Z\"}")
  public record ReplayRequest(Instant since) {}

  /** How many deliveries are sent once more. */
  public record Replayed(int deliveries) {}
}
