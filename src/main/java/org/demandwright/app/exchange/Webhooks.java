package org.demandwright.app.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.app.Announcement;
import org.demandwright.app.Clock;
import org.demandwright.app.Cursors;
import org.demandwright.app.Expected;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.settings.Settings;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.exchange.DeliveryStatus;
import org.demandwright.store.exchange.DeliveryStore;
import org.demandwright.store.exchange.DeliveryStore.Delivery;
import org.demandwright.store.exchange.WebhookStore;
import org.demandwright.store.exchange.WebhookStore.SecretState;
import org.demandwright.store.exchange.WebhookStore.Terms;
import org.demandwright.store.exchange.WebhookStore.Webhook;

/** Where other systems want to be told of what happens: set up, tried, and sent again. */
@ApplicationScoped
@Transactional
public class Webhooks {
  /** How long the secret before counts beside a new one. */
  static final Duration OVERLAP = Duration.ofHours(24);

  private static final int MOST = 50;

  private final WebhookStore webhooks;
  private final DeliveryStore deliveries;
  private final WebhookOutbox outbox;
  private final WebhookSecrets secrets;
  private final WebhookTargets targets;
  private final Settings settings;
  private final Clock clock;
  private final AuditTrail audit;

  @Inject
  Webhooks(
      WebhookStore webhooks,
      DeliveryStore deliveries,
      WebhookOutbox outbox,
      WebhookSecrets secrets,
      WebhookTargets targets,
      Settings settings,
      Clock clock,
      AuditTrail audit) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.outbox = outbox;
    this.secrets = secrets;
    this.targets = targets;
    this.settings = settings;
    this.clock = clock;
    this.audit = audit;
  }

  Webhooks() {
    this(null, null, null, null, null, null, null, null);
  }

  /** Returns webhooks in the order of their numbers. */
  public Page<WebhookRecord> page(Optional<String> cursor, int limit) {
    return Page.of(
            webhooks.after(cursor.map(Cursors::number).orElse(0L), limit),
            limit,
            w -> Cursors.of(w.webhookId()))
        .map(Webhooks::record);
  }

  public WebhookRecord one(long webhookId) {
    return record(webhook(webhookId));
  }

  /** Makes a webhook, and draws its secret. */
  public WebhookRecord add(Terms terms, String by) {
    check(terms);
    if (webhooks.count() >= MOST) {
      throw new Refused(
          Refused.Kind.CONFLICT, "There are %d webhooks; remove one first.".formatted(MOST));
    }
    long id = webhooks.add(terms, secrets.keyMark(), by, clock.now());
    audit.record("webhook.create", subject(id), AuditTrail.NOTHING, terms);
    return new WebhookRecord(webhook(id), Optional.of(secrets.secret(id, 1)));
  }

  /** Changes what a webhook is told, and where. */
  public WebhookRecord change(long webhookId, Terms terms, Expected<WebhookRecord> expected) {
    Webhook seen = held(webhookId, expected);
    check(terms);
    webhooks.change(webhookId, terms);
    audit.record("webhook.change", subject(webhookId), seen.terms(), terms);
    return one(webhookId);
  }

  /** Removes a webhook; what it was not told yet, it is not told any more. */
  public void remove(long webhookId, Expected<WebhookRecord> expected) {
    Webhook seen = held(webhookId, expected);
    webhooks.remove(webhookId);
    audit.record("webhook.delete", subject(webhookId), seen.terms(), AuditTrail.NOTHING);
  }

  /** Draws another secret; for a day messages are signed with both. */
  public WebhookRecord rotate(long webhookId) {
    Webhook seen = held(webhookId, Expected.anything());
    boolean sameKey = seen.secret().keyMark().equals(secrets.keyMark());
    SecretState renewed =
        new SecretState(
            seen.secret().version() + 1,
            secrets.keyMark(),
            Optional.of(clock.now().plus(OVERLAP)).filter(until -> sameKey));
    webhooks.renew(webhookId, renewed);
    audit.record(
        "webhook.rotate",
        subject(webhookId),
        Map.of("secret", seen.secret().version()),
        Map.of("secret", renewed.version()));
    return new WebhookRecord(
        webhook(webhookId), Optional.of(secrets.secret(webhookId, renewed.version())));
  }

  /** Tells a webhook that somebody tries it, whatever it wants to be told. */
  public WebhookRecord test(long webhookId, String by) {
    Webhook seen = webhook(webhookId);
    outbox.announce(
        webhookId, new Announcement(Announcement.Kind.WEBHOOK_TEST, clock.now(), Map.of("by", by)));
    audit.record("webhook.test", subject(webhookId), AuditTrail.NOTHING, Map.of("by", by));
    return record(seen);
  }

  /** Returns what a webhook was told or is to be told, newest first. */
  public Page<Delivery> deliveries(
      long webhookId, Optional<DeliveryStatus> status, Optional<String> cursor, int limit) {
    webhook(webhookId);
    return Page.of(
        deliveries.before(
            webhookId, status, cursor.map(Cursors::number).orElse(Long.MAX_VALUE), limit),
        limit,
        d -> Cursors.of(d.deliveryId()));
  }

  /** Returns one delivery. */
  public Delivery delivery(long webhookId, long deliveryId) {
    return deliveries
        .find(deliveryId)
        .filter(d -> d.webhookId() == webhookId)
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.NOT_FOUND,
                    "Webhook %d has no delivery %d.".formatted(webhookId, deliveryId)));
  }

  /** Sends a delivery that has ended once more, under its number. */
  public Delivery replay(long webhookId, long deliveryId) {
    Delivery seen = delivery(webhookId, deliveryId);
    if (!deliveries.again(deliveryId, giveUpAt(), clock.now())) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Delivery %d has not ended: it is sent by itself.".formatted(deliveryId));
    }
    audit.record(
        "webhook.replay",
        subject(webhookId),
        Map.of("delivery", deliveryId, "status", seen.status()),
        AuditTrail.NOTHING);
    return delivery(webhookId, deliveryId);
  }

  /**
   * Sends whatever has ended and happened since an instant once more, each under its number.
   *
   * @return how many
   */
  public int replaySince(long webhookId, Instant since) {
    webhook(webhookId);
    int again = deliveries.againSince(webhookId, since, giveUpAt(), clock.now());
    audit.record(
        "webhook.replay",
        subject(webhookId),
        AuditTrail.NOTHING,
        Map.of("since", since, "deliveries", again));
    return again;
  }

  private Instant giveUpAt() {
    return clock.now().plus(settings.exchange().giveUpAfter());
  }

  private void check(Terms terms) {
    targets.checked(terms.target());
    Set<String> known =
        Set.copyOf(Arrays.stream(Announcement.Kind.values()).map(Announcement.Kind::word).toList());
    if (terms.kinds().isEmpty() || !known.containsAll(terms.kinds())) {
      throw Refused.because(
          "kinds",
          "Name at least one of %s."
              .formatted(
                  String.join(
                      ", ",
                      List.of(Announcement.Kind.values()).stream()
                          .map(Announcement.Kind::word)
                          .toList())));
    }
  }

  private Webhook held(long webhookId, Expected<WebhookRecord> expected) {
    webhooks.hold(webhookId);
    Webhook seen = webhook(webhookId);
    expected.check(record(seen));
    return seen;
  }

  private Webhook webhook(long webhookId) {
    return webhooks
        .find(webhookId)
        .orElseThrow(
            () -> new Refused(Refused.Kind.NOT_FOUND, "There is no webhook " + webhookId + "."));
  }

  private static WebhookRecord record(Webhook webhook) {
    return new WebhookRecord(webhook, Optional.empty());
  }

  private static String subject(long webhookId) {
    return "webhook/" + webhookId;
  }
}
