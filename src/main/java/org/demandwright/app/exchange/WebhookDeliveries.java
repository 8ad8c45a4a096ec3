package org.demandwright.app.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.demandwright.app.Clock;
import org.demandwright.app.Refused;
import org.demandwright.app.settings.Settings;
import org.demandwright.store.exchange.DeliveryStatus;
import org.demandwright.store.exchange.DeliveryStore;
import org.demandwright.store.exchange.DeliveryStore.Delivery;
import org.demandwright.store.exchange.DeliveryStore.Outcome;
import org.demandwright.store.exchange.WebhookStore;
import org.demandwright.store.exchange.WebhookStore.Webhook;

/**
 * Hands out what is to be sent, signed, and notes what came of it. A delivery is sent until it is
 * answered with 2xx, at growing intervals, and given up in the end; of several members one sends it
 * at a time. A member that dies after sending leaves no note, so that a message may come twice,
 * under the same number.
 */
@ApplicationScoped
public class WebhookDeliveries {
  /** How long a member has to send one and note what came of it. */
  public static final Duration LEASE = Duration.ofSeconds(60);

  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final double MOST_BY_CHANCE = 0.25;
  private static final int MOST_DOUBLINGS = 20;
  private static final int LONGEST_ANSWER = 1_000;
  private static final int LONGEST_FAILURE = 500;

  private final WebhookStore webhooks;
  private final DeliveryStore deliveries;
  private final WebhookSecrets secrets;
  private final WebhookTargets targets;
  private final Settings settings;
  private final Clock clock;

  @Inject
  WebhookDeliveries(
      WebhookStore webhooks,
      DeliveryStore deliveries,
      WebhookSecrets secrets,
      WebhookTargets targets,
      Settings settings,
      Clock clock) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.secrets = secrets;
    this.targets = targets;
    this.settings = settings;
    this.clock = clock;
  }

  WebhookDeliveries() {
    this(null, null, null, null, null, null);
  }

  /** Something to be sent. */
  public record Outgoing(long deliveryId, URI target, Map<String, String> headers, String body) {
    public Outgoing {
      headers = Map.copyOf(headers);
    }

    /** Leaves signatures and body out. */
    @Override
    public String toString() {
      return "delivery " + deliveryId + " to " + target.getHost();
    }
  }

  /** Returns at most so many deliveries that the caller alone is to send now. */
  public List<Outgoing> claim(int most) {
    Instant now = clock.now();
    List<Outgoing> claimed = new ArrayList<>();
    for (Delivery delivery : deliveries.due(now, most)) {
      if (deliveries.claim(delivery.deliveryId(), now.plus(LEASE), now)) {
        webhooks
            .find(delivery.webhookId())
            .flatMap(w -> outgoing(w, delivery, now))
            .ifPresent(claimed::add);
      }
    }
    return claimed;
  }

  private Optional<Outgoing> outgoing(Webhook webhook, Delivery delivery, Instant now) {
    try {
      if (!webhook.secret().keyMark().equals(secrets.keyMark())) {
        throw new Refused(
            Refused.Kind.CONFLICT,
            "its secret was derived from another key than this member has: give all members the"
                + " same dw.webhooks.key, or rotate the secret");
      }
      return Optional.of(
          new Outgoing(
              delivery.deliveryId(),
              targets.checked(webhook.terms().target()),
              headers(webhook, delivery, now),
              delivery.message().body()));
    } catch (Refused unusable) {
      failed(delivery.deliveryId(), unusable.getMessage());
      return Optional.empty();
    }
  }

  private Map<String, String> headers(Webhook webhook, Delivery delivery, Instant now) {
    WebhookStore.SecretState state = webhook.secret();
    String body = delivery.message().body();
    String signatures = signature(webhook, state.version(), now, body);
    if (state.previousUntil().filter(now::isBefore).isPresent()) {
      signatures += "," + signature(webhook, state.version() - 1, now, body);
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Demandwright-Delivery", Long.toString(delivery.deliveryId()));
    headers.put("Demandwright-Event", delivery.message().kind());
    headers.put("Demandwright-Timestamp", Long.toString(now.getEpochSecond()));
    headers.put("Demandwright-Signature", signatures);
    return headers;
  }

  private String signature(Webhook webhook, int version, Instant now, String body) {
    String secret = secrets.secret(webhook.webhookId(), version);
    return "v1=" + WebhookSecrets.signature(secret, now.getEpochSecond(), body);
  }

  /** Notes an answer. */
  public void answered(long deliveryId, int code, String answer) {
    boolean taken = code >= 200 && code < 300;
    note(
        deliveryId,
        taken,
        new Outcome(
            Optional.of(code),
            cut(answer, LONGEST_ANSWER),
            taken ? "" : "It was answered with %d instead of 2xx.".formatted(code)));
  }

  /** Notes that there was no answer. */
  public void failed(long deliveryId, String why) {
    note(deliveryId, false, new Outcome(Optional.empty(), "", cut(why, LONGEST_FAILURE)));
  }

  private void note(long deliveryId, boolean taken, Outcome outcome) {
    Instant now = clock.now();
    deliveries
        .find(deliveryId)
        .ifPresent(
            delivery -> {
              Instant next = now.plus(pause(deliveryId, delivery.attempts() + 1));
              boolean givenUp = next.isAfter(delivery.message().giveUpAt());
              DeliveryStatus status =
                  taken
                      ? DeliveryStatus.DELIVERED
                      : givenUp ? DeliveryStatus.DEAD : DeliveryStatus.WAITING;
              deliveries.note(deliveryId, status, outcome, next, now);
            });
  }

  /**
   * Returns how long to wait after an attempt: the first pause, doubled with each attempt, an hour
   * at most, and up to a quarter more, drawn from the delivery's number.
   *
   * @param attempts so far, at least one
   */
  Duration pause(long deliveryId, int attempts) {
    double first = (double) settings.exchange().firstRetry().toMillis();
    double doubled = first * Math.pow(2, Math.min(attempts - 1, MOST_DOUBLINGS));
    double chance = new SplittableRandom(deliveryId * 1_000_003 + attempts).nextDouble();
    double pause = Math.min(doubled, (double) LONGEST_PAUSE.toMillis());
    return Duration.ofMillis(Math.round(pause * (1 + MOST_BY_CHANCE * chance)));
  }

  private static String cut(String text, int most) {
    String said = text == null ? "" : text.replace("\u0000", "");
    return said.length() <= most ? said : said.substring(0, most);
  }
}
