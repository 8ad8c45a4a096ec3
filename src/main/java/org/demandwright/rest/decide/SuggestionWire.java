package org.demandwright.rest.decide;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Wordbook;
import org.demandwright.app.decide.SuggestionFeedback;
import org.demandwright.app.decide.SuggestionRecord;
import org.demandwright.core.decide.AcceptedOrder;
import org.demandwright.core.decide.AnswerFeedback;
import org.demandwright.core.decide.OrderQuantity;
import org.demandwright.core.decide.Suggestion;
import org.demandwright.core.decide.SuggestionAnswer;
import org.demandwright.core.decide.SuggestionKind;
import org.demandwright.core.decide.SuggestionState;
import org.demandwright.core.decide.VendorOrder;
import org.demandwright.rest.wire.Absent;
import org.demandwright.rest.wire.Passing;
import org.demandwright.store.decide.AnswerStore;
import org.demandwright.store.decide.SuggestedOrder;
import org.demandwright.store.decide.SuggestionCase;

/** How suggestions are told. */
public final class SuggestionWire {
  private static final double SHARES = 1e6;

  private SuggestionWire() {}

  /**
   * What to do about an item at a site. Quantities are in the base unit. What the decision alone
   * knows that suggested it last is absent where that one is not kept any more.
   *
   * @param number the same from decision to decision while the same is suggested
   * @param kind what is to be done
   * @param state where it stands
   * @param vendor from or of whom, by the ERP's own key
   * @param fromSite that sends it
   * @param supply the order's line that is to be moved, by the ERP's own key
   * @param document the number of that order
   * @param quantity to be ordered, sent or moved; of one that is answered as it was then
   * @param parts how the quantity came about; they add up to it
   * @param purchaseUnits quantity in the unit that the vendor counts in; absent where that is the
   *     base unit
   * @param purchaseUom that unit
   * @param cost of the quantity; absent where the price is not known
   * @param currency of the cost
   * @param why it is there
   * @param minimumValue that an order to the vendor has to reach
   * @param minimumMissing what lacks of it
   * @param orderOn next day on which the vendor takes orders or it can be sent; of an order that is
   *     to be moved today
   * @param orderBy last day on which it may be ordered without more risk than is accepted
   * @param expectedOn day on which it arrives after the mean lead time, or as it stands
   * @param receiptBy last day on which it may arrive without more risk than is accepted, or to
   *     which it is to be moved; absent where stock lasts as far as was looked
   * @param late whether it comes too late for the risk that is accepted
   * @param stockOutWithout probability 0–1 that stock runs out before the next delivery without it
   * @param stockOutWith the same with it
   * @param runsOut day on which stock is expected to be short without it; absent where it lasts
   * @param coverDays for how many days the quantity is enough on average
   * @param unreserved what customers have ordered and nothing is reserved for, base units; absent
   *     where that is nothing, or the ERP does not tell it
   * @param reason in a line
   * @param accepted quantity that is going to be ordered; absent where it is not accepted
   * @param acceptedCost of it, by the vendor's prices
   * @param answeredBy who answered last; absent where nobody has
   * @param answeredAt when
   * @param snoozedUntil day on which it is open again
   * @param answerReason that was given with the answer
   * @param follows number of the suggestion that was rejected, or never ordered, before this one
   */
  public record PurchaseSuggestion(
      long number,
      SuggestionKind kind,
      SuggestionState state,
      String org,
      String item,
      String site,
      String vendor,
      String fromSite,
      String supply,
      String document,
      BigDecimal quantity,
      List<QuantityPart> parts,
      BigDecimal purchaseUnits,
      String purchaseUom,
      BigDecimal cost,
      String currency,
      VendorOrder.Why why,
      BigDecimal minimumValue,
      BigDecimal minimumMissing,
      LocalDate orderOn,
      LocalDate orderBy,
      LocalDate expectedOn,
      LocalDate receiptBy,
      boolean late,
      Double stockOutWithout,
      Double stockOutWith,
      LocalDate runsOut,
      Integer coverDays,
      BigDecimal unreserved,
      String reason,
      BigDecimal accepted,
      BigDecimal acceptedCost,
      String answeredBy,
      Instant answeredAt,
      LocalDate snoozedUntil,
      String answerReason,
      Long follows) {
    static PurchaseSuggestion of(
        SuggestionCase c, SuggestionState state, Optional<SuggestedOrder> order) {
      Optional<Suggestion> s = order.map(SuggestedOrder::suggestion);
      return new PurchaseSuggestion(
          c.suggestionNo(),
          c.kind(),
          state,
          c.orgId(),
          c.itemId(),
          c.siteId(),
          c.vendorId(),
          c.fromSiteId(),
          c.supplyId(),
          order.flatMap(o -> o.source().document()).orElse(null),
          c.quantity(),
          s.filter(now -> now.quantity().compareTo(c.quantity()) == 0)
              .map(now -> now.order().parts().stream().map(QuantityPart::of).toList())
              .orElse(null),
          c.unit()
              .map(unit -> c.quantity().divide(unit.factor(), MathContext.DECIMAL64))
              .orElse(null),
          c.purchaseUom(),
          c.cost(),
          c.currency(),
          order.map(SuggestedOrder::why).orElse(null),
          order.flatMap(SuggestedOrder::minimum).map(m -> m.value()).orElse(null),
          order.flatMap(SuggestedOrder::minimum).map(m -> m.missing()).orElse(null),
          c.orderOn(),
          s.map(Suggestion::orderBy).orElse(null),
          c.expectedOn(),
          s.flatMap(Suggestion::receiptBy).orElse(null),
          c.late(),
          s.map(now -> share(now.stockOutWithout())).orElse(null),
          s.map(now -> share(now.stockOutWith())).orElse(null),
          s.flatMap(Suggestion::runsOut).orElse(null),
          s.map(Suggestion::coverDays).orElse(null),
          s.flatMap(Suggestion::unreserved).orElse(null),
          Wordbook.english().say(c.because()),
          c.accepted(),
          c.acceptedCost(),
          c.answeredBy(),
          c.answered().orElse(null),
          state == SuggestionState.SNOOZED ? c.snoozedUntil() : null,
          c.reason(),
          c.followsNo());
    }

    private static double share(double share) {
      return Math.rint(share * SHARES) / SHARES;
    }
  }

