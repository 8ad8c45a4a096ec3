package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.decide.PromotionEffectStore;

/** Reads what promotions do, as it was learned last. */
@ApplicationScoped
@Transactional
public class PromotionsLearned {
  private final PromotionEffectStore effects;

  @Inject
  PromotionsLearned(PromotionEffectStore effects) {
    this.effects = effects;
  }

  PromotionsLearned() {
    this(null);
  }

  /** Returns effects: of categories, then of items, then of promotions. */
  public Page<PromotionEffectStore.Entry> page(
      PromotionEffectStore.Filter filter, Optional<String> cursor, int limit) {
    return Page.of(
        effects.page(filter, cursor.map(Cursors::number).orElse(0L), limit),
        limit,
        entry -> Cursors.of(entry.number()));
  }

  /** Returns when and with what was learned; empty before the first time. */
  public Optional<PromotionEffectStore.Learning> learning() {
    return effects.learning();
  }

  /** Returns of how many items the effect is known, and of how many it is not, by reason. */
  public List<PromotionEffectStore.Count> counts(DataScope scope) {
    return effects.counts(scope);
  }
}
