package org.demandwright.console.decide;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demandwright.app.Expected;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.decide.Simulations;
import org.demandwright.app.decide.Simulations.Compared;
import org.demandwright.app.decide.Simulations.Told;
import org.demandwright.console.forecast.PlanChoice;
import org.demandwright.console.frame.Messages;
import org.demandwright.console.frame.Pager;
import org.demandwright.console.frame.Texts;
import org.demandwright.core.decide.simulate.SimulationQuestion;
import org.demandwright.security.CallerScope;
import org.demandwright.store.decide.SimulationResultStore.ClassKind;
import org.demandwright.store.decide.SimulationResultStore.Tried;
import org.demandwright.store.run.WorkStatus;

/**
 * Prepares {@code planner/simulations.xhtml}: what ways of ordering would have cost, asked for and
 * read.
 */
@Named
@ViewScoped
public class SimulationsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int ROWS = 10;

  @Inject CallerScope scope;
  @Inject Simulations simulations;

  private final PlanChoice plan = new PlanChoice();
  private final SimulationForm form = new SimulationForm();
  private final Pager<Told> rows = new Pager<>(this::page);
  private Long number;
  private transient Optional<Told> open;
  private transient List<Compared> results;

  private Page<Told> page(Optional<String> cursor) {
    return simulations.page(scope.get(), Optional.of(plan.name()), cursor, ROWS);
  }

  /** Asks for a simulation, and opens it. */
  public void start() {
    try {
      Told asked =
          simulations.order(
              form.question(plan.name(), scope.get()),
              FacesContext.getCurrentInstance().getExternalContext().getRemoteUser());
      Messages.done("simulations.asked", Long.toString(asked.simulation().simulationId()));
      choose(asked.simulation().simulationId());
      rows.restart();
    } catch (Refused refused) {
      Messages.refused(refused);
    }
  }

  /** Opens a simulation. */
  public void choose(long simulationId) {
    number = simulationId;
    open = null;
    results = null;
  }

  /** Removes a simulation; one that is worked on comes to nothing. */
  public void remove(long simulationId) {
    try {
      simulations.remove(scope.get(), simulationId, Expected.anything());
    } catch (Refused refused) {
      Messages.refused(refused);
    }
    if (number != null && number == simulationId) {
      number = null;
      open = null;
    }
    rows.reload();
  }

  /** Looks again, as the page does by itself while one is not ready. */
  public void refresh() {
    rows.reload();
    open = null;
    results = null;
  }

  /** Whether one of those that are shown has not ended. */
  public boolean isUnfinished() {
    return rows.getRows().stream()
        .anyMatch(
            told ->
                told.simulation().status() == WorkStatus.WAITING
                    || told.simulation().status() == WorkStatus.RUNNING);
  }

  /** The simulation that is open; empty where none is, or where it is gone. */
  public Optional<Told> getOpen() {
    if (open == null) {
      try {
        open = Optional.ofNullable(number).map(id -> simulations.one(scope.get(), id));
      } catch (Refused gone) {
        Messages.refused(gone);
        number = null;
        open = Optional.empty();
      }
    }
    return open;
  }

  /** What each way came to over all items, the least first; nothing before it is ready. */
  public List<Compared> getResults() {
    if (results == null) {
      results =
          isReady()
              ? simulations.results(scope.get(), number).stream()
                  .filter(c -> c.result().kind() == ClassKind.ALL)
                  .sorted(
                      Comparator.comparing((Compared c) -> c.result().currency())
                          .thenComparing(c -> c.result().tested().money().total()))
                  .toList()
              : List.of();
    }
    return results;
  }

  private boolean isReady() {
    return getOpen().filter(t -> t.simulation().status() == WorkStatus.READY).isPresent();
  }

  /** Cost against fill rate of each way, as the plan forecasts, in the first of the currencies. */
  public String getCurve() {
    return getResults().isEmpty()
        ? "{}"
        : CostCurve.of(
            simulations.curve(scope.get(), number), getResults().get(0).result().currency());
  }

  /** What a simulation is about. */
  public String about(Told told) {
    SimulationQuestion question = told.simulation().order().question();
    String of =
        Stream.of(question.orgs(), question.items(), question.sites(), question.categories())
            .flatMap(names -> names.stream().sorted())
            .collect(Collectors.joining(", "));
    return Texts.of(
        "simulations.about.weeks",
        of.isEmpty() ? Texts.of("simulations.about.everything") : of,
        question.testWeeks());
  }

  /** What a way of ordering is called. */
  public String way(Tried tried) {
    return Texts.of("simulations.way." + tried.way());
  }

  /** By what a way forecasts; empty where it goes by no forecast. */
  public String method(Tried tried) {
    return tried.method().equals(SimulationQuestion.PUBLISHED)
        ? Texts.of("simulations.method.published")
        : tried.method();
  }

  public Pager<Told> getRows() {
    return rows;
  }

  public PlanChoice getPlan() {
    return plan;
  }

  public SimulationForm getForm() {
    return form;
  }

  public Long getNumber() {
    return number;
  }

  public void setNumber(Long number) {
    this.number = number;
  }
}
