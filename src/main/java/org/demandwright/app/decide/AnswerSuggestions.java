package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demandwright.app.Clock;
import org.demandwright.app.Expected;
import org.demandwright.app.Refused;
import org.demandwright.core.decide.OrderTerms;
import org.demandwright.core.decide.SuggestionAnswer;
import org.demandwright.core.decide.SuggestionKind;
import org.demandwright.core.decide.SuggestionState;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.decide.AnswerStore;
import org.demandwright.store.decide.DecisionStore;
import org.demandwright.store.decide.SuggestionCase;
import org.demandwright.store.supply.SupplyStore;

/** Answers suggestions: what people order of them, what not, and what they want to see later. */
@ApplicationScoped
public class AnswerSuggestions {
  private static final System.Logger LOG = System.getLogger(AnswerSuggestions.class.getName());

  /** More than so many times what is suggested is hardly meant. */
  private static final BigDecimal FAR_MORE = BigDecimal.valueOf(100);

  /** What a quantity of the store holds. */
  private static final BigDecimal MOST = new BigDecimal("1e12");

  private static final int DECIMALS = 6;
  private static final int LONGEST_SNOOZE = 180;
  private static final int LONGEST_REASON = 500;
  private static final int LONGEST_DOCUMENT = 80;

  private final Suggestions suggestions;
  private final AnswerStore answers;
  private final DecisionStore decisions;
  private final SupplyStore supply;
  private final HandOver handOver;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  AnswerSuggestions(
      Suggestions suggestions,
      AnswerStore answers,
      DecisionStore decisions,
      SupplyStore supply,
      HandOver handOver,
      AuditTrail audit,
      Clock clock) {
    this.suggestions = suggestions;
    this.answers = answers;
    this.decisions = decisions;
    this.supply = supply;
    this.handOver = handOver;
    this.audit = audit;
    this.clock = clock;
  }

  AnswerSuggestions() {
    this(null, null, null, null, null, null, null);
  }

  /**
   * The suggestion that is meant.
   *
   * @param scope of whoever answers: it must belong to it
   * @param expected what the caller takes for granted about it
   */
  public record Target(DataScope scope, long suggestionNo, Expected<SuggestionRecord> expected) {}

  /**
   * Answers one suggestion.
   *
   * @return as it stands afterwards
   * @throws Refused where it is not there, answered already, suggested no longer, or the answer is
   *     none that can be given
   */
  @Transactional
  public SuggestionRecord answer(Target target, AnswerRequest request, String by) {
    SuggestionRecord seen = suggestions.one(target.scope(), target.suggestionNo());
    answers.hold(target.suggestionNo());
    seen = suggestions.one(target.scope(), target.suggestionNo());
    target.expected().check(seen);
    SuggestionCase before = seen.suggestion();
    requireAnswerable(seen, request.verb());
    requireWords(request);
    Instant now = clock.now();
    SuggestionCase after = before.answered(answer(before, request, by, now));
    SuggestionAnswer kind = kind(request, before, after);
    handOver.answered(before, after);
    if (!answers.answer(after, logged(after, kind, request))) {
      throw new Refused(
          Refused.Kind.STALE,
          "Suggestion %d was answered meanwhile: read it again.".formatted(before.suggestionNo()));
    }
    audit.record(
        "suggestion." + request.verb().name().toLowerCase(Locale.ROOT),
        "suggestion/" + before.suggestionNo(),
        Suggestions.told(before),
        Suggestions.told(after));
    LOG.log(Level.INFO, "{0}: suggestion {1} is {2}", by, before.suggestionNo(), after.state());
    return suggestions.one(target.scope(), target.suggestionNo());
  }

  private static SuggestionAnswer kind(
      AnswerRequest request, SuggestionCase before, SuggestionCase after) {
    return switch (request.verb()) {
      case ACCEPT -> SuggestionAnswer.ACCEPTED;
      case MODIFY ->
          after.accepted().compareTo(before.quantity()) == 0
              ? SuggestionAnswer.ACCEPTED
              : SuggestionAnswer.CHANGED;
      case REJECT -> SuggestionAnswer.REJECTED;
      case SNOOZE -> SuggestionAnswer.SNOOZED;
      case REOPEN -> SuggestionAnswer.REOPENED;
    };
  }

