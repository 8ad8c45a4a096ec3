package org.demandwright.console.decide;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.demandwright.app.Refused;
import org.demandwright.app.demand.PlanPromotions;
import org.demandwright.console.frame.Texts;

/** What a person fills in to plan a promotion. */
public class PromotionForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int HUNDRED = 100;

  private String item;
  private String site;
  private String from;
  private String to;
  private String campaign;
  private String depth;
  private String error;

  PlanPromotions.Request request() {
    return new PlanPromotions.Request(
        Optional.empty(),
        said(item).orElse(""),
        said(site),
        day(from),
        day(to),
        said(campaign).orElse(""),
        said(depth).map(PromotionForm::share));
  }

  private static Optional<String> said(String text) {
    return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(said(text).orElse(""));
    } catch (DateTimeParseException notADay) {
      throw new Refused(
          Refused.Kind.INVALID, Texts.of("promotions.notADay", said(text).orElse("")));
    }
  }

  private static BigDecimal share(String percent) {
    try {
      return new BigDecimal(percent).divide(BigDecimal.valueOf(HUNDRED));
    } catch (NumberFormatException notANumber) {
      throw new Refused(Refused.Kind.INVALID, Texts.of("promotions.notANumber", percent));
    }
  }

  void fail(String text) {
    error = text;
  }

  public String getError() {
    return error;
  }

  public String getItem() {
    return item;
  }

  public void setItem(String item) {
    this.item = item;
  }

  public String getSite() {
    return site;
  }

  public void setSite(String site) {
    this.site = site;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }

  public String getCampaign() {
    return campaign;
  }

  public void setCampaign(String campaign) {
    this.campaign = campaign;
  }

  public String getDepth() {
    return depth;
  }

  public void setDepth(String depth) {
    this.depth = depth;
  }
}
