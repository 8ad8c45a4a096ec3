package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.demandwright.app.Clock;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.core.decide.SuggestionAnswer;
import org.demandwright.core.decide.SuggestionState;
import org.demandwright.core.demand.DataScope;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.decide.AnswerStore;
import org.demandwright.store.decide.Handover;
import org.demandwright.store.decide.HandoverState;
import org.demandwright.store.decide.HandoverStore;
import org.demandwright.store.decide.HandoverStore.Settlement;
import org.demandwright.store.decide.SuggestionCase;
import org.demandwright.store.decide.SuggestionStore;

/**
 * Hands accepted suggestions over to the ERP, and hears what became of them. With each acceptance a
 * row is put where the ERP, or who carries it there, finds it; one that is taken back before the
 * ERP has it is withdrawn, and one that the ERP refuses is open again.
 */
@ApplicationScoped
public class HandOver {
  private static final int PAGE = 500;
  private static final int LONGEST_DOCUMENT = 80;
  private static final int LONGEST_REASON = 500;

  private final HandoverStore handovers;
  private final AnswerStore answers;
  private final SuggestionStore suggestions;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  HandOver(
      HandoverStore handovers,
      AnswerStore answers,
      SuggestionStore suggestions,
      AuditTrail audit,
      Clock clock) {
    this.handovers = handovers;
    this.answers = answers;
    this.suggestions = suggestions;
    this.audit = audit;
    this.clock = clock;
  }

  HandOver() {
    this(null, null, null, null, null);
  }

  /**
   * Hands over what was accepted, or withdraws what is accepted no longer; within the caller's
   * transaction.
   *
   * @throws Refused CONFLICT where the ERP has it already
   */
  void answered(SuggestionCase before, SuggestionCase after) {
    if (before.state() == SuggestionState.ACCEPTED) {
      handovers.newest(before.suggestionNo()).ifPresent(handed -> withdraw(handed, after));
    }
    if (after.state() == SuggestionState.ACCEPTED) {
      handovers.add(Handover.of(after, moveTo(after).orElse(null)));
    }
  }

  private Optional<LocalDate> moveTo(SuggestionCase accepted) {
    return accepted.kind().moves()
        ? suggestions
            .find(accepted.decisionId(), accepted.suggestionNo())
            .flatMap(order -> order.suggestion().receiptBy())
        : Optional.empty();
  }

  private void withdraw(Handover handed, SuggestionCase after) {
    if (handed.state() == HandoverState.TAKEN) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "The ERP took suggestion %d%s: change the order there."
              .formatted(
                  handed.suggestionNo(),
                  handed.documentNo() == null ? "" : " as " + handed.documentNo()));
    }
    handovers.settle(
        handed.handoverNo(),
        new Settlement(
            HandoverState.WITHDRAWN,
            Optional.empty(),
            Optional.ofNullable(after.reason()),
            after.answeredBy(),
            clock.now()));
  }

  /** Returns what is handed over, in the order in which it was. */
  public Page<Handover> page(HandoverStore.Filter filter, Optional<String> cursor, int limit) {
    return Page.of(
        handovers.page(filter, cursor.map(Cursors::number).orElse(0L), limit),
        limit,
        handed -> Cursors.of(handed.handoverNo()));
  }

  /** Hands on all of it, some at a time. */
  public void each(HandoverStore.Filter filter, Consumer<Handover> consumer) {
    List<Handover> page = handovers.page(filter, 0, PAGE);
    while (!page.isEmpty()) {
      page.forEach(consumer);
      page = handovers.page(filter, page.get(page.size() - 1).handoverNo(), PAGE);
    }
  }

  /**
   * Returns one.
   *
   * @throws Refused NOT_FOUND where there is none within the scope
   */
  public Handover one(DataScope scope, long handoverNo) {
    return handovers
        .find(scope, handoverNo)
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.NOT_FOUND, "Nothing is handed over as %d.".formatted(handoverNo)));
  }

  /**
   * Notes that the ERP has it. What is said again changes nothing.
   *
   * @param document the ERP's number of the order
   */
  @Transactional
  public Handover taken(DataScope scope, long handoverNo, String document, String by) {
    Handover handed = one(scope, handoverNo);
    requireText("document", document, LONGEST_DOCUMENT, "the ERP's number of the order");
    if (handed.state() == HandoverState.TAKEN && document.equals(handed.documentNo())) {
      return handed;
    }
    settle(
        handed,
        new Settlement(
            HandoverState.TAKEN, Optional.of(document), Optional.empty(), by, clock.now()));
    answers.name(handed.suggestionNo(), document);
    return told(scope, handed, "handover.taken");
  }

  /**
   * Notes that the ERP does not take it; its suggestion is open again. What is said again changes
   * nothing.
   *
   * @param because what the ERP says
   */
  @Transactional
  public Handover refused(DataScope scope, long handoverNo, String because, String by) {
    Handover handed = one(scope, handoverNo);
    requireText("because", because, LONGEST_REASON, "why the ERP does not take it");
    if (handed.state() == HandoverState.REFUSED && because.equals(handed.reason())) {
      return handed;
    }
    Instant now = clock.now();
    settle(
        handed,
        new Settlement(HandoverState.REFUSED, Optional.empty(), Optional.of(because), by, now));
    answers.hold(handed.suggestionNo());
    answers
        .find(DataScope.unrestricted(), handed.suggestionNo())
        .filter(c -> c.state() == SuggestionState.ACCEPTED)
        .ifPresent(c -> reopen(c, because, by, now));
    return told(scope, handed, "handover.refused");
  }

  private void reopen(SuggestionCase accepted, String because, String by, Instant now) {
    SuggestionCase open =
        accepted.answered(
            new SuggestionCase.Answer(
                SuggestionState.OPEN,
                by,
                now,
                Optional.empty(),
                Optional.of(because),
                Optional.empty()));
    answers.answer(
        open,
        new AnswerStore.Answered(
            open.suggestionNo(),
            open.revision(),
            now,
            by,
            SuggestionAnswer.REOPENED,
            Optional.empty(),
            Optional.of(because),
            Optional.empty()));
  }

  private void settle(Handover handed, Settlement settlement) {
    if (!handovers.settle(handed.handoverNo(), settlement)) {
      Handover now = one(DataScope.unrestricted(), handed.handoverNo());
      throw new Refused(
          Refused.Kind.CONFLICT,
          "It is %s since %sZ%s: only what is WAITING can be taken or refused."
              .formatted(
                  now.state(),
                  now.settledAt(),
                  now.documentNo() == null ? "" : " as " + now.documentNo()));
    }
  }

  private Handover told(DataScope scope, Handover before, String action) {
    Handover after = one(scope, before.handoverNo());
    audit.record(action, "handover/" + before.handoverNo(), told(before), told(after));
    return after;
  }

  private static Map<String, Object> told(Handover handed) {
    return Map.of(
        "suggestion",
        handed.suggestionNo(),
        "state",
        handed.state().name(),
        "document",
        Optional.ofNullable(handed.documentNo()).orElse(""),
        "reason",
        Optional.ofNullable(handed.reason()).orElse(""));
  }

  private static void requireText(String field, String text, int longest, String what) {
    if (text == null || text.isBlank()) {
      throw Refused.because(field, "Say %s.".formatted(what));
    }
    if (text.length() > longest) {
      throw Refused.because(field, "It has more than %d characters.".formatted(longest));
    }
  }
}
