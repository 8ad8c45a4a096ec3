package org.demandwright.rest.decide;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.demandwright.app.Wordbook;
import org.demandwright.app.decide.Simulations.Compared;
import org.demandwright.app.decide.Simulations.Told;
import org.demandwright.core.Words;
import org.demandwright.core.decide.Abc;
import org.demandwright.core.decide.simulate.Outcome;
import org.demandwright.core.decide.simulate.ReplayWindows;
import org.demandwright.core.decide.simulate.SimulationQuestion;
import org.demandwright.core.decide.simulate.WayOfOrdering;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.store.decide.SimulatedPlace;
import org.demandwright.store.decide.SimulationResultStore.ClassKind;
import org.demandwright.store.decide.SimulationResultStore.Result;
import org.demandwright.store.decide.SimulationStore;
import org.demandwright.store.run.WorkStatus;

/** How simulations and their results are told. */
public final class SimulationWire {
  private static final double SHARES = 1e6;
  private static final int DECIMALS = 6;

  private SimulationWire() {}

  private static double rounded(double share) {
    return Math.rint(share * SHARES) / SHARES;
  }

  /**
   * A simulation.
   *
   * @param simulationId number of the simulation
   * @param status WAITING, RUNNING, READY (its results can be read) or FAILED
   * @param askedBy who asked for it
   * @param versionId whose demand is replayed; absent before it was begun, likewise the days
   * @param asOf day as of which terms, prices and rates are
   * @param tuneFrom first day that is replayed; up to the test knobs are set
   * @param testFrom first day of the test
   * @param testTo day after the last
   * @param warmUpDays first days of both parts that do not count
   * @param places items at sites that were asked for
   * @param taken of these, looked at
   * @param sample in a sentence, where fewer are looked at than were asked for
   * @param orgs companies that are asked about; empty = all, likewise the items
   * @param sites that are asked about; empty = all
   * @param categories that are asked about; empty = all
   * @param tuneWeeks weeks by which knobs are set
   * @param testWeeks weeks of the test
   * @param holdingRate that was asked for; absent where what counts for each item does, likewise
   *     the next two
   * @param orderingCost of an order line
   * @param shortageShare what a missing unit costs as a share of its purchase price
   * @param minimums whether vendors ask for minimums and multiples
   * @param seed of the lead times
   * @param ways of ordering that are compared
   * @param methods of forecasting that are compared
   * @param notJudged what could not be judged, and why
   * @param leftOver of methods that could not forecast some series, which the published way then
   *     forecasts
   * @param contentHash of all results; the same for the same data, question and seed
   * @param failedBecause why it came to nothing, and what to do
   */
  public record Simulation(
      long simulationId,
      WorkStatus status,
      String askedBy,
      Instant askedAt,
      String plan,
      Long versionId,
      LocalDate asOf,
      LocalDate tuneFrom,
      LocalDate testFrom,
      LocalDate testTo,
      Integer warmUpDays,
      Integer places,
      Integer taken,
      String sample,
      List<String> orgs,
      List<String> items,
      List<String> sites,
      List<String> categories,
      int tuneWeeks,
      int testWeeks,
      Double holdingRate,
      Double orderingCost,
      Double shortageShare,
      boolean minimums,
      long seed,
      List<WayOfOrdering> ways,
      List<String> methods,
      List<NotJudged> notJudged,
      List<LeftOver> leftOver,
      String contentHash,
      Instant endedAt,
      String failedBecause) {
    static Simulation of(Told told) {
      SimulationStore.Simulation s = told.simulation();
      SimulationQuestion q = s.order().question();
      Optional<SimulationStore.Ground> ground = s.ground();
      return new Simulation(
          s.simulationId(),
          s.status(),
          s.order().by(),
          s.order().at(),
          q.plan(),
          ground.map(SimulationStore.Ground::versionId).orElse(null),
          ground.map(SimulationStore.Ground::asOf).orElse(null),
          ground.map(g -> g.windows().tuneFrom()).orElse(null),
          ground.map(g -> g.windows().testFrom()).orElse(null),
          ground.map(g -> g.windows().testTo()).orElse(null),
          ground.map(g -> ReplayWindows.WARM_UP).orElse(null),
          ground.map(SimulationStore.Ground::found).orElse(null),
          ground.map(SimulationStore.Ground::taken).orElse(null),
          ground
              .filter(g -> g.taken() < g.found())
              .map(g -> say(Words.of("decide.simulate.sample", g.taken(), g.found())))
              .orElse(null),
          sorted(q.orgs()),
          sorted(q.items()),
          sorted(q.sites()),
          sorted(q.categories()),
          q.tuneWeeks(),
          q.testWeeks(),
          q.holdingRate().orElse(null),
          q.orderingCost().orElse(null),
          q.shortageShare().orElse(null),
          q.minimums(),
          q.seed(),
          q.ways(),
          q.methods(),
          told.refusals().stream().map(NotJudged::of).toList(),
          told.leftOver().entrySet().stream()
              .filter(e -> e.getValue() > 0)
              .map(e -> new LeftOver(e.getKey(), e.getValue()))
              .toList(),
          s.contentHash().orElse(null),
          s.endedAt().orElse(null),
          s.failedBecause().map(SimulationWire::say).orElse(null));
    }

    private static List<String> sorted(Set<String> names) {
      return List.copyOf(new TreeSet<>(names));
    }
  }

