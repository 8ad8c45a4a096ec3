package org.demandwright.console.decide;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demandwright.app.Refused;
import org.demandwright.app.decide.SimulationLimits;
import org.demandwright.console.frame.Texts;
import org.demandwright.core.decide.simulate.SimulationQuestion;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.pipeline.EngineOptions;

/** What a planner asks a simulation, as it is written: an empty field leaves it to what counts. */
public class SimulationForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int HUNDRED = 2;

  private String category;
  private String site;
  private String places = String.valueOf(SimulationLimits.USUAL_PLACES);
  private String weeks = String.valueOf(SimulationLimits.USUAL_WEEKS);
  private String holding;
  private String ordering;
  private String shortage;
  private boolean methods;

  /** Returns what is asked of a plan. */
  SimulationQuestion question(String plan, DataScope scope) {
    String weeksField = Texts.of("simulations.weeks");
    int test = SimulationLimits.weeks(weeksField, whole(weeksField, weeks));
    String placesField = Texts.of("simulations.places");
    return new SimulationQuestion(
        plan,
        scope,
        Set.of(),
        Set.of(),
        told(site).map(Set::of).orElseGet(Set::of),
        told(category).map(Set::of).orElseGet(Set::of),
        SimulationLimits.places(placesField, whole(placesField, places)),
        test,
        test,
        share("simulations.holding", holding),
        SimulationLimits.line(
            Texts.of("simulations.ordering"), number("simulations.ordering", ordering)),
        share("simulations.shortage", shortage),
        true,
        EngineOptions.DEFAULT_SEED,
        SimulationLimits.WAYS,
        methods ? SimulationLimits.METHODS : List.of(SimulationQuestion.PUBLISHED));
  }

  private static Optional<String> told(String text) {
    return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
  }

  private static Optional<Integer> whole(String field, String text) {
    try {
      return told(text).map(Integer::valueOf);
    } catch (NumberFormatException e) {
      throw Refused.because(
          field, "%s: '%s' is no whole number; write it as 26.".formatted(field, text));
    }
  }

  private static Optional<BigDecimal> number(String key, String text) {
    try {
      return told(text).map(BigDecimal::new);
    } catch (NumberFormatException e) {
      throw Refused.because(
          key, "%s: '%s' is no number; write it as 12.5.".formatted(Texts.of(key), text));
    }
  }

  private static Optional<Double> share(String key, String text) {
    return SimulationLimits.share(
        Texts.of(key), number(key, text).map(percent -> percent.movePointLeft(HUNDRED)));
  }

  public String getCategory() {
    return category;
  }

  public void setCategory(String category) {
    this.category = category;
  }

  public String getSite() {
    return site;
  }

  public void setSite(String site) {
    this.site = site;
  }

  public String getPlaces() {
    return places;
  }

  public void setPlaces(String places) {
    this.places = places;
  }

  public String getWeeks() {
    return weeks;
  }

  public void setWeeks(String weeks) {
    this.weeks = weeks;
  }

  public String getHolding() {
    return holding;
  }

  public void setHolding(String holding) {
    this.holding = holding;
  }

  public String getOrdering() {
    return ordering;
  }

  public void setOrdering(String ordering) {
    this.ordering = ordering;
  }

  public String getShortage() {
    return shortage;
  }

  public void setShortage(String shortage) {
    this.shortage = shortage;
  }

  public boolean isMethods() {
    return methods;
  }

  public void setMethods(boolean methods) {
    this.methods = methods;
  }
}
