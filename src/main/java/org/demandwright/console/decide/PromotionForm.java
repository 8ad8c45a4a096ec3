package org.demandwright.console.decide;

import java.io.Serializable;
import java.math.BigDecimal;
import org.demandwright.app.Refused;
import org.demandwright.app.demand.PlanPromotions;
import org.demandwright.console.frame.Texts;
import org.demandwright.console.frame.Typed;

/** What a person fills in to plan a promotion. */
public class PromotionForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int PER_CENT = 2;

  private String org;
  private String item;
  private String site;
  private String from;
  private String to;
  private String campaign;
  private String depth;
  private String error;

  PlanPromotions.Request request() {
    return new PlanPromotions.Request(
        Typed.text(org),
        Typed.text(item).orElse(""),
        Typed.text(site),
        Typed.day(from),
        Typed.day(to),
        Typed.text(campaign).orElse(""),
        Typed.text(depth).map(PromotionForm::share));
  }

  private static BigDecimal share(String percent) {
    try {
      return Typed.number(percent).movePointLeft(PER_CENT);
    } catch (ArithmeticException tooSmall) {
      throw new Refused(Refused.Kind.INVALID, Texts.of("typed.notANumber", percent));
    }
  }

  void fail(String text) {
    error = text;
  }

  public String getError() {
    return error;
  }

  public String getOrg() {
    return org;
  }

  public void setOrg(String org) {
    this.org = org;
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
