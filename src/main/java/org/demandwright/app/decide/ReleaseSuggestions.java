package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.demandwright.app.Clock;
import org.demandwright.app.Expected;
import org.demandwright.app.demand.ReportingCurrency;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.Words;
import org.demandwright.core.decide.ReleaseCase;
import org.demandwright.core.decide.ReleaseLimit;
import org.demandwright.core.decide.ReleaseRound;
import org.demandwright.core.decide.ReleaseRound.Verdict;
import org.demandwright.core.decide.SuggestionKind;
import org.demandwright.core.decide.SuggestionState;
import org.demandwright.core.demand.DataScope;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.decide.AnswerStore;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.ReleaseRuleStore;
import org.demandwright.store.decide.ReleaseStore;
import org.demandwright.store.decide.StockPlanStore;
import org.demandwright.store.decide.SuggestionCase;
import org.demandwright.store.decide.SuggestionStore;
import org.demandwright.store.supply.SupplyStore;

/**
 * Releases what a decision suggests, where rules say so: it is accepted as a person accepts it, in
 * the rule's name. What stays for people is kept with the reason.
 */
@ApplicationScoped
public class ReleaseSuggestions {
  private static final System.Logger LOG = System.getLogger(ReleaseSuggestions.class.getName());
  private static final int PAGE = 1_000;

  /** What stands before the name of a rule that answers. */
  static final String RULE = "rule:";

