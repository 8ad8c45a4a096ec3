package org.demandwright.app.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What somebody answers to a suggestion.
 *
 * @param verb what to do with it
 * @param quantity that is ordered instead, base units; empty where it is not changed
 * @param despite whether it is meant, though the vendor may not take it
 * @param reason why; one that is rejected needs it
 * @param until the day on which it is to be shown again
 * @param document the ERP's number of the order, where there is one already
 */
public record AnswerRequest(
    Verb verb,
    Optional<BigDecimal> quantity,
    boolean despite,
    Optional<String> reason,
    Optional<LocalDate> until,
    Optional<String> document) {

  /** What can be done with a suggestion. */
  public enum Verb {
    /** Order what is suggested. */
    ACCEPT,
    /** Order another quantity. */
    MODIFY,
    /** Order none of it. */
    REJECT,
    /** Show it again on another day. */
    SNOOZE,
    /** Take the answer back. */
    REOPEN
  }

  public AnswerRequest {
    Objects.requireNonNull(verb, "verb");
    reason = reason.map(String::strip).filter(text -> !text.isEmpty());
    document = document.map(String::strip).filter(text -> !text.isEmpty());
  }

  /** Returns the answer that accepts what is suggested. */
  public static AnswerRequest accept() {
    return new AnswerRequest(
        Verb.ACCEPT, Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Returns the answer that orders another quantity. */
  public static AnswerRequest modify(BigDecimal quantity, boolean despite) {
    return new AnswerRequest(
        Verb.MODIFY,
        Optional.of(quantity),
        despite,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Returns the answer that rejects a suggestion. */
  public static AnswerRequest reject(String reason) {
    return new AnswerRequest(
        Verb.REJECT,
        Optional.empty(),
        false,
        Optional.of(reason),
        Optional.empty(),
        Optional.empty());
  }

  /** Returns the answer that shows a suggestion again on a day. */
  public static AnswerRequest snooze(LocalDate until) {
    return new AnswerRequest(
        Verb.SNOOZE,
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.of(until),
        Optional.empty());
  }

  /** Returns the answer that takes another one back. */
  public static AnswerRequest reopen() {
    return new AnswerRequest(
        Verb.REOPEN, Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
