package org.demandwright.console.decide;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.decide.StockExceptions;
import org.demandwright.app.decide.StockPlans;
import org.demandwright.console.forecast.PlanChoice;
import org.demandwright.console.frame.Pager;
import org.demandwright.console.frame.Typed;
import org.demandwright.core.decide.risk.RiskKind;
import org.demandwright.security.CallerScope;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.StockException;
import org.demandwright.store.decide.StockExceptionStore;

/**
 * Prepares {@code planner/exceptions.xhtml}: what may go wrong, the most money first, and how often
 * each kind came.
 */
@Named
@ViewScoped
public class ExceptionsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int ROWS = 25;

  @Inject CallerScope scope;
  @Inject StockPlans plans;
  @Inject StockExceptions exceptions;

  private final PlanChoice plan = new PlanChoice();
  private final Pager<StockException> rows = new Pager<>(this::page);
  private RiskKind kind;
  private String item;
  private String site;
  private transient Optional<Decision> decision;
  private transient List<StockExceptions.KindQuality> quality;

  private Page<StockException> page(Optional<String> cursor) {
    return exceptions.page(
        plan.name(),
        new StockExceptionStore.Filter(
            scope.get(),
            Optional.ofNullable(kind),
            Optional.empty(),
            Typed.text(item),
            Typed.text(site),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        cursor,
        ROWS);
  }

  /** The newest decision of the plan; empty where nothing was decided yet. */
  public Optional<Decision> getDecision() {
    if (decision == null) {
      decision = newest();
    }
    return decision;
  }

  private Optional<Decision> newest() {
    try {
      return Optional.of(plans.newest(Optional.of(plan.name())));
    } catch (Refused nothing) {
      return Optional.empty();
    }
  }

  /** Whether a part of the data is shown alone, without what is measured over all of it. */
  public boolean isPartial() {
    return !scope.get().isUnrestricted();
  }

  /** How often each kind came. */
  public List<StockExceptions.KindQuality> getQuality() {
    if (quality == null) {
      quality = exceptions.quality(plan.name());
    }
    return quality;
  }

  /** Looks again from the first page. */
  public void search() {
    rows.restart();
  }

  public Pager<StockException> getRows() {
    return rows;
  }

  public RiskKind[] getKinds() {
    return RiskKind.values();
  }

  public PlanChoice getPlan() {
    return plan;
  }

  public RiskKind getKind() {
    return kind;
  }

  public void setKind(RiskKind kind) {
    this.kind = kind;
  }

  public String getItem() {
    return item;
  }

  public void setItem(String item) {
    this.item = item;
  }

  public String getSite() {
    return site;
  }

  public void setSite(String site) {
    this.site = site;
  }
}
