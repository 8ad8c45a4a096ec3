package org.demandwright.console.decide;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Expected;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.decide.PromotionNeeds;
import org.demandwright.app.decide.PromotionNeeds.Needs;
import org.demandwright.app.decide.PromotionsLearned;
import org.demandwright.app.decide.StockPlans;
import org.demandwright.app.demand.PlanPromotions;
import org.demandwright.console.forecast.PlanChoice;
import org.demandwright.console.frame.Pager;
import org.demandwright.console.frame.Texts;
import org.demandwright.console.frame.Typed;
import org.demandwright.console.frame.Wording;
import org.demandwright.core.Words;
import org.demandwright.core.decide.promotion.Pooled;
import org.demandwright.core.decide.promotion.PromotionEffect.Level;
import org.demandwright.core.decide.promotion.PromotionEffect.Responds;
import org.demandwright.core.decide.promotion.PromotionWords;
import org.demandwright.core.decide.promotion.WhyUnknown;
import org.demandwright.security.CallerScope;
import org.demandwright.store.decide.PromotionEffectStore;
import org.demandwright.store.demand.PlannedPromotion;
import org.demandwright.store.demand.PromotionStore;

/**
 * Prepares {@code planner/promotions.xhtml}: the campaign calendar, what a promotion needs, and
 * what promotions do.
 */
@Named
@ViewScoped
public class PromotionsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int CALENDAR_ROWS = 15;
  private static final int EFFECT_ROWS = 25;

  @Inject CallerScope scope;
  @Inject PlanPromotions promotions;
  @Inject PromotionsLearned learned;
  @Inject PromotionNeeds needed;
  @Inject StockPlans plans;
  @Inject Wording wording;

  private final PlanChoice plan = new PlanChoice();
  private final Pager<PlannedPromotion> calendar = new Pager<>(this::calendarPage);
  private final Pager<PromotionEffectStore.Entry> effects = new Pager<>(this::effectsPage);
  private PromotionForm form = new PromotionForm();
  private String item;
  private String category;
  private boolean past;
  private Level level = Level.ITEM;
  private Responds responds;
  private String why;
  private transient Optional<Needs> needs;
  private transient List<PromotionEffectStore.Count> counts;

  private Page<PlannedPromotion> calendarPage(Optional<String> cursor) {
    return promotions.page(
        new PromotionStore.Filter(
            scope.get(),
            Optional.empty(),
            Typed.text(item),
            Optional.empty(),
            Typed.text(category),
            past ? Optional.empty() : today(),
            Optional.empty(),
            Optional.empty()),
        cursor,
        CALENDAR_ROWS);
  }

  /** The day as of which was decided last; empty before that. */
  private Optional<LocalDate> today() {
    try {
      return Optional.of(plans.newest(Optional.of(plan.name())).asOf());
    } catch (Refused nothingDecided) {
      return Optional.empty();
    }
  }

  private Page<PromotionEffectStore.Entry> effectsPage(Optional<String> cursor) {
    return learned.page(
        new PromotionEffectStore.Filter(
            scope.get(),
            Optional.of(level),
            Optional.empty(),
            Typed.text(item),
            Typed.text(category),
            Optional.empty(),
            Optional.ofNullable(responds),
            Optional.empty()),
        cursor,
        EFFECT_ROWS);
  }

  /** When promotions were learned; empty before the first time. */
  public Optional<PromotionEffectStore.Learning> getLearning() {
    return learned.learning();
  }

  /** Of how many items the effect is known, and of how many it is not and why. */
  public List<PromotionEffectStore.Count> getCounts() {
    if (counts == null) {
      counts = learned.counts(scope.get());
    }
    return counts;
  }

  /** Why something cannot be known, in a sentence. */
  public Words said(WhyUnknown why) {
    return PromotionWords.of(why);
  }

  /** Names in a row. */
  public String named(List<String> names) {
    return String.join(", ", names);
  }

  /** A figure with its band; a dash where it is not known. */
  public String figure(Optional<Pooled> figure) {
    return figure
        .map(
            f ->
                Texts.of(
                    "promotions.figure",
                    wording.part(f.value()),
                    wording.part(f.low()),
                    wording.part(f.high())))
        .orElse("–");
  }

  /** Looks again from the first pages. */
  public void search() {
    calendar.restart();
    effects.restart();
  }

  /** Plans what was filled in, and shows what it needs. */
  public void add() {
    try {
      PlannedPromotion added = promotions.add(scope.get(), form.request(), caller());
      form = new PromotionForm();
      calendar.restart();
      show(added);
    } catch (Refused wrong) {
      form.fail(wrong.getMessage());
    }
  }

  private static String caller() {
    return FacesContext.getCurrentInstance().getExternalContext().getRemoteUser();
  }

  /** Removes a promotion that was planned here. */
  public void remove(PlannedPromotion p) {
    try {
      promotions.remove(scope.get(), PlanPromotions.id(p), Expected.anything());
      why = null;
    } catch (Refused wrong) {
      why = wrong.getMessage();
    }
    needs = Optional.empty();
    calendar.restart();
  }

  /** Shows what a promotion needs, or why that cannot be told. */
  public void show(PlannedPromotion p) {
    try {
      needs =
          Optional.of(
              needed.of(scope.get(), plans.newest(Optional.of(plan.name())), PlanPromotions.id(p)));
      why = null;
    } catch (Refused cannot) {
      needs = Optional.empty();
      why = cannot.getMessage();
    }
  }

  /** What the promotion that was chosen needs; at most one. */
  public List<Needs> getNeeds() {
    List<Needs> all = new ArrayList<>();
    if (needs != null) {
      needs.ifPresent(all::add);
    }
    return all;
  }

  /** Why it cannot be told what one needs; null where it can. */
  public String getWhy() {
    return why;
  }

  public Pager<PlannedPromotion> getCalendar() {
    return calendar;
  }

  public Pager<PromotionEffectStore.Entry> getEffects() {
    return effects;
  }

  public PromotionForm getForm() {
    return form;
  }

  public PlanChoice getPlan() {
    return plan;
  }

  public Level[] getLevels() {
    return Level.values();
  }

  public Responds[] getAnswers() {
    return Responds.values();
  }

  public Level getLevel() {
    return level;
  }

  public void setLevel(Level level) {
    this.level = level;
  }

  public Responds getResponds() {
    return responds;
  }

  public void setResponds(Responds responds) {
    this.responds = responds;
  }

  public String getItem() {
    return item;
  }

  public void setItem(String item) {
    this.item = item;
  }

  public String getCategory() {
    return category;
  }

  public void setCategory(String category) {
    this.category = category;
  }

  public boolean isPast() {
    return past;
  }

  public void setPast(boolean past) {
    this.past = past;
  }
}
