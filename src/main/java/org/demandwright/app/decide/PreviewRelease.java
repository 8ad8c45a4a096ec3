package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demandwright.app.Refused;
import org.demandwright.app.demand.ReportingCurrency;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.core.Words;
import org.demandwright.core.decide.ReleaseCase;
import org.demandwright.core.decide.ReleaseLimit;
import org.demandwright.core.decide.ReleaseRound;
import org.demandwright.core.decide.ReleaseRound.Verdict;
import org.demandwright.core.decide.ReleaseRule;
import org.demandwright.core.decide.ReleaseTerms;
import org.demandwright.core.decide.SuggestionKind;
import org.demandwright.store.decide.AnswerStore;
import org.demandwright.store.decide.DecisionStore;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.StockPlanStore;
import org.demandwright.store.decide.SuggestedOrder;
import org.demandwright.store.decide.SuggestionCase;
import org.demandwright.store.decide.SuggestionStore;
import org.demandwright.store.run.PlanStore;
import org.demandwright.store.supply.SupplyStore;

/**
 * What rules would have released of the decisions that are kept, had they been in place: each
 * suggestion in the first night that releases it, each day with its own money. Which versions
 * waited for approval in those nights is not known any more and stops none of them.
 */
@ApplicationScoped
public class PreviewRelease {
  private static final int PAGE = 1_000;

  private final DecisionStore decisions;
  private final ForecastPlans forecastPlans;
  private final StockPlanStore plans;
  private final SuggestionStore suggestions;
  private final AnswerStore answers;
  private final SupplyStore supply;
  private final ReleaseObstacles obstacles;
  private final ReportingCurrency reporting;

  @Inject
  PreviewRelease(
      DecisionStore decisions,
      ForecastPlans forecastPlans,
      StockPlanStore plans,
      SuggestionStore suggestions,
      AnswerStore answers,
      SupplyStore supply,
      ReleaseObstacles obstacles,
      ReportingCurrency reporting) {
    this.decisions = decisions;
    this.forecastPlans = forecastPlans;
    this.plans = plans;
    this.suggestions = suggestions;
    this.answers = answers;
    this.supply = supply;
    this.obstacles = obstacles;
    this.reporting = reporting;
  }

  PreviewRelease() {
    this(null, null, null, null, null, null, null, null);
  }

  /**
   * What rules would have released.
   *
   * @param currency of all money
   * @param nights the decisions that are kept, the oldest first
   * @param answers of people to all that would have been released
   */
  public record Preview(String currency, List<Night> nights, Answers answers) {}

  /**
   * What rules would have released of a decision.
   *
   * @param stopped why nothing of it would have been; empty where it was gone through
   * @param rules in their order, and last what no rule is about
   */
  public record Night(Decision decision, Optional<Words> stopped, List<OfRule> rules) {}

  /**
   * What a rule would have released of a decision.
   *
   * @param rule empty = what no rule is about
   * @param units of all items, base units
   * @param kept how many it would have kept for people, by what
   * @param answers of people to what it would have released
   */
  public record OfRule(
      Optional<String> rule,
      int released,
      BigDecimal units,
      BigDecimal money,
      Map<ReleaseLimit, Integer> kept,
      Answers answers) {}

  /**
   * How suggestions were answered.
   *
   * @param asSuggested accepted by people with the quantity that was suggested
   * @param changed accepted by people with another
   * @param rejected by people
   * @param unanswered by anybody
   * @param byRules released by rules that stood then
   */
  public record Answers(int asSuggested, int changed, int rejected, int unanswered, int byRules) {
    private static final Answers NONE = new Answers(0, 0, 0, 0, 0);

    private Answers plus(Answers other) {
      return new Answers(
          asSuggested + other.asSuggested,
          changed + other.changed,
          rejected + other.rejected,
          unanswered + other.unanswered,
          byRules + other.byRules);
    }

    private static Answers of(SuggestionCase c) {
      if (c.answeredBy() != null && c.answeredBy().startsWith(ReleaseSuggestions.RULE)) {
        return new Answers(0, 0, 0, 0, 1);
      }
      return switch (c.state()) {
        case OPEN, SNOOZED -> new Answers(0, 0, 0, 1, 0);
        case REJECTED -> new Answers(0, 0, 1, 0, 0);
        case ACCEPTED, ORDERED, LAPSED ->
            c.accepted().compareTo(c.quantity()) == 0
                ? new Answers(1, 0, 0, 0, 0)
                : new Answers(0, 1, 0, 0, 0);
      };
    }
  }

