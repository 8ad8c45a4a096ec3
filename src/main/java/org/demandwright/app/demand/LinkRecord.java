package org.demandwright.app.demand;

import java.time.Instant;
import org.demandwright.core.demand.LifecycleLink;
import org.demandwright.store.demand.LinkStore;

/** One link between two items, as it was entered or changed last. */
public record LinkRecord(
    long linkId, LifecycleLink link, String note, String enteredBy, Instant enteredAt) {

  static LinkRecord of(LinkStore.Entry entry) {
    return new LinkRecord(
        entry.linkId(), entry.link(), entry.note(), entry.enteredBy(), entry.enteredAt());
  }
}