  private final ReleaseRuleStore rules;
  private final ReleaseObstacles obstacles;
  private final ReleaseStore releases;
  private final SuggestionStore suggested;
  private final StockPlanStore plans;
  private final AnswerStore answers;
  private final SupplyStore supply;
  private final Suggestions suggestions;
  private final AnswerSuggestions answering;
  private final ReportingCurrency reporting;
  private final Settings settings;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  ReleaseSuggestions(
      ReleaseRuleStore rules,
      ReleaseObstacles obstacles,
      ReleaseStore releases,
      SuggestionStore suggested,
      StockPlanStore plans,
      AnswerStore answers,
      SupplyStore supply,
      Suggestions suggestions,
      AnswerSuggestions answering,
      ReportingCurrency reporting,
      Settings settings,
      AuditTrail audit,
      Clock clock) {
    this.rules = rules;
    this.obstacles = obstacles;
    this.releases = releases;
    this.suggested = suggested;
    this.plans = plans;
    this.answers = answers;
    this.supply = supply;
    this.suggestions = suggestions;
    this.answering = answering;
    this.reporting = reporting;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  ReleaseSuggestions() {
    this(null, null, null, null, null, null, null, null, null, null, null, null, null);
  }

  /**
   * What is released together or not at all.
   *
   * @param rules by which
   * @param currency of the money
   */
  public record Together(
      Decision decision, ReleaseRuleStore.Rules rules, String currency, List<Verdict> lines) {
    public Together {
      lines = List.copyOf(lines);
    }

    private BigDecimal money() {
      return lines.stream().map(v -> v.of().spends()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  /**
   * Looks at all that a decision suggests and nobody has answered, and keeps why some of it stays
   * for people. Asked again, it takes what was released meanwhile as released.
   *
   * @return what is to be released, in this order
   */
  @Transactional
  public List<Together> begin(Decision decision) {
    if (!rules.state().on()) {
      return List.of();
    }
    ReleaseRuleStore.Rules standing = rules.rules();
    Optional<Words> obstacle = obstacles.today(decision, standing.terms());
    if (obstacle.isPresent()) {
      releases.keep(run(decision, standing, obstacle), List.of());
      return List.of();
    }
    String currency = reporting.code().orElseThrow();
    ReleaseCases cases =
        new ReleaseCases(
            plans,
            decision,
            LargestLines.of(supply, decision.asOf()),
            reporting.factors(decision.asOf()));
    List<ReleaseCase> open = open(decision, cases);
    Set<Long> takenBack =
        releases.done(open.stream().map(ReleaseCase::number).toList()).stream()
            .map(ReleaseStore.Done::suggestionNo)
            .collect(Collectors.toSet());
    List<Verdict> verdicts =
        new ReleaseRound(standing.rules(), standing.terms(), currency, spent(currency, cases))
            .verdicts(open.stream().filter(c -> !takenBack.contains(c.number())).toList());
    List<ReleaseStore.Kept> kept = new ArrayList<>();
    takenBack.forEach(
        number ->
            kept.add(
                new ReleaseStore.Kept(
                    number,
                    Optional.empty(),
                    ReleaseLimit.TAKEN_BACK,
                    Words.of("decide.release.taken-back"))));
    verdicts.forEach(
        v ->
            v.objection()
                .ifPresent(
                    o ->
                        kept.add(
                            new ReleaseStore.Kept(v.of().number(), v.rule(), o.limit(), o.why()))));
    releases.keep(run(decision, standing, Optional.empty()), kept);
    return ReleaseRound.together(verdicts).stream()
        .map(lines -> new Together(decision, standing, currency, lines))
        .toList();
  }

  /** Returns why nothing, or no more, of a decision is released; empty where nothing stops it. */
  public Optional<Words> stopped(Decision decision) {
    return releases.run(decision.decisionId()).flatMap(ReleaseStore.Run::stopped);
  }

  /** Returns how many suggestions of a decision rules released so far. */
  public long released(Decision decision) {
    return releases.released(decision.decisionId()).stream()
        .mapToLong(ReleaseStore.Released::count)
        .sum();
  }

  private ReleaseStore.Run run(
      Decision decision, ReleaseRuleStore.Rules standing, Optional<Words> stopped) {
    return new ReleaseStore.Run(
        decision.decisionId(),
        decision.plan(),
        clock.now(),
        standing.revision(),
        stopped,
        reporting.code());
  }

  /** What somebody put off, they want to see themselves. */
  private List<ReleaseCase> open(Decision decision, ReleaseCases cases) {
    List<ReleaseCase> open = new ArrayList<>();
    LocalDate today = suggestions.today();
    List<SuggestionStore.Told> page = open(decision, today, 0);
    while (!page.isEmpty()) {
      open.addAll(cases.of(page.stream().flatMap(t -> t.order().stream()).toList()));
      page = open(decision, today, page.get(page.size() - 1).suggestion().suggestionNo());
    }
    return open;
  }

  private List<SuggestionStore.Told> open(Decision decision, LocalDate today, long after) {
    return suggested.told(
        decision, SuggestionState.OPEN, today, SuggestionStore.Filter.all(), after, PAGE);
  }

  /** What was released today, and what is going to be ordered of what was accepted today. */
  private ReleaseRound.Spent spent(String currency, ReleaseCases cases) {
    LocalDate today = suggestions.today();
    Map<ReleaseRound.Order, BigDecimal> ordered = new HashMap<>();
    for (SuggestionCase c : answers.waiting()) {
      boolean isToday =
          c.answered()
              .map(at -> at.atZone(settings.intake().siteZone()).toLocalDate())
              .filter(today::equals)
              .isPresent();
      if (isToday && c.kind() == SuggestionKind.BUY && c.vendorId() != null) {
        cases
            .worth(Optional.ofNullable(c.acceptedCost()), Optional.ofNullable(c.currency()))
            .money()
            .ifPresent(
                money ->
                    ordered.merge(
                        new ReleaseRound.Order(c.orgId(), c.vendorId(), c.siteId()),
                        money,
                        BigDecimal::add));
      }
    }
    return new ReleaseRound.Spent(releases.releasedOn(today, currency), ordered);
  }

  /**
   * Releases what belongs together, unless automation was switched off, the rules were changed or
   * the day's money was spent meanwhile. Whoever switches or releases waits for the end of the
   * caller's transaction.
   *
   * @return how many suggestions are released
   */
  @Transactional
  public int release(Together together) {
    long decisionId = together.decision().decisionId();
    if (!rules.held().on()) {
      releases.stop(decisionId, Words.of("decide.release.off"));
      return 0;
    }
    if (rules.rules().revision() != together.rules().revision()) {
      releases.stop(decisionId, Words.of("decide.release.rules-changed"));
      return 0;
    }
    LocalDate today = suggestions.today();
    BigDecimal spent = releases.releasedOn(today, together.currency()).add(together.money());
    if (together.money().signum() > 0 && spent.compareTo(together.rules().terms().dailyCap()) > 0) {
      return 0;
    }
    Set<Long> answered = new HashSet<>();
    for (Verdict verdict : together.lines()) {
      if (isOpen(verdict.of(), today)) {
        release(together, verdict, today);
      } else {
        answered.add(verdict.of().number());
      }
    }
    if (!answered.isEmpty()) {
      LOG.log(Level.INFO, "Answered before a rule could: suggestions {0}", answered);
    }
    return together.lines().size() - answered.size();
  }

  private boolean isOpen(ReleaseCase of, LocalDate today) {
    answers.hold(of.number());
    return answers
        .find(DataScope.unrestricted(), of.number())
        .filter(c -> c.on(today) == SuggestionState.OPEN)
        .filter(c -> c.quantity().compareTo(of.quantity()) == 0)
        .filter(suggestions::isSuggested)
        .isPresent();
  }

  private void release(Together together, Verdict verdict, LocalDate today) {
    ReleaseCase of = verdict.of();
    String rule = verdict.rule().orElseThrow();
    answering.answer(
        new AnswerSuggestions.Target(DataScope.unrestricted(), of.number(), Expected.anything()),
        AnswerRequest.accept(),
        RULE + rule);
    Optional<BigDecimal> money = of.worth().money().filter(m -> of.kind() == SuggestionKind.BUY);
    releases.add(
        new ReleaseStore.Done(
            of.number(),
            together.decision().decisionId(),
            together.decision().plan(),
            rule,
            together.rules().revision(),
            today,
            clock.now(),
            of.quantity(),
            money,
            together.currency()));
    audit.record(
        "suggestion.release",
        "suggestion/" + of.number(),
        AuditTrail.NOTHING,
        Map.of(
            "rule",
            rule,
            "rulesRevision",
            together.rules().revision(),
            "decision",
            together.decision().decisionId(),
            "quantity",
            of.quantity(),
            "money",
            money.map(m -> m.toPlainString() + " " + together.currency()).orElse("")));
  }
}
