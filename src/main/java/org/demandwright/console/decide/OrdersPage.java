package org.demandwright.console.decide;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.demandwright.app.Expected;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.decide.AnswerRequest;
import org.demandwright.app.decide.AnswerRequest.Verb;
import org.demandwright.app.decide.AnswerSuggestions;
import org.demandwright.app.decide.StandIns;
import org.demandwright.app.decide.StockPlans;
import org.demandwright.app.decide.Suggestions;
import org.demandwright.console.frame.Messages;
import org.demandwright.console.frame.Pager;
import org.demandwright.console.frame.Texts;
import org.demandwright.console.frame.Typed;
import org.demandwright.console.frame.Wording;
import org.demandwright.core.decide.SuggestionKind;
import org.demandwright.core.decide.SuggestionState;
import org.demandwright.security.CallerScope;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.PlannedStock;
import org.demandwright.store.decide.StockPlanStore;
import org.demandwright.store.decide.SuggestionCase;
import org.demandwright.store.decide.SuggestionStore;
import org.demandwright.store.decide.SuggestionStore.Told;
import org.primefaces.PrimeFaces;

/** Prepares {@code planner/orders.xhtml}: what is suggested, and what the stock is planned by. */
@Named
@ViewScoped
public class OrdersPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int ROWS = 50;
  private static final int USUAL_SNOOZE = 7;

  @Inject CallerScope scope;
  @Inject StockPlans plans;
  @Inject Suggestions suggestions;
  @Inject StandIns standIns;
  @Inject AnswerSuggestions answering;
  @Inject Wording wording;

  private final AnswerForm form = new AnswerForm();
  private final Map<Long, Boolean> chosen = new HashMap<>();
  private final Pager<Told> orders = new Pager<>(this::page);
  private final Pager<PlannedStock> stock = new Pager<>(this::stockPage);

  private String vendor = "";
  private String site = "";
  private SuggestionKind kind;
  private SuggestionState state = SuggestionState.OPEN;

  private transient Optional<Decision> decision;

  /** The suggestions of one vendor on this page. */
  public record Group(String vendor, List<Told> rows) {}

  private Optional<Decision> decision() {
    if (decision == null) {
      try {
        decision = Optional.of(plans.newest(Optional.empty()));
      } catch (Refused nothingDecided) {
        decision = Optional.empty();
      }
    }
    return decision;
  }

  private Page<Told> page(Optional<String> cursor) {
    SuggestionStore.Filter filter =
        new SuggestionStore.Filter(
            scope.get(),
            Optional.empty(),
            Optional.empty(),
            Typed.text(site),
            Typed.text(vendor),
            Optional.ofNullable(kind),
            Optional.empty());
    return decision()
        .map(of -> suggestions.page(of, state, filter, cursor, ROWS))
        .map(page -> new Page<>(standIns.told(scope.get(), page.rows()), page.next()))
        .orElseGet(() -> new Page<>(List.of(), Optional.empty()));
  }

  private Page<PlannedStock> stockPage(Optional<String> cursor) {
    StockPlanStore.Filter filter =
        new StockPlanStore.Filter(
            scope.get(),
            Optional.empty(),
            Optional.empty(),
            Typed.text(site),
            Optional.empty(),
            Typed.text(vendor),
            Optional.empty(),
            Optional.empty());
    return decision()
        .map(of -> plans.page(of.decisionId(), filter, cursor, ROWS))
        .orElseGet(() -> new Page<>(List.of(), Optional.empty()));
  }

  /** The suggestions of this page by vendor; those that no vendor delivers come last. */
  public List<Group> getGroups() {
    Map<String, List<Told>> groups = new HashMap<>();
    for (Told told : orders.getRows()) {
      groups
          .computeIfAbsent(
              Objects.requireNonNullElse(told.suggestion().vendorId(), ""), v -> new ArrayList<>())
          .add(told);
    }
    return groups.entrySet().stream()
        .map(e -> new Group(e.getKey(), e.getValue()))
        .sorted(
            Comparator.comparing((Group g) -> g.vendor().isEmpty()).thenComparing(Group::vendor))
        .toList();
  }

  /** Whether nothing was decided yet. */
  public boolean isNothingDecided() {
    return decision().isEmpty();
  }

  /** Which decision is shown. */
  public String getLead() {
    return decision()
        .map(d -> Texts.of("orders.lead", Long.toString(d.versionId()), d.asOf().toString()))
        .orElse("");
  }

  /** How much it is, in the unit that the vendor counts in. */
  public String quantity(SuggestionCase c) {
    return c.unit()
        .map(
            unit ->
                wording.decimal(c.quantity().divide(unit.factor(), MathContext.DECIMAL64))
                    + " "
                    + unit.name())
        .orElseGet(() -> wording.decimal(c.quantity()));
  }

  /** What it costs; empty where that is not known. */
  public String cost(SuggestionCase c) {
    return c.cost() == null
        ? ""
        : wording.decimal(c.cost()) + " " + Objects.requireNonNullElse(c.currency(), "");
  }

  /** What became of one that is answered; empty where nobody has. */
  public String answer(SuggestionCase c) {
    return c.answered()
        .map(
            at ->
                Texts.of(
                    "orders.answered",
                    c.answeredBy(),
                    wording.minute(at),
                    Objects.requireNonNullElse(c.reason(), ""),
                    c.accepted() == null ? "" : wording.decimal(c.accepted())))
        .orElse("");
  }

  /** Whether one can be answered. */
  public boolean isAnswerable() {
    return state == SuggestionState.OPEN || state == SuggestionState.SNOOZED;
  }

  /** Whether an answer can be taken back. */
  public boolean isReopenable() {
    return state == SuggestionState.REJECTED
        || state == SuggestionState.ACCEPTED
        || state == SuggestionState.SNOOZED;
  }

  /** Shows what the filters let through. */
  public void filter() {
    chosen.clear();
    orders.restart();
    stock.restart();
  }

  /** Accepts one as it is suggested. */
  public void accept(long number) {
    take(number, AnswerRequest.accept(), "orders.accepted");
  }

  /** Takes an answer back. */
  public void reopen(long number) {
    take(number, AnswerRequest.reopen(), "orders.reopened");
  }

  private void take(long number, AnswerRequest request, String message) {
    try {
      answer(number, request);
      Messages.done(message, Long.toString(number));
    } catch (Refused refused) {
      Messages.refused(refused);
    }
    orders.reload();
  }

  /** Accepts those that are chosen, each by itself. */
  public void acceptChosen() {
    int accepted = 0;
    for (Told told : orders.getRows()) {
      long number = told.suggestion().suggestionNo();
      if (Boolean.TRUE.equals(chosen.get(number))) {
        try {
          answer(number, AnswerRequest.accept());
          accepted++;
        } catch (Refused refused) {
          Messages.refused(refused);
        }
      }
    }
    chosen.clear();
    orders.reload();
    Messages.done("orders.acceptedMany", accepted);
  }

  private void answer(long number, AnswerRequest request) {
    answering.answer(
        new AnswerSuggestions.Target(scope.get(), number, Expected.anything()), request, caller());
  }

  /** Opens the form for another quantity. */
  public void change(Told told) {
    begin(told, Verb.MODIFY);
  }

  /** Opens the form for another day. */
  public void snooze(Told told) {
    begin(told, Verb.SNOOZE);
  }

  /** Opens the form for a reason. */
  public void reject(Told told) {
    begin(told, Verb.REJECT);
  }

  private void begin(Told told, Verb verb) {
    form.begin(told.suggestion(), verb, suggestions.today().plusDays(USUAL_SNOOZE));
  }

  /** Answers what the form says; what is wrong is told in it. */
  public void send() {
    boolean answered = false;
    try {
      answer(form.number(), form.request());
      answered = true;
      Messages.done("orders.done." + form.getVerb(), Long.toString(form.number()));
      orders.reload();
    } catch (Refused refused) {
      form.fail(refused.getMessage());
    }
    PrimeFaces.current().ajax().addCallbackParam("answered", answered);
  }

  private static String caller() {
    return FacesContext.getCurrentInstance().getExternalContext().getRemoteUser();
  }

  public Pager<Told> getOrders() {
    return orders;
  }

  public Pager<PlannedStock> getStock() {
    return stock;
  }

  public AnswerForm getForm() {
    return form;
  }

  /** Which suggestions are chosen, by their numbers. */
  public Map<Long, Boolean> getChosen() {
    return chosen;
  }

  public SuggestionKind[] getKinds() {
    return SuggestionKind.values();
  }

  public SuggestionState[] getStates() {
    return SuggestionState.values();
  }

  public String getVendor() {
    return vendor;
  }

  public void setVendor(String vendor) {
    this.vendor = vendor;
  }

  public String getSite() {
    return site;
  }

  public void setSite(String site) {
    this.site = site;
  }

  public SuggestionKind getKind() {
    return kind;
  }

  public void setKind(SuggestionKind kind) {
    this.kind = kind;
  }

  public SuggestionState getState() {
    return state;
  }

  public void setState(SuggestionState state) {
    this.state = state;
  }
}