  /** What goes on from night to night. */
  private record Course(
      Set<Long> released,
      Map<LocalDate, BigDecimal> money,
      Map<LocalDate, Map<ReleaseRound.Order, BigDecimal>> ordered) {
    private ReleaseRound.Spent on(LocalDate day) {
      return new ReleaseRound.Spent(
          money.getOrDefault(day, BigDecimal.ZERO), ordered.getOrDefault(day, Map.of()));
    }

    private void add(LocalDate day, List<Verdict> verdicts) {
      for (Verdict v : verdicts) {
        if (v.released()) {
          released.add(v.of().number());
          money.merge(day, v.of().spends(), BigDecimal::add);
          v.of()
              .vendor()
              .filter(vendor -> v.of().kind() == SuggestionKind.BUY)
              .ifPresent(
                  vendor ->
                      ordered
                          .computeIfAbsent(day, d -> new HashMap<>())
                          .merge(
                              new ReleaseRound.Order(
                                  v.of().subject().key().org(),
                                  vendor,
                                  v.of().subject().key().site()),
                              v.of().spends(),
                              BigDecimal::add));
        }
      }
    }
  }

  /**
   * Returns what rules would have released of the decisions of a plan that are kept.
   *
   * @param named the plan, empty = the default one
   * @throws Refused CONFLICT where no reporting currency is set
   */
  public Preview of(Optional<String> named, List<ReleaseRule> rules, ReleaseTerms terms) {
    ReleaseRules.requireNamed(rules);
    String plan = forecastPlans.readable(named.orElse(PlanStore.DEFAULT)).name();
    String currency =
        reporting
            .code()
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Kind.CONFLICT,
                        "No reporting currency is set: set dw.reporting.currency, in which all money of"
                            + " automation is counted."));
    List<Decision> made = decisions.made(plan);
    Optional<LocalDate> first = made.stream().map(Decision::asOf).min(Comparator.naturalOrder());
    List<Night> nights = new ArrayList<>();
    if (first.isPresent()) {
      LargestLines largest = LargestLines.of(supply, first.get());
      Course course = new Course(new HashSet<>(), new HashMap<>(), new HashMap<>());
      for (Decision decision : made) {
        Optional<Words> stopped = obstacles.always(decision, terms);
        List<Verdict> verdicts = List.of();
        if (stopped.isEmpty()) {
          List<ReleaseCase> cases = cases(decision, largest, course.released());
          verdicts =
              new ReleaseRound(rules, terms, currency, course.on(decision.asOf())).verdicts(cases);
          course.add(decision.asOf(), verdicts);
        }
        nights.add(new Night(decision, stopped, byRule(rules, verdicts)));
      }
    }
    return new Preview(
        currency,
        nights,
        nights.stream()
            .flatMap(night -> night.rules().stream())
            .map(OfRule::answers)
            .reduce(Answers.NONE, Answers::plus));
  }

  private List<ReleaseCase> cases(Decision decision, LargestLines largest, Set<Long> released) {
    ReleaseCases cases =
        new ReleaseCases(plans, decision, largest, reporting.factors(decision.asOf()));
    SuggestionStore.Filter all = SuggestionStore.Filter.all();
    List<ReleaseCase> found = new ArrayList<>();
    List<SuggestedOrder> page = suggestions.page(decision.decisionId(), all, 0, 0, PAGE);
    while (!page.isEmpty()) {
      found.addAll(cases.of(page.stream().filter(o -> !released.contains(o.number())).toList()));
      SuggestedOrder last = page.get(page.size() - 1);
      page = suggestions.page(decision.decisionId(), all, last.place(), last.line(), PAGE);
    }
    return found;
  }

  private List<OfRule> byRule(List<ReleaseRule> rules, List<Verdict> verdicts) {
    Map<Long, Answers> answered =
        answers
            .cases(verdicts.stream().filter(Verdict::released).map(v -> v.of().number()).toList())
            .stream()
            .collect(Collectors.toMap(SuggestionCase::suggestionNo, Answers::of));
    Map<Optional<String>, List<Verdict>> grouped = new LinkedHashMap<>();
    Stream.concat(
            rules.stream().map(r -> Optional.of(r.name())), Stream.of(Optional.<String>empty()))
        .forEach(rule -> grouped.put(rule, new ArrayList<>()));
    verdicts.forEach(v -> grouped.get(v.rule()).add(v));
    List<OfRule> all = new ArrayList<>();
    grouped.forEach((rule, of) -> all.add(ofRule(rule, of, answered)));
    return all;
  }

  private static OfRule ofRule(
      Optional<String> rule, List<Verdict> verdicts, Map<Long, Answers> answered) {
    List<ReleaseCase> released =
        verdicts.stream().filter(Verdict::released).map(Verdict::of).toList();
    Map<ReleaseLimit, Integer> kept = new EnumMap<>(ReleaseLimit.class);
    verdicts.stream()
        .flatMap(v -> v.objection().stream())
        .forEach(o -> kept.merge(o.limit(), 1, Integer::sum));
    return new OfRule(
        rule,
        released.size(),
        released.stream().map(ReleaseCase::quantity).reduce(BigDecimal.ZERO, BigDecimal::add),
        released.stream().map(ReleaseCase::spends).reduce(BigDecimal.ZERO, BigDecimal::add),
        kept,
        released.stream()
            .flatMap(c -> Stream.ofNullable(answered.get(c.number())))
            .reduce(Answers.NONE, Answers::plus));
  }
}
