package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.decide.PlacePrice;
import org.demandwright.store.decide.PriceResponseStore;
import org.demandwright.store.decide.PriceResponseStore.Lesson;
import org.demandwright.store.run.PlanStore;

/** Reads how demand answers prices. */
@ApplicationScoped
@Transactional
public class PriceResponses {
  private static final int MOST_SITES = 1_000;

  private final PriceResponseStore prices;
  private final ForecastPlans plans;

  @Inject
  PriceResponses(PriceResponseStore prices, ForecastPlans plans) {
    this.prices = prices;
    this.plans = plans;
  }

  PriceResponses() {
    this(null, null);
  }

  /**
   * Returns the name of a plan that the caller may read.
   *
   * @param named empty = the default one
   */
  String plan(Optional<String> named) {
    return plans.readable(named.orElse(PlanStore.DEFAULT)).name();
  }

  /** Returns a lesson that is still there, of a plan that the caller may read. */
  public Optional<Lesson> lesson(long lessonId) {
    Optional<Lesson> lesson = prices.find(lessonId);
    lesson.ifPresent(l -> plans.readable(l.plan()));
    return lesson;
  }

  /**
   * Returns the newest lesson of a plan.
   *
   * @param named the plan, empty = the default one
   */
  public Lesson newest(Optional<String> named) {
    String plan = plan(named);
    return prices
        .newest(plan)
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.NOT_FOUND,
                    "Nothing was learned of prices for plan %s yet: run the job decide, or nightly."
                        .formatted(plan)));
  }

  /** Returns what was learned, in the order of the places. */
  public Page<PlacePrice> page(
      long lessonId, PriceResponseStore.Filter filter, Optional<String> cursor, int limit) {
    return Page.of(
        prices.page(lessonId, filter, cursor.map(Cursors::number).orElse(0L), limit),
        limit,
        place -> Cursors.of(place.number()));
  }

  /**
   * Returns what was learned of an item at all its sites within a scope.
   *
   * @param org empty = of any company, which must be one
   * @throws Refused NOT_FOUND where nothing was, INVALID where several companies have such an item
   */
  public List<PlacePrice> ofItem(
      DataScope scope, Lesson lesson, Optional<String> org, String item) {
    List<PlacePrice> all =
        prices.page(
            lesson.lessonId(),
            new PriceResponseStore.Filter(
                scope,
                org,
                Optional.of(item),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            0,
            MOST_SITES);
    if (all.isEmpty()) {
      throw new Refused(
          Refused.Kind.NOT_FOUND,
          "Of item %s nothing was learned: its key is another one, or the last run did not know it."
              .formatted(item));
    }
    if (all.stream().map(p -> p.key().org()).distinct().count() > 1) {
      throw Refused.because(
          "org", "Several companies have an item %s; say of which.".formatted(item));
    }
    return all;
  }
}