  private static String say(Words words) {
    return Wordbook.english().say(words);
  }

  /**
   * Items at sites that could not be judged.
   *
   * @param because why, in a sentence
   * @param places how many
   */
  public record NotJudged(String because, long places) {
    static NotJudged of(Map.Entry<Words, Long> refusal) {
      return new NotJudged(say(refusal.getKey()), refusal.getValue());
    }
  }

  /**
   * What a method left to the published way of forecasting.
   *
   * @param method name of the model
   * @param series counted at each contest of the past
   */
  public record LeftOver(String method, long series) {}

  /**
   * What a way of ordering came to in the test.
   *
   * @param currency of all money: the reporting currency, or that of the prices where there is no
   *     rate
   * @param classKind what is added up: ALL, ABC (by yearly demand in money) or DEMAND (by how it
   *     comes)
   * @param className of the class; absent of all
   * @param way of ordering
   * @param method of forecasting; absent of a way that goes by none
   * @param knob what the way is set to; what it means stands with each way in the documentation
   * @param chosen whether the knob cost least before the test
   * @param places items at sites
   * @param fillRate share 0–1 of what was wanted that was there on its day
   * @param cycleService share 0–1 of the cycles between deliveries in which nothing was missing
   * @param averageStock mean stock in the evening, base units of all items together
   * @param averageValue the same in money
   * @param orderLines that were ordered
   * @param holding cost of holding
   * @param ordering cost of order lines
   * @param shortage cost of what was missing
   * @param total of these three
   * @param tuned the same before the test
   * @param ratio total ÷ that of MIN_MAX at its own chosen knob, of the same class; absent where it
   *     was not asked for, or is of other items at sites
   */
  public record SimulatedCost(
      String currency,
      ClassKind classKind,
      String className,
      WayOfOrdering way,
      String method,
      double knob,
      boolean chosen,
      int places,
      double fillRate,
      double cycleService,
      BigDecimal averageStock,
      BigDecimal averageValue,
      int orderLines,
      BigDecimal holding,
      BigDecimal ordering,
      BigDecimal shortage,
      BigDecimal total,
      BigDecimal tuned,
      Double ratio) {
    static SimulatedCost of(Compared compared) {
      Result r = compared.result();
      Outcome o = r.tested();
      return new SimulatedCost(
          r.currency(),
          r.kind(),
          orAbsent(r.name()),
          r.tried().way(),
          orAbsent(r.tried().method()),
          r.knob(),
          r.chosen(),
          o.items(),
          rounded(o.fillRate()),
          rounded(o.cycleService()),
          perDay(o.heldDays(), o.days()),
          perDay(o.heldValue(), o.days()),
          o.lines(),
          o.money().holding(),
          o.money().ordering(),
          o.money().shortage(),
          o.money().total(),
          r.tuned(),
          compared.ratio().map(SimulationWire::rounded).orElse(null));
    }

    private static BigDecimal perDay(BigDecimal sum, int days) {
      return sum.divide(BigDecimal.valueOf(days), DECIMALS, RoundingMode.HALF_EVEN);
    }
  }

  private static String orAbsent(String text) {
    return text.isEmpty() ? null : text;
  }

  /**
   * An item at a site that a simulation looks at.
   *
   * @param abc its class by yearly demand in money; absent where it has none
   * @param demandClass how its demand comes, as far as was known on the first day that is replayed
   * @param currency in which its money is added up; absent where it has no price
   * @param terms by what it is ordered and charged; leadDays are those that deliveries took,
   *     believedLeadDays those that could be learned before the first day that is replayed
   * @param notJudged why it could not be judged; absent where it was
   */
  public record SimulatedItem(
      String org,
      String item,
      String site,
      String category,
      Abc abc,
      DemandPattern demandClass,
      String currency,
      List<SimulatedTerm> terms,
      String notJudged) {
    static SimulatedItem of(SimulatedPlace p) {
      return new SimulatedItem(
          p.key().org(),
          p.key().item(),
          p.key().site(),
          orAbsent(p.category()),
          p.abc().orElse(null),
          p.pattern().orElse(null),
          p.currency().orElse(null),
          p.terms().stream().map(t -> new SimulatedTerm(t.name(), t.value(), t.origin())).toList(),
          p.refused().map(SimulationWire::say).orElse(null));
    }
  }

  /**
   * One of the terms.
   *
   * @param name price, holdingRate, orderingCost, shortageCost, leadDays (mean, working days),
   *     reviewDays, service, minimumOrder or multiple
   * @param value its amount
   * @param origin REQUEST, OVERRIDE, RULE, LEARNED, PROMISED, ERP, DEFAULT, or MARGIN (price of
   *     sale less purchase price)
   */
  public record SimulatedTerm(String name, BigDecimal value, String origin) {}
}