  private static AnswerStore.Answered logged(
      SuggestionCase after, SuggestionAnswer kind, AnswerRequest request) {
    return new AnswerStore.Answered(
        after.suggestionNo(),
        after.revision(),
        after.answered().orElseThrow(),
        after.answeredBy(),
        kind,
        Optional.ofNullable(after.accepted()),
        request.reason(),
        Optional.ofNullable(after.snoozedUntil()));
  }

  private void requireAnswerable(SuggestionRecord seen, AnswerRequest.Verb verb) {
    SuggestionCase c = seen.suggestion();
    if (verb == AnswerRequest.Verb.REOPEN) {
      requireReopenable(seen);
      return;
    }
    if (!EnumSet.of(SuggestionState.OPEN, SuggestionState.SNOOZED).contains(seen.state())) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Suggestion %d is %s since %s by %s: %s."
              .formatted(
                  c.suggestionNo(),
                  seen.state(),
                  c.answered().orElseThrow(),
                  c.answeredBy(),
                  seen.state() == SuggestionState.REJECTED
                          || seen.state() == SuggestionState.ACCEPTED
                      ? "reopen it first to answer otherwise"
                      : "what became of it stands"));
    }
    if (!suggestions.isSuggested(c)) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Suggestion %d is of the decision of %s, and the newest one does not suggest it: read the suggestions that are open now."
              .formatted(c.suggestionNo(), c.lastDay()));
    }
  }

  private static void requireReopenable(SuggestionRecord seen) {
    long number = seen.suggestion().suggestionNo();
    Set<SuggestionState> back =
        EnumSet.of(SuggestionState.SNOOZED, SuggestionState.REJECTED, SuggestionState.ACCEPTED);
    if (!back.contains(seen.suggestion().state())) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Suggestion %d is %s: one that is snoozed, rejected or accepted is reopened."
              .formatted(number, seen.state()));
    }
    if (!seen.found().isEmpty()) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "The ERP has a part of suggestion %d already (%s): change the order there."
              .formatted(number, seen.found().get(0).line()));
    }
  }

  private static void requireWords(AnswerRequest request) {
    if (request.verb() == AnswerRequest.Verb.REJECT && request.reason().isEmpty()) {
      throw Refused.because("reason", "Say why it is rejected: whoever reads the feedback asks.");
    }
    if (request.reason().filter(text -> text.length() > LONGEST_REASON).isPresent()) {
      throw Refused.because(
          "reason", "The reason has more than %d characters.".formatted(LONGEST_REASON));
    }
    if (request.document().filter(text -> text.length() > LONGEST_DOCUMENT).isPresent()) {
      throw Refused.because(
          "document",
          "The number of the order has more than %d characters.".formatted(LONGEST_DOCUMENT));
    }
  }

  private SuggestionCase.Answer answer(
      SuggestionCase c, AnswerRequest request, String by, Instant now) {
    SuggestionState state =
        switch (request.verb()) {
          case ACCEPT, MODIFY -> SuggestionState.ACCEPTED;
          case REJECT -> SuggestionState.REJECTED;
          case SNOOZE -> SuggestionState.SNOOZED;
          case REOPEN -> SuggestionState.OPEN;
        };
    Optional<LocalDate> until =
        request.verb() == AnswerRequest.Verb.SNOOZE
            ? Optional.of(until(request))
            : Optional.empty();
    Optional<SuggestionCase.Acceptance> accepted =
        state == SuggestionState.ACCEPTED ? Optional.of(acceptance(c, request)) : Optional.empty();
    return new SuggestionCase.Answer(state, by, now, until, request.reason(), accepted);
  }

  private LocalDate until(AnswerRequest request) {
    LocalDate today = suggestions.today();
    LocalDate last = today.plusDays(LONGEST_SNOOZE);
    return request
        .until()
        .filter(day -> day.isAfter(today) && !day.isAfter(last))
        .orElseThrow(
            () ->
                Refused.because(
                    "until",
                    "Name the day on which it is to be shown again: from %s to %s."
                        .formatted(today.plusDays(1), last)));
  }

  private SuggestionCase.Acceptance acceptance(SuggestionCase c, AnswerRequest request) {
    BigDecimal quantity =
        request.verb() == AnswerRequest.Verb.MODIFY ? changed(c, request) : c.quantity();
    Optional<BigDecimal> cost =
        quantity.compareTo(c.quantity()) == 0
            ? Optional.ofNullable(c.cost())
            : c.orderTerms().flatMap(OrderTerms::prices).map(p -> p.cost(quantity));
    LocalDate day = decisions.find(c.decisionId()).orElseThrow().asOf();
    return new SuggestionCase.Acceptance(day, quantity, cost, request.document(), known(c));
  }

  /** What the ERP has of the item by now is not what is accepted. */
  private List<String> known(SuggestionCase c) {
    Stream<String> lines =
        supply.ofItems(SupplyTable.PURCHASE_LINE, c.orgId(), List.of(c.itemId())).stream()
            .filter(row -> !row.day("ordered_on").isBefore(c.lastDay()))
            .map(row -> row.text("line_id"));
    Stream<String> coming =
        supply.ofItems(SupplyTable.OPEN_SUPPLY, c.orgId(), List.of(c.itemId())).stream()
            .map(AnswerSuggestions::supplyId);
    return Stream.concat(lines, coming).distinct().sorted().toList();
  }

  private static String supplyId(SupplyRow row) {
    return row.text("supply_id");
  }

  private static BigDecimal changed(SuggestionCase c, AnswerRequest request) {
    if (c.kind().moves()) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Suggestion %d is to %s an order as it is: accept or reject it."
              .formatted(c.suggestionNo(), c.kind()));
    }
    BigDecimal quantity =
        request
            .quantity()
            .orElseThrow(() -> Refused.because("quantity", "Say which quantity is to be ordered."));
    if (quantity.signum() <= 0 || quantity.compareTo(MOST) >= 0) {
      throw Refused.because(
          "quantity",
          "The quantity is %s; it must be above 0 and below 1,000,000,000,000. To order nothing, reject the suggestion."
              .formatted(quantity.toPlainString()));
    }
    if (quantity.stripTrailingZeros().scale() > DECIMALS) {
      throw Refused.because(
          "quantity", "The quantity has more than %d decimals.".formatted(DECIMALS));
    }
    if (!request.despite()) {
      requireTaken(c, quantity);
    }
    return quantity;
  }

  private static void requireTaken(SuggestionCase c, BigDecimal quantity) {
    Map<OrderTerms.Objection, BigDecimal> objections =
        c.orderTerms().map(t -> t.against(quantity)).orElse(Map.of());
    BigDecimal farMore = c.quantity().multiply(FAR_MORE);
    Stream<String> said =
        objections.entrySet().stream()
            .map(
                o ->
                    switch (o.getKey()) {
                      case BELOW_MINIMUM ->
                          "the vendor takes no less than %s".formatted(plain(o.getValue()));
                      case NO_MULTIPLE ->
                          "the vendor takes multiples of %s".formatted(plain(o.getValue()));
                    });
    if (c.kind() == SuggestionKind.BUY || c.kind() == SuggestionKind.TRANSFER) {
      said =
          Stream.concat(
              said,
              Stream.of("%s are suggested".formatted(plain(c.quantity())))
                  .filter(s -> quantity.compareTo(farMore) > 0));
    }
    String all = said.collect(Collectors.joining(", and "));
    if (!all.isEmpty()) {
      throw new Refused(
          Refused.Kind.UNLIKELY,
          "%s are to be ordered, but %s: say that it is meant despite that, or change it."
              .formatted(plain(quantity), all));
    }
  }

  private static String plain(BigDecimal units) {
    return units.stripTrailingZeros().toPlainString();
  }
}
