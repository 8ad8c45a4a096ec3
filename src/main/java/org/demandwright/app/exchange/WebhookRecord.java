package org.demandwright.app.exchange;

import java.util.Optional;
import org.demandwright.store.exchange.WebhookStore.Webhook;

/**
 * A webhook as it stands.
 *
 * @param secret where it was drawn just now: it is told this once
 */
public record WebhookRecord(Webhook webhook, Optional<String> secret) {
  /** Leaves the secret out, so that it never reaches a log. */
  @Override
  public String toString() {
    return webhook.toString();
  }
}