  /**
   * A part of a quantity.
   *
   * @param cause where it comes from
   * @param quantity negative where it takes something away
   */
  public record QuantityPart(OrderQuantity.Cause cause, BigDecimal quantity) {
    static QuantityPart of(OrderQuantity.Part part) {
      return new QuantityPart(part.cause(), part.quantity());
    }
  }

  /**
   * A suggestion with all that happened to it.
   *
   * @param number of the suggestion
   * @param revision counts its answers
   * @param decisionId number of the newest decision that suggests it
   * @param suggestion as it is suggested and answered
   * @param firstDay of the first decision that suggested it
   * @param lastDay of the newest one
   * @param answers in order
   * @param ordered lines of the ERP that are what was accepted
   * @param notes what is to be known before it is relied on
   */
  public record SuggestionDetail(
      long number,
      long revision,
      String plan,
      long decisionId,
      long versionId,
      LocalDate firstDay,
      LocalDate lastDay,
      PurchaseSuggestion suggestion,
      List<SuggestionEvent> answers,
      List<OrderedPart> ordered,
      @Passing List<String> notes) {
    static SuggestionDetail of(SuggestionRecord told) {
      SuggestionCase c = told.suggestion();
      return new SuggestionDetail(
          c.suggestionNo(),
          c.revision(),
          c.planName(),
          c.decisionId(),
          c.versionId(),
          c.firstDay(),
          c.lastDay(),
          PurchaseSuggestion.of(c, told.state(), told.order()),
          told.answers().stream().map(SuggestionEvent::of).toList(),
          told.found().stream().map(OrderedPart::of).toList(),
          told.notes().stream().map(Wordbook.english()::say).toList());
    }
  }

  /**
   * One thing that happened to a suggestion.
   *
   * @param revision that it has since
   * @param by who; of what a decision found, the job
   * @param answer what happened
   * @param quantity that is accepted
   * @param until day on which it is open again
   */
  public record SuggestionEvent(
      long revision,
      Instant at,
      String by,
      SuggestionAnswer answer,
      BigDecimal quantity,
      String reason,
      LocalDate until) {
    static SuggestionEvent of(AnswerStore.Answered answered) {
      return new SuggestionEvent(
          answered.revision(),
          answered.at(),
          answered.by(),
          answered.answer(),
          answered.quantity().orElse(null),
          answered.reason().orElse(null),
          answered.until().orElse(null));
    }
  }

  /**
   * A line of the ERP that is what was accepted, or a part of it.
   *
   * @param line by the ERP's own key
   * @param document number of its order
   * @param quantity of the line that is it
   */
  public record OrderedPart(String line, String document, BigDecimal quantity) {
    static OrderedPart of(AcceptedOrder.Found found) {
      return new OrderedPart(found.line(), found.document().orElse(null), found.quantity());
    }
  }

  /**
   * What people made of suggestions.
   *
   * @param org of a vendor; absent where all companies are together
   * @param name of the vendor, category, class or person; absent where there is none
   * @param suggestions how many there were
   * @param open that wait for an answer
   * @param asSuggested accepted with the quantity that was suggested
   * @param cut accepted with less
   * @param raised accepted with more
   * @param cutShare cut, of all that were accepted, 0–1; absent where none was
   * @param raisedShare likewise
   * @param medianAccepted accepted ÷ suggested in the median; absent where none was accepted
   * @param reasons why they were rejected, with how often, the most usual first
   * @param ignored suggested no longer before anybody answered
   * @param lapsed accepted, and never found among the ERP's orders
   * @param accepted how many were accepted, changed or not
   * @param rejected how many were rejected
   * @param sentence what happens to most of them
   */
  public record Feedback(
      String org,
      String name,
      int suggestions,
      int open,
      int accepted,
      int asSuggested,
      int cut,
      int raised,
      BigDecimal cutShare,
      BigDecimal raisedShare,
      BigDecimal medianAccepted,
      int rejected,
      List<ReasonCount> reasons,
      int ignored,
      int lapsed,
      String sentence) {
    static Feedback of(SuggestionFeedback.Told told) {
      AnswerFeedback f = told.feedback();
      return new Feedback(
          Absent.where(told.group().org()),
          Absent.where(told.group().name()),
          f.suggestions(),
          f.open(),
          f.accepted(),
          f.asSuggested(),
          f.cut(),
          f.raised(),
          share(f.cut(), f.accepted()),
          share(f.raised(), f.accepted()),
          f.median().orElse(null),
          f.rejected(),
          f.reasons().stream().map(r -> new ReasonCount(r.text(), r.count())).toList(),
          f.ignored(),
          f.lapsed(),
          Wordbook.english().say(told.sentence()));
    }

    private static BigDecimal share(int of, int all) {
      return all == 0
          ? null
          : BigDecimal.valueOf(of).divide(BigDecimal.valueOf(all), 4, RoundingMode.HALF_UP);
    }
  }

  /**
   * A reason that was given.
   *
   * @param reason in the words of whoever answered
   * @param count how often
   */
  public record ReasonCount(String reason, int count) {}
}
