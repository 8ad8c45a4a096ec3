package org.demandwright.app.decide;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.decide.ItemFooting.Footing;
import org.demandwright.core.decide.promotion.PromotionEffect;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.Promotion;
import org.demandwright.store.decide.PlannedStock;
import org.demandwright.store.decide.PromotionEffectStore.Depths;
import org.demandwright.store.decide.PromotionEffectStore.Learning;
import org.demandwright.store.demand.PlannedPromotion;

/**
 * A promotion of which is asked what it needs, with what is the same at all of its sites.
 *
 * @param from first of its days that are asked for
 * @param to last of them
 * @param effect that is counted with
 * @param depths of which is known what they do; empty where none is
 * @param known promotions of the item that the version knew, at any site
 * @param stocks that were planned, by site
 */
record PromotionAsked(
    PlannedPromotion planned,
    Footing on,
    LocalDate from,
    LocalDate to,
    PromotionEffect effect,
    Learning learning,
    Optional<Depths> depths,
    List<Promotion> known,
    Map<String, PlannedStock> stocks) {

  /** The depth that is planned, or the nearest to it of which is known what it does. */
  Optional<Double> depth() {
    Optional<Double> wanted = wanted();
    return depths.isPresent() ? wanted.map(depths.get()::nearest) : wanted;
  }

  /** The depth that is planned; empty where none is. */
  Optional<Double> wanted() {
    return planned.depth().map(d -> d.doubleValue());
  }

  /** The step of the forecast that a day lies in. */
  int step(LocalDate day) {
    return on.origin().until(Period.of(on.version().recipe().bucket(), day));
  }

  /** Share of a step that lies on the days that are asked for. */
  double share(int step) {
    List<LocalDate> days = days(step);
    return days.stream().filter(this::isAsked).count() / (double) days.size();
  }

  /**
   * Share of the promoted days of a step, as the version knew them at a site, that are asked for:
   * so much of what promotions add to the step belongs to them.
   */
  double promotedShare(int step, String site) {
    List<LocalDate> promoted =
        days(step).stream()
            .filter(day -> known.stream().anyMatch(p -> isAt(p, site) && isOn(p, day)))
            .toList();
    return promoted.isEmpty()
        ? 0
        : promoted.stream().filter(this::isAsked).count() / (double) promoted.size();
  }

  private boolean isAsked(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  private List<LocalDate> days(int step) {
    Period period = on.origin().plus(step);
    return period.start().datesUntil(period.start().plusDays(period.days())).toList();
  }

  private static boolean isAt(Promotion p, String site) {
    return p.siteId() == null || p.siteId().equals(site);
  }

  private static boolean isOn(Promotion p, LocalDate day) {
    return !day.isBefore(p.from()) && !day.isAfter(p.to());
  }
}
