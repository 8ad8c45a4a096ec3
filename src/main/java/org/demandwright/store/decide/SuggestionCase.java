package org.demandwright.store.decide;

import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.Words;
import org.demandwright.core.decide.AcceptedOrder;
import org.demandwright.core.decide.OrderTerms;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.decide.Suggestion;
import org.demandwright.core.decide.SuggestionKind;
import org.demandwright.core.decide.SuggestionState;

/**
 * A suggestion by its number, with what was answered: it outlives the decisions that made it. Until
 * somebody answers it is as the newest decision has it, and then stays as it was. Base units; what
 * may be absent is null.
 *
 * @param decisionId the newest decision that suggests it, of the same plan and version
 * @param firstDay of the first decision that suggested it
 * @param lastDay of the newest one
 * @param fromSiteId from where it is to be sent; null where it is bought
 * @param vendorId from whom; null where it is sent
 * @param supplyId the order on its way that is to be moved; null where none is
 * @param category of the item at that time, empty where it had none
 * @param abc class by value at that time
 * @param late whether it came too late for the risk that is accepted
 * @param cost of {@code quantity}, in {@code currency}
 * @param why in a line, as {@link Words} are stored
 * @param terms what the vendor takes and asks, as {@link TermsText} writes them
 * @param followsNo the suggestion that was rejected, or never ordered, before this one
 * @param state as it was answered: one that is snoozed is open again by itself on its day
 * @param revision counts the answers
 * @param snoozedUntil the day on which it is open again
 * @param reason that was given with the answer
 * @param acceptedOn day of the decision that was answered
 * @param accepted quantity
 * @param acceptedCost of it, by the vendor's prices
 * @param documentNo of the ERP's order, where it is known
 * @param knownBefore identities of lines of the ERP that were there at the acceptance, JSON
 */
