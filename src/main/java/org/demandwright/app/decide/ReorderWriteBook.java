package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.demandwright.app.Clock;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.decide.ReorderWrite;
import org.demandwright.store.decide.ReorderWriteStore;

/** Notes what is written into the ERP before and after it is: each note by itself, and audited. */
@ApplicationScoped
@Transactional
public class ReorderWriteBook {
  private final ReorderWriteStore store;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  ReorderWriteBook(ReorderWriteStore store, AuditTrail audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  ReorderWriteBook() {
    this(null, null, null);
  }

  /** Notes what is about to be written; at least one. */
  List<ReorderWrite> begin(List<ReorderWrite> writes) {
    List<ReorderWrite> begun = store.begin(writes);
    audit.record(
        "reorder-rules.write",
        "decision/" + begun.get(0).decisionId(),
        AuditTrail.NOTHING,
        Map.of(
            "rules",
            begun.size(),
            "first",
            begun.get(0).writeNo(),
            "last",
            begun.get(begun.size() - 1).writeNo()));
    return begun;
  }

  void settle(List<ReorderWriteStore.Outcome> outcomes) {
    store.settle(outcomes);
  }

  void takeBack(ReorderWrite write, LocalDateTime stamp, String by) {
    store.takeBack(write, stamp, by, clock.now());
    audit.record(
        "reorder-rules.take-back",
        "reorder-write/" + write.writeNo(),
        levels(write.minimum(), write.maximum()),
        levels(write.minimumBefore(), write.maximumBefore()));
  }

  private static Map<String, Object> levels(BigDecimal minimum, BigDecimal maximum) {
    return Map.of("minimum", minimum, "maximum", maximum);
  }
}
