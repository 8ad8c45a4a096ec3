package org.demandwright.core.decide.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.decide.DayDistribution;
import org.demandwright.core.decide.OpenSupply;
import org.demandwright.core.decide.OrderQuantity;

/**
 * Replays the demand of one item at one site day by day under a rule that orders.
 *
 * <p>A day goes on like this:
 *
 * <ol>
 *   <li>What is due arrives and can be sold; who waits is served first.
 *   <li>On a day of review on which the vendor takes orders the rule says how much it needs, which
 *       is raised to what the vendor takes. How long the delivery takes is drawn; it comes on the
 *       first day of delivery after so many working days, and is on its way for all that the rule
 *       is told until then, by the day for which it was promised.
 *   <li>Customers come and take what there is. The rest is lost, or waits.
 *   <li>In the evening what is left is counted: holding is paid for it.
 * </ol>
 *
 * <p>Quantities are whole smallest units, so that opening + received − sold = closing holds to the
 * unit. Pure: the same arguments give the same course.
 */
public final class StockSimulation {
  private final SimulationTerms terms;
  private final LeadTimeDraws draws;
  private final DailyDemand demand;
  private final OrderRule rule;
  private final BigDecimal unit;
  private final DayDistribution promised;
  private final List<Open> open = new ArrayList<>();
  private long onHand;
  private long owed;

  /** An order that has not arrived. */
  private record Open(LocalDate arrives, LocalDate promised, long units) {}

  private StockSimulation(
      SimulationTerms terms, LeadTimeDraws draws, DailyDemand demand, OrderRule rule) {
    this.terms = terms;
    this.draws = draws;
    this.demand = demand;
    this.rule = rule;
    this.unit = terms.order().unit();
    this.promised = DayDistribution.certain(terms.promisedDays());
  }

  /**
   * Returns how it went.
   *
   * @param seed of the lead times
   * @param key of the item at the site
   * @param demand that covers the days, and before them what the rule is to know
   * @param from the first day, with a look at the stock
   * @param to the day after the last
   * @param opening in the house on the first morning, base units, at least 0; rounded down to whole
   *     smallest units
   */
  public static StockCourse run(
      SimulationTerms terms,
      long seed,
      String key,
      DailyDemand demand,
      LocalDate from,
      LocalDate to,
      BigDecimal opening,
      OrderRule rule) {
    if (!from.isBefore(to) || opening.signum() < 0) {
      throw new IllegalArgumentException(
          "from %s to before %s with %s units".formatted(from, to, opening));
    }
    LeadTimeDraws draws = new LeadTimeDraws(seed, key, terms.deliveries());
    StockSimulation simulation = new StockSimulation(terms, draws, demand, rule);
    simulation.onHand = opening.divide(simulation.unit, 0, RoundingMode.DOWN).longValueExact();
    return simulation.over(from, to);
  }

  private StockCourse over(LocalDate from, LocalDate to) {
    StockCourse course =
        new StockCourse(from, (int) ChronoUnit.DAYS.between(from, to), unit, terms.costs());
    LocalDate review = terms.days().order().onOrAfter(from);
    for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
      long opening = onHand;
      long owing = owed;
      long received = receive(day);
      long ordered = 0;
      if (day.equals(review)) {
        ordered = order(day);
        review = next(day);
        received += receive(day);
      }
      long late = serveWaiting();
      long wanted = demand.on(day);
      long served = Math.min(wanted, onHand);
      onHand -= served;
      owed += terms.unserved() == Unserved.WAITS ? wanted - served : 0;
      course.add(
          new StockCourse.Units(
              opening, owing, received, ordered, wanted, served, late, onHand, owed));
    }
    return course;
  }

  private LocalDate next(LocalDate day) {
    return terms.reviewDays() == 0
        ? terms.days().order().onOrAfter(day.plusDays(1))
        : terms.days().orderAfter(day, terms.reviewDays(), promised);
  }

  private long receive(LocalDate day) {
    long units = 0;
    for (Iterator<Open> orders = open.iterator(); orders.hasNext(); ) {
      Open order = orders.next();
      if (!order.arrives().isAfter(day)) {
        units += order.units();
        orders.remove();
      }
    }
    onHand += units;
    return units;
  }

  private long serveWaiting() {
    long late = Math.min(owed, onHand);
    owed -= late;
    onHand -= late;
    return late;
  }

  private long order(LocalDate day) {
    BigDecimal need = rule.need(morning(day));
    if (need.signum() <= 0) {
      return 0;
    }
    BigDecimal quantity =
        OrderQuantity.of(need, Optional.empty(), terms.order(), 0, Optional.empty())
            .orElseThrow()
            .quantity();
    long units = quantity.divide(unit, 0, RoundingMode.CEILING).longValueExact();
    open.add(
        new Open(
            terms.days().arrival(day, draws.of(day)),
            terms.days().arrival(day, terms.promisedDays()),
            units));
    return units;
  }

  private Morning morning(LocalDate day) {
    long waiting = Math.min(owed, onHand);
    List<OpenSupply> supply = new ArrayList<>();
    for (int i = 0; i < open.size(); i++) {
      Open order = open.get(i);
      supply.add(
          new OpenSupply(
              Integer.toString(i),
              OpenSupply.Kind.PURCHASE,
              order.promised(),
              base(order.units())));
    }
    return new Morning(
        day, base(onHand - waiting), base(owed - waiting), supply, demand.before(day));
  }

  private BigDecimal base(long units) {
    return unit.multiply(BigDecimal.valueOf(units));
  }
}
