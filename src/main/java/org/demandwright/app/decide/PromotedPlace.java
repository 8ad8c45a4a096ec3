package org.demandwright.app.decide;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.demandwright.app.decide.PromotionNeeds.Need;
import org.demandwright.core.Words;
import org.demandwright.core.decide.SupplyDays;
import org.demandwright.core.decide.promotion.PreStock;
import org.demandwright.core.demand.Period;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.store.decide.PlannedStock;

/**
 * A site of a promotion of which is asked what it needs.
 *
 * @param total what is forecast of the item
 * @param promoted what the explanation of the version says that promotions add, step by step
 */
record PromotedPlace(PromotionAsked asked, String site, TotalDemand total, double[] promoted) {
  private static final int MOST_DAYS_BACK = 400;

  /** Returns what it needs. */
  Need need() {
    double usual = 0;
    double inForecast = 0;
    for (int step = asked.step(asked.from()); step <= asked.step(asked.to()); step++) {
      double forecast = forecast(step);
      double added = Math.max(0, Math.min(forecast, promoted[step]));
      usual += (forecast - added) * asked.share(step);
      inForecast += added * asked.promotedShare(step, site);
    }
    PreStock need =
        PreStock.of(
            usual,
            inForecast,
            asked.effect(),
            asked.depth(),
            asked.learning().again(),
            asked.learning().slope());
    Optional<PlannedStock> stock = Optional.ofNullable(asked.stocks().get(site));
    Optional<LocalDate> orderBy = stock.flatMap(this::orderBy);
    return new Need(
        site,
        usual,
        usual + inForecast,
        inForecast,
        need,
        orderBy,
        said(need, inForecast).and(when(orderBy, stock.isPresent())));
  }

  private double forecast(int step) {
    Period period = asked.on().origin().plus(step);
    int before = (int) ChronoUnit.DAYS.between(asked.on().origin().start(), period.start());
    return total.mean(before + period.days()) - (before == 0 ? 0 : total.mean(before));
  }

  /** The last day whose order is there on the first day, by the lead time and its deviation. */
  private Optional<LocalDate> orderBy(PlannedStock stock) {
    SupplyDays supply = asked.on().days(site);
    LocalDate from = asked.planned().promotion().from();
    int lead = (int) Math.ceil(stock.lead().mean() + stock.lead().deviation());
    LocalDate today = asked.on().decision().asOf();
    LocalDate day = from;
    for (int back = 0; back < MOST_DAYS_BACK && !day.isBefore(today); back++) {
      if (supply.order().contains(day) && !supply.arrival(day, lead).isAfter(from)) {
        return Optional.of(day);
      }
      day = day.minusDays(1);
    }
    return Optional.empty();
  }

  private Words said(PreStock need, double inForecast) {
    Words what =
        Words.of(
            "decide.promotion.needs",
            site,
            Words.decimal(need.more(), 0),
            Words.decimal(need.low(), 0),
            Words.decimal(need.high(), 0),
            asked.from().toString(),
            asked.to().toString(),
            Words.decimal(inForecast, 0));
    return ofDepth().map(what::and).orElse(what);
  }

  /** That another depth is counted with than the planned one. */
  private Optional<Words> ofDepth() {
    return asked.depth().equals(asked.wanted())
        ? Optional.empty()
        : asked
            .depths()
            .map(
                known ->
                    Words.of(
                        "decide.promotion.depth",
                        percent(known.low()),
                        percent(known.high()),
                        percent(asked.wanted().orElseThrow())));
  }

  private static Object percent(double share) {
    return Words.decimal(100 * share, 0);
  }

  private static Words when(Optional<LocalDate> orderBy, boolean leadKnown) {
    return orderBy
        .map(day -> Words.of("decide.promotion.order-by", day.toString()))
        .orElseGet(
            () ->
                leadKnown
                    ? Words.of("decide.promotion.too-late")
                    : Words.of("decide.promotion.no-lead-time"));
  }
}