public record SuggestionCase(
    long suggestionNo,
    String planName,
    long decisionId,
    long versionId,
    LocalDate firstDay,
    LocalDate lastDay,
    SuggestionKind kind,
    String orgId,
    String itemId,
    String siteId,
    String fromSiteId,
    String vendorId,
    String supplyId,
    String category,
    String abc,
    BigDecimal quantity,
    boolean late,
    String purchaseUom,
    BigDecimal purchaseFactor,
    BigDecimal cost,
    String currency,
    LocalDate orderOn,
    LocalDate expectedOn,
    String why,
    String terms,
    Long followsNo,
    SuggestionState state,
    long revision,
    String answeredBy,
    LocalDateTime answeredAt,
    LocalDate snoozedUntil,
    String reason,
    LocalDate acceptedOn,
    BigDecimal accepted,
    BigDecimal acceptedCost,
    String documentNo,
    String knownBefore) {
  public SuggestionCase {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(quantity, "quantity");
  }

  /** Returns the item at the site that it is for. */
  public PolicySubject.Key key() {
    return new PolicySubject.Key(orgId, itemId, siteId);
  }

  /** Returns where it stands on a day. */
  public SuggestionState on(LocalDate today) {
    return state == SuggestionState.SNOOZED && !snoozedUntil.isAfter(today)
        ? SuggestionState.OPEN
        : state;
  }

  /** Returns when it was answered last; empty where it never was. */
  public Optional<Instant> answered() {
    return Optional.ofNullable(answeredAt).map(at -> at.toInstant(ZoneOffset.UTC));
  }

  /** Returns the unit in which the vendor counts; empty = the base unit. */
  public Optional<SuggestedOrder.PurchaseUnit> unit() {
    return Optional.ofNullable(purchaseFactor)
        .map(factor -> new SuggestedOrder.PurchaseUnit(purchaseUom, factor));
  }

  /** By which decision something is suggested. */
  public record Suggested(String plan, long decisionId, long versionId, LocalDate day) {}

  /**
   * Returns a suggestion that nobody has answered.
   *
   * @param abc null where the item has no class
   * @param follows the one that was rejected, or never ordered, before; null where none was
   */
  public static SuggestionCase open(
      Suggested by, SuggestedOrder order, String category, String abc, Long follows) {
    Suggestion s = order.suggestion();
    return new SuggestionCase(
        order.number(),
        by.plan(),
        by.decisionId(),
        by.versionId(),
        by.day(),
        by.day(),
        s.kind(),
        order.key().org(),
        order.key().item(),
        order.key().site(),
        order.source().site().orElse(null),
        order.source().vendor().orElse(null),
        order.source().supply().orElse(null),
        category,
        abc,
        s.quantity(),
        s.late(),
        order.unit().map(SuggestedOrder.PurchaseUnit::name).orElse(null),
        order.unit().map(SuggestedOrder.PurchaseUnit::factor).orElse(null),
        s.cost().orElse(null),
        order.currency().orElse(null),
        s.orderOn(),
        s.expectedOn(),
        order.reason().text(),
        order.terms().map(TermsText::of).orElse(null),
        follows,
        SuggestionState.OPEN,
        0,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** Returns by what it is known again in the decision after. */
  public SuggestedOrder.Identity identity() {
    return new SuggestedOrder.Identity(
        kind,
        key(),
        Optional.ofNullable(vendorId),
        Optional.ofNullable(fromSiteId),
        Optional.ofNullable(supplyId));
  }

  /**
   * What somebody answers.
   *
   * @param until the day on which it is open again; empty where it is not snoozed
   * @param accepted empty where nothing is
   */
  public record Answer(
      SuggestionState state,
      String by,
      Instant at,
      Optional<LocalDate> until,
      Optional<String> reason,
      Optional<Acceptance> accepted) {}

  /**
   * What is going to be ordered.
   *
   * @param on day of the decision that was answered
   * @param cost by the vendor's prices; empty where they are not known
   * @param document of the ERP's order, where it is known
   * @param before identities of lines of the ERP that are there already
   */
  public record Acceptance(
      LocalDate on,
      BigDecimal quantity,
      Optional<BigDecimal> cost,
      Optional<String> document,
      List<String> before) {}

  /** Returns it as it stands after an answer. */
  public SuggestionCase answered(Answer answer) {
    Optional<Acceptance> acceptance = answer.accepted();
    return new SuggestionCase(
        suggestionNo,
        planName,
        decisionId,
        versionId,
        firstDay,
        lastDay,
        kind,
        orgId,
        itemId,
        siteId,
        fromSiteId,
        vendorId,
        supplyId,
        category,
        abc,
        quantity,
        late,
        purchaseUom,
        purchaseFactor,
        cost,
        currency,
        orderOn,
        expectedOn,
        why,
        terms,
        followsNo,
        answer.state(),
        revision + 1,
        answer.by(),
        LocalDateTime.ofInstant(answer.at(), ZoneOffset.UTC),
        answer.until().orElse(null),
        answer.reason().orElse(null),
        acceptance.map(Acceptance::on).orElse(null),
        acceptance.map(Acceptance::quantity).orElse(null),
        acceptance.flatMap(Acceptance::cost).orElse(null),
        acceptance.flatMap(Acceptance::document).orElse(null),
        acceptance
            .map(a -> StoredJson.JSON.createArrayBuilder(a.before()).build().toString())
            .orElse(null));
  }

  /** Returns it with another reason. */
  public SuggestionCase saying(Words words) {
    return new SuggestionCase(
        suggestionNo,
        planName,
        decisionId,
        versionId,
        firstDay,
        lastDay,
        kind,
        orgId,
        itemId,
        siteId,
        fromSiteId,
        vendorId,
        supplyId,
        category,
        abc,
        quantity,
        late,
        purchaseUom,
        purchaseFactor,
        cost,
        currency,
        orderOn,
        expectedOn,
        words.text(),
        terms,
        followsNo,
        state,
        revision,
        answeredBy,
        answeredAt,
        snoozedUntil,
        reason,
        acceptedOn,
        accepted,
        acceptedCost,
        documentNo,
        knownBefore);
  }

  /** Returns it with what a decision found out; who accepted what stays as it was. */
  public SuggestionCase foundTo(SuggestionState now) {
    return answered(
        new Answer(
            now,
            answeredBy,
            answered().orElseThrow(),
            Optional.empty(),
            Optional.ofNullable(reason),
            Optional.of(
                new Acceptance(
                    acceptedOn,
                    accepted,
                    Optional.ofNullable(acceptedCost),
                    Optional.ofNullable(documentNo),
                    before()))));
  }

  /** Returns the identities of lines of the ERP that were there at the acceptance. */
  public List<String> before() {
    if (knownBefore == null) {
      return List.of();
    }
    try (JsonReader reader = StoredJson.JSON.createReader(new StringReader(knownBefore))) {
      return reader.readArray().getValuesAs(JsonString::getString);
    }
  }

  /** Returns what the vendor takes and asks; empty where it is not bought. */
  public Optional<OrderTerms> orderTerms() {
    return Optional.ofNullable(terms).map(TermsText::parse);
  }

  /**
   * Returns what was accepted, as it is looked for among the ERP's orders.
   *
   * @param found of it so far
   */
  public AcceptedOrder order(List<AcceptedOrder.Found> found) {
    return new AcceptedOrder(
        suggestionNo,
        siteId,
        Optional.ofNullable(vendorId),
        acceptedOn,
        accepted,
        expectedOn,
        Optional.ofNullable(documentNo),
        Set.copyOf(before()),
        found);
  }

  /** Returns in a line why it is suggested. */
  public Words because() {
    return Words.parse(why);
  }
}
