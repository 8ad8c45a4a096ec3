package org.demandwright.console.demand;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.demandwright.app.Refused;
import org.demandwright.app.demand.DemandCorrections;
import org.demandwright.console.frame.Texts;
import org.demandwright.core.quality.DemandLayer;

/** What a person fills in to lay a correction. */
public class CorrectionForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private Long seriesId;
  private DemandLayer.Kind kind = DemandLayer.Kind.MANUAL;
  private String firstDay;
  private String lastDay;
  private boolean difference;
  private String units;
  private String reason;

  public void begin(Long series, LocalDate first, LocalDate last) {
    seriesId = series;
    kind = DemandLayer.Kind.MANUAL;
    firstDay = first == null ? null : first.toString();
    lastDay = last == null ? null : last.toString();
    difference = false;
    units = null;
    reason = null;
  }

  public DemandCorrections.Request request() {
    if (seriesId == null) {
      throw new Refused(Refused.Kind.INVALID, Texts.of("quality.form.seriesMissing"));
    }
    LocalDate first = day(firstDay);
    if (first == null) {
      throw new Refused(Refused.Kind.INVALID, Texts.of("quality.form.firstMissing"));
    }
    BigDecimal amount = kind == DemandLayer.Kind.EXCLUDE ? null : number();
    return new DemandCorrections.Request(
        seriesId,
        kind,
        first,
        day(lastDay),
        difference ? amount : null,
        difference ? null : amount,
        reason == null ? "" : reason);
  }

  private static LocalDate day(String text) {
    try {
      return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
    } catch (DateTimeException notADay) {
      throw new Refused(Refused.Kind.INVALID, Texts.of("quality.form.notADay", text));
    }
  }

  private BigDecimal number() {
    try {
      return units == null || units.isBlank() ? null : new BigDecimal(units.strip());
    } catch (NumberFormatException notANumber) {
      throw new Refused(Refused.Kind.INVALID, Texts.of("quality.form.notANumber", units));
    }
  }

  public Long getSeriesId() {
    return seriesId;
  }

  public void setSeriesId(Long seriesId) {
    this.seriesId = seriesId;
  }

  public DemandLayer.Kind getKind() {
    return kind;
  }

  public void setKind(DemandLayer.Kind kind) {
    this.kind = kind;
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

  /** Whether the units are more or less than what was, and not instead of it. */
  public boolean isDifference() {
    return difference;
  }

  public void setDifference(boolean difference) {
    this.difference = difference;
  }

  public String getUnits() {
    return units;
  }

  public void setUnits(String units) {
    this.units = units;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
