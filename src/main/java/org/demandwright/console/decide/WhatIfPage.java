package org.demandwright.console.decide;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Expected;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.decide.PriceQuestions;
import org.demandwright.app.decide.PriceResponses;
import org.demandwright.app.decide.Scenarios;
import org.demandwright.app.decide.StockPlans;
import org.demandwright.console.forecast.PlanChoice;
import org.demandwright.console.frame.Messages;
import org.demandwright.console.frame.Pager;
import org.demandwright.console.frame.Typed;
import org.demandwright.core.Words;
import org.demandwright.core.decide.price.PriceAdvice;
import org.demandwright.core.decide.price.PriceWords;
import org.demandwright.security.CallerScope;
import org.demandwright.store.decide.PlacePrice;
import org.demandwright.store.decide.PriceResponseStore;
import org.demandwright.store.decide.PriceResponseStore.Lesson;
import org.demandwright.store.decide.Scenario;

/**
 * Prepares {@code planner/what-if.xhtml}: what is known of prices, what another one would do, and
 * what was asked and kept.
 */
@Named
@ViewScoped
public class WhatIfPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int ROWS = 10;
  private static final int USUAL_DAYS = 13;

  @Inject CallerScope scope;
  @Inject PriceResponses prices;
  @Inject PriceQuestions questions;
  @Inject Scenarios scenarios;
  @Inject StockPlans plans;

  private final PlanChoice plan = new PlanChoice();
  private final Pager<PlacePrice> rows = new Pager<>(this::page);
  private final Pager<Scenario> kept = new Pager<>(this::keptPage);
  private String item;
  private Boolean known = true;
  private String org;
  private String chosenItem;
  private String chosenSite;
  private String price;
  private String first;
  private String last;
  private boolean everywhere;
  private transient Optional<Lesson> lesson;
  private transient PlacePrice chosen;
  private transient Scenario answer;

  /** What was learned last; empty where nothing was yet. */
  public Optional<Lesson> getLesson() {
    if (lesson == null) {
      try {
        lesson = Optional.of(prices.newest(Optional.of(plan.name())));
      } catch (Refused nothing) {
        lesson = Optional.empty();
      }
    }
    return lesson;
  }

  private Page<PlacePrice> page(Optional<String> cursor) {
    return getLesson()
        .map(
            of ->
                prices.page(
                    of.lessonId(),
                    new PriceResponseStore.Filter(
                        scope.get(),
                        Optional.empty(),
                        Typed.text(item),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.ofNullable(known)),
                    cursor,
                    ROWS))
        .orElseGet(() -> new Page<>(List.of(), Optional.empty()));
  }

  private Page<Scenario> keptPage(Optional<String> cursor) {
    return scenarios.page(scope.get(), Optional.of(plan.name()), Optional.empty(), cursor, ROWS);
  }

  /** What is known of a price in a sentence. */
  public Words said(PlacePrice place) {
    return PriceWords.of(place.response(), place.support());
  }

  /** Looks again from the first page. */
  public void search() {
    rows.restart();
  }

  /** Opens an item at a site. */
  public void choose(PlacePrice place) {
    chosen = place;
    answer = null;
    org = place.key().org();
    chosenItem = place.key().item();
    chosenSite = place.key().site();
    price = BigDecimal.valueOf(place.support().usual()).toPlainString();
    try {
      LocalDate today = plans.newest(Optional.of(plan.name())).asOf();
      first = today.toString();
      last = today.plusDays(USUAL_DAYS).toString();
    } catch (Refused refused) {
      Messages.refused(refused);
    }
  }

  /** The item at a site that is open; empty where none is. */
  public Optional<PlacePrice> getChosen() {
    if (chosen == null && chosenItem != null && getLesson().isPresent()) {
      chosen =
          prices
              .page(
                  getLesson().get().lessonId(),
                  new PriceResponseStore.Filter(
                      scope.get(),
                      Optional.ofNullable(org),
                      Optional.of(chosenItem),
                      Optional.of(chosenSite),
                      Optional.empty(),
                      Optional.empty()),
                  Optional.empty(),
                  1)
              .rows()
              .stream()
              .findFirst()
              .orElse(null);
    }
    return Optional.ofNullable(chosen);
  }

  /** Its demand over its prices. */
  public String getCurve() {
    return getChosen().filter(p -> p.response().isKnown()).map(PriceCurve::of).orElse("{}");
  }

  /** Asks what the price would do. */
  public void ask() {
    try {
      answer = questions.ask(scope.get(), question(), caller());
    } catch (Refused refused) {
      answer = null;
      Messages.refused(refused);
    }
  }

  /** Asks, and keeps question and answer. */
  public void keep() {
    try {
      answer = scenarios.add(scope.get(), question(), caller());
      Messages.done("whatif.kept", Long.toString(answer.scenarioId()));
      kept.restart();
    } catch (Refused refused) {
      Messages.refused(refused);
    }
  }

  /** Proposes the price of which most profit is expected, at most a tenth away. */
  public void suggest() {
    try {
      PriceQuestions.Suggested suggested =
          questions.suggest(
              scope.get(),
              Optional.of(plan.name()),
              Optional.of(org),
              chosenItem,
              chosenSite,
              PriceAdvice.Limits.USUAL);
      suggested.advice().ifPresent(a -> price = a.price().toPlainString());
      if (suggested.advice().isEmpty()) {
        Messages.done("whatif.noAdvice", chosenItem);
      } else {
        ask();
      }
    } catch (Refused refused) {
      Messages.refused(refused);
    }
  }

  /** Forgets a scenario. */
  public void remove(long scenarioId) {
    try {
      scenarios.remove(scope.get(), scenarioId, Expected.anything());
    } catch (Refused refused) {
      Messages.refused(refused);
    }
    kept.reload();
  }

  private PriceQuestions.Question question() {
    return new PriceQuestions.Question(
        chosenItem + " " + price,
        Optional.of(plan.name()),
        Optional.of(org),
        chosenItem,
        everywhere ? List.of() : List.of(chosenSite),
        Typed.day(first),
        Typed.day(last),
        Typed.number(price));
  }

  private static String caller() {
    return FacesContext.getCurrentInstance().getExternalContext().getRemoteUser();
  }

  public Scenario getAnswer() {
    return answer;
  }

  public Pager<PlacePrice> getRows() {
    return rows;
  }

  public Pager<Scenario> getKept() {
    return kept;
  }

  public PlanChoice getPlan() {
    return plan;
  }

  public String getItem() {
    return item;
  }

  public void setItem(String item) {
    this.item = item;
  }

  public Boolean getKnown() {
    return known;
  }

  public void setKnown(Boolean known) {
    this.known = known;
  }

  public String getPrice() {
    return price;
  }

  public void setPrice(String price) {
    this.price = price;
  }

  public String getFirst() {
    return first;
  }

  public void setFirst(String first) {
    this.first = first;
  }

  public String getLast() {
    return last;
  }

  public void setLast(String last) {
    this.last = last;
  }

  public boolean isEverywhere() {
    return everywhere;
  }

  public void setEverywhere(boolean everywhere) {
    this.everywhere = everywhere;
  }
}
