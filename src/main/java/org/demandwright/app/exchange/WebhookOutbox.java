package org.demandwright.app.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.transaction.Transactional;
import org.demandwright.app.Announcement;
import org.demandwright.app.Announcements;
import org.demandwright.app.settings.Settings;
import org.demandwright.store.exchange.DeliveryStore;
import org.demandwright.store.exchange.HappeningLog;

/**
 * Writes down for every webhook what it is to be told, and for those who follow the stream, in the
 * transaction of what happened, so that nothing is told that did not happen and nothing that did is
 * forgotten.
 */
@ApplicationScoped
public class WebhookOutbox implements Announcements {
  private final DeliveryStore deliveries;
  private final HappeningLog happenings;
  private final Settings settings;

  @Inject
  WebhookOutbox(DeliveryStore deliveries, HappeningLog happenings, Settings settings) {
    this.deliveries = deliveries;
    this.happenings = happenings;
    this.settings = settings;
  }

  WebhookOutbox() {
    this(null, null, null);
  }

  @Override
  @Transactional
  public void announce(Announcement happened) {
    deliveries.add(message(happened));
    happenings.add(
        happened.kind().word(),
        happened.happenedAt(),
        Json.createObjectBuilder(happened.facts()).build().toString());
  }

  /** Writes down something for one webhook, whatever it wants to be told. */
  void announce(long webhookId, Announcement happened) {
    deliveries.add(webhookId, message(happened));
  }

  private DeliveryStore.Message message(Announcement happened) {
    String body =
        Json.createObjectBuilder()
            .add("kind", happened.kind().word())
            .add("happenedAt", happened.happenedAt().toString())
            .add("facts", Json.createObjectBuilder(happened.facts()))
            .build()
            .toString();
    return new DeliveryStore.Message(
        happened.kind().word(),
        happened.happenedAt(),
        body,
        happened.happenedAt().plus(settings.exchange().giveUpAfter()));
  }
}
