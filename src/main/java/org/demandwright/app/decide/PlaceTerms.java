package org.demandwright.app.decide;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.Words;
import org.demandwright.core.decide.CostTerms;
import org.demandwright.core.decide.DayDistribution;
import org.demandwright.core.decide.LeadTime;
import org.demandwright.core.decide.OrderTerms;
import org.demandwright.core.decide.Policy;
import org.demandwright.core.decide.PolicyField;
import org.demandwright.core.decide.StockTerms;
import org.demandwright.core.decide.SupplyDays;
import org.demandwright.core.decide.simulate.SimulationQuestion;
import org.demandwright.core.demand.ExchangeRates;
import org.demandwright.core.demand.Price;
import org.demandwright.store.decide.SimulatedPlace.Said;

/**
 * By what an item at a site is replayed, each value with where it comes from.
 *
 * @param said what is told of it
 * @param currency in which its money is added up
 * @param factor worth of its prices' currency in that
 * @param refused why it cannot be judged; then there is no replayable
 */
record PlaceTerms(
    List<Said> said,
    Optional<String> currency,
    BigDecimal factor,
    Optional<Words> refused,
    Optional<Replayable> replayable) {

  /**
   * All but its demand.
   *
   * @param planned by what its stock is planned, with the costs that were asked for or are said by
   *     a policy; a margin alone chooses no service, as it does not in a stock plan
   * @param costs by which it is judged
   * @param drawn working days that deliveries take
   * @param believed working days that they are believed to take
   */
  record Replayable(
      StockTerms planned,
      Policy policy,
      OrderTerms order,
      CostTerms costs,
      SupplyDays days,
      DayDistribution drawn,
      DayDistribution believed,
      int reviewDays) {}

  private static final String REQUEST = "REQUEST";
  private static final String ERP = "ERP";
  private static final String MARGIN = "MARGIN";
  private static final int DIGITS = 6;

  /** Finds the terms of a place. */
  static PlaceTerms of(SimulationBasis at, Place place, List<Price> prices) {
    return new Finding(at, place, prices).terms();
  }

  private static final class Finding {
    private final SimulationBasis at;
    private final SimulationQuestion question;
    private final Place place;
    private final UnitWorth worth;
    private final SupplyTerms supply;
    private final Policy policy;
    private final List<Said> said = new ArrayList<>();

    Finding(SimulationBasis at, Place place, List<Price> prices) {
      this.at = at;
      this.question = at.question();
      this.place = place;
      this.worth = at.worth(place, prices);
      this.supply = at.basis().terms(place);
      this.policy = at.basis().policies().resolve(at.basis().policyCase(place));
    }

    PlaceTerms terms() {
      if (!at.basis().isActive(place)) {
        return refused("decide.inactive");
      }
      if (supply.price().isEmpty() || supply.currency().isEmpty()) {
        return refused("decide.simulate.no-price");
      }
      BigDecimal price = supply.price().get();
      say("price", price, ERP);
      Optional<Double> holding = cost(PolicyField.HOLDING_RATE, question.holdingRate());
      Optional<Double> ordering = cost(PolicyField.ORDERING_COST, question.orderingCost());
      if (holding.isEmpty() || ordering.isEmpty()) {
        return refused("decide.simulate.no-costs");
      }
      Optional<Double> shortageSaid = shortageSaid(price);
      Optional<Double> shortage = shortageSaid.or(this::margin);
      if (shortage.isEmpty()) {
        return refused("decide.simulate.no-shortage-cost");
      }
      SupplyDays days =
          at.basis().supply().days(place.key().org(), place.key().site(), supply.vendor());
      LeadTime drawn =
          PlacePlan.leadTime(at.basis(), at.basis().leadTimes(), place, policy, days.work());
      LeadTime believed = PlacePlan.leadTime(at.basis(), at.believed(), place, policy, days.work());
      boolean told =
          policy
              .get(PolicyField.LEAD_DAYS)
              .filter(r -> r.origin() == Policy.Origin.OVERRIDE || r.origin() == Policy.Origin.RULE)
              .isPresent();
      if (drawn.source() == LeadTime.Source.DEFAULT && !told) {
        return refused("decide.simulate.no-lead-time");
      }
      String toldBy = origin(PolicyField.LEAD_DAYS);
      DayDistribution takes = policy.leadTime(drawn);
      say("leadDays", takes.mean(), told ? toldBy : drawn.source().name());
      say(
          "believedLeadDays",
          policy.leadTime(believed).mean(),
          told ? toldBy : believed.source().name());
      say("reviewDays", policy.reviewDays(), origin(PolicyField.REVIEW_DAYS));
      CostTerms costs = new CostTerms(price.doubleValue(), holding.get(), ordering.get(), shortage);
      StockTerms planned =
          policy
              .terms(PlacePlan.unit(supply), supply.price())
              .with(
                  new CostTerms(price.doubleValue(), holding.get(), ordering.get(), shortageSaid));
      if (!policy.seeksLeastCost(planned)) {
        say("service", planned.service().level(), origin(PolicyField.SERVICE));
      }
      BigDecimal unit = planned.unit();
      if (!question.minimums()) {
        planned = planned.withOrders(BigDecimal.ZERO, unit);
      }
      OrderTerms order =
          question.minimums()
              ? OrderTerms.of(
                  planned, supply.unit().map(u -> u.factor()).orElse(unit), Optional.empty())
              : new OrderTerms(unit, BigDecimal.ZERO, unit, unit, Optional.empty());
      say(
          "minimumOrder",
          order.minimum(),
          question.minimums() ? origin(PolicyField.MINIMUM_ORDER) : REQUEST);
      say("multiple", order.step(), question.minimums() ? origin(PolicyField.MULTIPLE) : REQUEST);
      Optional<ExchangeRates.Conversion> rate = rate();
      return new PlaceTerms(
          said,
          rate.isPresent() ? at.reporting() : supply.currency(),
          rate.map(ExchangeRates.Conversion::factor).orElse(BigDecimal.ONE),
          Optional.empty(),
          Optional.of(
              new Replayable(
                  planned,
                  policy,
                  order,
                  costs,
                  days,
                  takes,
                  policy.leadTime(believed),
                  policy.reviewDays())));
    }

    private Optional<ExchangeRates.Conversion> rate() {
      return at.reporting().isEmpty() ? Optional.empty() : supply.currency().map(at.rates()::get);
    }

    private Optional<Double> cost(PolicyField<Double> field, Optional<Double> asked) {
      if (asked.isPresent()) {
        say(field.name(), asked.get(), REQUEST);
        return asked;
      }
      Optional<Policy.Resolved<Double>> known = policy.get(field);
      known.ifPresent(r -> say(field.name(), r.value(), r.origin().name()));
      return known.map(Policy.Resolved::value);
    }

    /** What was asked, else what a policy says. */
    private Optional<Double> shortageSaid(BigDecimal price) {
      String name = PolicyField.SHORTAGE_COST.name();
      if (question.shortageShare().isPresent()) {
        double cost = price.doubleValue() * question.shortageShare().get();
        say(name, cost, REQUEST);
        return Optional.of(cost);
      }
      return cost(PolicyField.SHORTAGE_COST, Optional.empty());
    }

    private Optional<Double> margin() {
      Optional<Double> margin =
          worth
              .margin()
              .filter(m -> supply.currency().filter(m.currency()::equals).isPresent())
              .map(m -> m.amount().doubleValue());
      margin.ifPresent(m -> say(PolicyField.SHORTAGE_COST.name(), m, MARGIN));
      return margin;
    }

    private String origin(PolicyField<?> field) {
      return policy.get(field).map(r -> r.origin().name()).orElse(Policy.Origin.DEFAULT.name());
    }

    private void say(String name, double value, String origin) {
      say(name, BigDecimal.valueOf(value), origin);
    }

    private void say(String name, BigDecimal value, String origin) {
      BigDecimal rounded = value.setScale(DIGITS, RoundingMode.HALF_EVEN).stripTrailingZeros();
      said.add(new Said(name, rounded.scale() < 0 ? rounded.setScale(0) : rounded, origin));
    }

    private PlaceTerms refused(String key) {
      return new PlaceTerms(
          said, supply.currency(), BigDecimal.ONE, Optional.of(Words.of(key)), Optional.empty());
    }
  }
}
