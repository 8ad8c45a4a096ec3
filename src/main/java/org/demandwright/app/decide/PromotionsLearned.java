package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.Wordbook;
import org.demandwright.core.decide.promotion.PromotionEffect;
import org.demandwright.core.decide.promotion.PromotionEffect.Level;
import org.demandwright.core.decide.promotion.PromotionWords;
import org.demandwright.core.decide.promotion.WhyUnknown;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.ItemKey;
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

  /**
   * What is counted with of a promotion.
   *
   * @param effect of the item, else of its category
   * @param unknown why that of the item is not known; empty where it is
   * @param depths of the promotions that it rests on; empty where none is known
   */
  record Counted(
      PromotionEffect effect,
      Optional<WhyUnknown> unknown,
      Optional<PromotionEffectStore.Depths> depths,
      PromotionEffectStore.Learning learning) {}

  /**
   * Returns what is counted with of a promotion of an item.
   *
   * @throws Refused CONFLICT where neither of the item nor of its category it is known
   */
  Counted counted(DataScope scope, ItemKey item) {
    PromotionEffectStore.Learning learning =
        learning()
            .orElseThrow(
                () -> cannot("Nothing was learned of promotions yet: run the job decide."));
    PromotionEffect own =
        first(scope, Level.ITEM, item, Optional.of(item.itemId()), Optional.empty())
            .orElseThrow(
                () ->
                    cannot(
                        "The item was not forecast when promotions were learned: nothing is known of"
                            + " it."));
    PromotionEffect known =
        own.uplift().isPresent()
            ? own
            : first(scope, Level.CATEGORY, item, Optional.empty(), Optional.of(own.category()))
                .filter(of -> of.uplift().isPresent())
                .orElseThrow(() -> cannot(whyNeither(own)));
    return new Counted(known, own.unknown(), depths(known), learning);
  }

  private static String whyNeither(PromotionEffect own) {
    return "Neither of the item nor of its category is known what promotions do. %s"
        .formatted(Wordbook.english().say(PromotionWords.of(own.unknown().orElseThrow())));
  }

  private static Refused cannot(String why) {
    return new Refused(Refused.Kind.CONFLICT, why);
  }

  private Optional<PromotionEffect> first(
      DataScope scope,
      Level level,
      ItemKey item,
      Optional<String> itemId,
      Optional<String> category) {
    return effects
        .page(
            new PromotionEffectStore.Filter(
                scope,
                Optional.of(level),
                Optional.of(item.orgId()),
                itemId,
                category,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            0,
            1)
        .stream()
        .map(PromotionEffectStore.Entry::effect)
        .findFirst();
  }

  /** The depths that an effect rests on. */
  private Optional<PromotionEffectStore.Depths> depths(PromotionEffect of) {
    boolean ofItem = of.level() == Level.ITEM;
    return effects.depths(
        of.item().orgId(),
        Optional.of(of.item().itemId()).filter(item -> ofItem),
        Optional.of(of.category()).filter(category -> !ofItem));
  }
}
