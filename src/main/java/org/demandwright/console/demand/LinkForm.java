package org.demandwright.console.demand;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.demandwright.app.Refused;
import org.demandwright.app.demand.LifecycleLinks;
import org.demandwright.app.demand.LinkRecord;
import org.demandwright.console.frame.Texts;
import org.demandwright.core.demand.LifecycleLink;

/** What a person fills in to enter a link, or to change one. */
public class LinkForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private Long linkId;
  private String org;
  private String predecessor;
  private LifecycleLink.Kind kind = LifecycleLink.Kind.SUPERSESSION;
  private String successor;
  private String site;
  private String firstDay;
  private String lastDay;
  private String factor = "1";
  private LifecycleLink.Ramp.Shape ramp;
  private String rampWeeks;
  private String note;
  private String error;

  /** Returns a form with a link as it is. */
  static LinkForm of(LinkRecord entry) {
    LifecycleLink link = entry.link();
    LinkForm form = new LinkForm();
    form.linkId = entry.linkId();
    form.org = link.org();
    form.predecessor = link.predecessor();
    form.kind = link.kind();
    form.successor = link.successor();
    form.site = link.site().orElse("");
    form.firstDay = link.first().toString();
    form.lastDay = link.last().map(LocalDate::toString).orElse("");
    form.factor = link.factor().toPlainString();
    form.ramp = link.ramp().map(LifecycleLink.Ramp::shape).orElse(null);
    form.rampWeeks = link.ramp().map(r -> Integer.toString(r.weeks())).orElse("");
    form.note = entry.note();
    return form;
  }

  LifecycleLinks.Request request() {
    return new LifecycleLinks.Request(
        linkId == null ? said(org) : Optional.ofNullable(org),
        kind,
        said(predecessor).orElse(""),
        said(successor).orElse(""),
        said(site),
        day(firstDay).orElseThrow(() -> notADay("")),
        isLastAsked() ? day(lastDay) : Optional.empty(),
        said(factor).map(LinkForm::number),
        isRampAsked() ? Optional.ofNullable(ramp) : Optional.empty(),
        isRampAsked() && ramp != null ? said(rampWeeks).map(LinkForm::weeks) : Optional.empty(),
        said(note));
  }

  private static Optional<String> said(String text) {
    return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return said(text).map(LocalDate::parse);
    } catch (DateTimeParseException wrong) {
      throw notADay(text);
    }
  }

  private static Refused notADay(String text) {
    return new Refused(Refused.Kind.INVALID, Texts.of("links.notADay", text));
  }

  private static BigDecimal number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException wrong) {
      throw new Refused(Refused.Kind.INVALID, Texts.of("links.notANumber", text));
    }
  }

  private static int weeks(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException wrong) {
      throw new Refused(Refused.Kind.INVALID, Texts.of("links.notWeeks", text));
    }
  }

  void fail(String text) {
    error = text;
  }

  public String getError() {
    return error;
  }

  /** Whether a link that is there is changed. */
  public boolean isChange() {
    return linkId != null;
  }

  /** Whether the kind has a last day. */
  public boolean isLastAsked() {
    return !kind.inherits();
  }

  /** Whether the kind has a ramp. */
  public boolean isRampAsked() {
    return kind == LifecycleLink.Kind.PHASE_IN;
  }

  public Long getLinkId() {
    return linkId;
  }

  public String getOrg() {
    return org;
  }

  public void setOrg(String org) {
    this.org = org;
  }

  public String getPredecessor() {
    return predecessor;
  }

  public void setPredecessor(String predecessor) {
    this.predecessor = predecessor;
  }

  public LifecycleLink.Kind getKind() {
    return kind;
  }

  public void setKind(LifecycleLink.Kind kind) {
    this.kind = kind;
  }

  public String getSuccessor() {
    return successor;
  }

  public void setSuccessor(String successor) {
    this.successor = successor;
  }

  public String getSite() {
    return site;
  }

  public void setSite(String site) {
    this.site = site;
  }

  public String getFirstDay() {
    return firstDay;
  }

  public void setFirstDay(String firstDay) {
    this.firstDay = firstDay;
  }

  public String getLastDay() {
    return lastDay;
  }

  public void setLastDay(String lastDay) {
    this.lastDay = lastDay;
  }

  public String getFactor() {
    return factor;
  }

  public void setFactor(String factor) {
    this.factor = factor;
  }

  public LifecycleLink.Ramp.Shape getRamp() {
    return ramp;
  }

  public void setRamp(LifecycleLink.Ramp.Shape ramp) {
    this.ramp = ramp;
  }

  public String getRampWeeks() {
    return rampWeeks;
  }

  public void setRampWeeks(String rampWeeks) {
    this.rampWeeks = rampWeeks;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
