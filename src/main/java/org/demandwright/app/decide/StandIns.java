package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.demandwright.core.Words;
import org.demandwright.core.decide.StockPlan;
import org.demandwright.core.decide.SuggestionKind;
import org.demandwright.core.decide.SuggestionState;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.LifecycleLink;
import org.demandwright.store.decide.DecisionStore;
import org.demandwright.store.decide.PlannedStock;
import org.demandwright.store.decide.StockPlanStore;
import org.demandwright.store.decide.SuggestionCase;
import org.demandwright.store.decide.SuggestionStore.Told;
import org.demandwright.store.demand.LinkStore;

/**
 * Tells whoever is to buy an item what is there of another one that can stand in, above what that
 * one needs itself. It is told beside the suggestion, and changes no quantity: whether customers
 * take it, a person knows.
 */
@ApplicationScoped
public class StandIns {
  private final LinkStore links;
  private final StockPlanStore plans;
  private final DecisionStore decisions;

  @Inject
  StandIns(LinkStore links, StockPlanStore plans, DecisionStore decisions) {
    this.links = links;
    this.plans = plans;
    this.decisions = decisions;
  }

  StandIns() {
    this(null, null, null);
  }

  /**
   * Returns suggestions with what can stand in, in their reasons.
   *
   * @param scope to which the other items belong, too
   */
  @Transactional
  public List<Told> told(DataScope scope, List<Told> suggested) {
    List<LifecycleLink> all = substitutes();
    return all.isEmpty()
        ? suggested
        : suggested.stream()
            .map(told -> new Told(said(scope, all, told.suggestion()), told.order()))
            .toList();
  }

  private SuggestionCase said(DataScope scope, List<LifecycleLink> all, SuggestionCase of) {
    SuggestionCase said = of;
    for (Words more : standIns(scope, all, of)) {
      said = said.saying(said.because().and(more));
    }
    return said;
  }

  /** Returns one suggestion with what can stand in, in its notes. */
  @Transactional
  public SuggestionRecord told(DataScope scope, SuggestionRecord one) {
    return new SuggestionRecord(
        one.suggestion(),
        one.state(),
        one.order(),
        one.answers(),
        one.found(),
        Stream.concat(
                one.notes().stream(), standIns(scope, substitutes(), one.suggestion()).stream())
            .toList());
  }

  private List<LifecycleLink> substitutes() {
    return links.all().stream()
        .map(LinkStore.Entry::link)
        .filter(link -> link.kind() == LifecycleLink.Kind.SUBSTITUTE)
        .toList();
  }

  private List<Words> standIns(DataScope scope, List<LifecycleLink> all, SuggestionCase of) {
    boolean open = of.state() == SuggestionState.OPEN || of.state() == SuggestionState.SNOOZED;
    if (of.kind() != SuggestionKind.BUY || !open) {
      return List.of();
    }
    LocalDate day =
        decisions.find(of.decisionId()).map(DecisionStore.Decision::asOf).orElse(of.lastDay());
    return all.stream()
        .filter(link -> link.org().equals(of.orgId()) && link.predecessor().equals(of.itemId()))
        .filter(link -> link.isAt(of.siteId()) && !link.first().isAfter(day))
        .filter(link -> link.last().filter(day::isAfter).isEmpty())
        .flatMap(
            link ->
                spare(scope, of, link.successor())
                    .map(units -> Words.of("link.stand-in", link.successor(), units))
                    .stream())
        .toList();
  }

  /** Returns what is there and not reserved above its own order-up-to level, in whole units. */
  private Optional<BigDecimal> spare(DataScope scope, SuggestionCase of, String item) {
    StockPlanStore.Filter filter =
        new StockPlanStore.Filter(
            scope,
            Optional.of(of.orgId()),
            Optional.of(item),
            Optional.of(of.siteId()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return plans.page(of.decisionId(), filter, 0, 1).stream()
        .findFirst()
        .flatMap(StandIns::spare)
        .map(units -> units.setScale(0, RoundingMode.DOWN))
        .filter(units -> units.signum() > 0);
  }

  /** What customers wait for may be a part of the level; then less is told than there is. */
  private static BigDecimal unreserved(PlannedStock planned) {
    return planned.stock().waiting().map(PlannedStock.Waiting::unreserved).orElse(BigDecimal.ZERO);
  }

  private static Optional<BigDecimal> spare(PlannedStock planned) {
    return planned
        .plan()
        .map(StockPlan::orderUpTo)
        .flatMap(
            level ->
                planned
                    .stock()
                    .onHand()
                    .map(
                        there ->
                            there
                                .subtract(planned.stock().reserved())
                                .subtract(unreserved(planned))
                                .subtract(level)));
  }
}
