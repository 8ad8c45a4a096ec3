package org.demandwright.console.decide;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.demandwright.app.Refused;
import org.demandwright.app.decide.AnswerRequest;
import org.demandwright.app.decide.AnswerRequest.Verb;
import org.demandwright.console.frame.Texts;
import org.demandwright.store.decide.SuggestionCase;

/** What a person fills in to answer a suggestion otherwise than by accepting it. */
public class AnswerForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private long number;
  private Verb verb = Verb.MODIFY;
  private String about = "";
  private String quantity;
  private boolean despite;
  private String reason;
  private String until;
  private String error;

  /** Begins an answer. */
  void begin(SuggestionCase c, Verb what, LocalDate later) {
    number = c.suggestionNo();
    verb = what;
    about =
        Texts.of(
            "orders.about",
            c.itemId(),
            c.siteId(),
            c.quantity().stripTrailingZeros().toPlainString());
    quantity = c.quantity().stripTrailingZeros().toPlainString();
    despite = false;
    reason = null;
    until = later.toString();
    error = null;
  }

  AnswerRequest request() {
    return new AnswerRequest(
        verb,
        verb == Verb.MODIFY ? Optional.of(units()) : Optional.empty(),
        despite,
        Optional.ofNullable(reason),
        verb == Verb.SNOOZE ? Optional.of(day()) : Optional.empty(),
        Optional.empty());
  }

  private BigDecimal units() {
    try {
      return new BigDecimal(quantity == null ? "" : quantity.strip());
    } catch (NumberFormatException notANumber) {
      throw new Refused(Refused.Kind.INVALID, Texts.of("orders.notANumber", quantity));
    }
  }

  private LocalDate day() {
    try {
      return LocalDate.parse(until == null ? "" : until.strip());
    } catch (DateTimeException notADay) {
      throw new Refused(Refused.Kind.INVALID, Texts.of("orders.notADay", until));
    }
  }

  long number() {
    return number;
  }

  void fail(String text) {
    error = text;
  }

  public Verb getVerb() {
    return verb;
  }

  public String getAbout() {
    return about;
  }

  public String getError() {
    return error;
  }

  public String getQuantity() {
    return quantity;
  }

  public void setQuantity(String quantity) {
    this.quantity = quantity;
  }

  public boolean isDespite() {
    return despite;
  }

  public void setDespite(boolean despite) {
    this.despite = despite;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getUntil() {
    return until;
  }

  public void setUntil(String until) {
    this.until = until;
  }
}
