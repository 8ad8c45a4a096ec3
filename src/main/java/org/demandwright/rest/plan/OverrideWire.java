package org.demandwright.rest.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.plan.OverridePreview;
import org.demandwright.app.plan.OverrideRecord;
import org.demandwright.core.plan.Adjustment;
import org.demandwright.core.plan.LayerEffect;
import org.demandwright.core.plan.OverrideReason;
import org.demandwright.core.plan.Scope;
import org.demandwright.rest.wire.Absent;
import org.demandwright.store.plan.OverrideStatus;
import org.demandwright.store.plan.OverrideStore;

/** How overrides are told. */
public final class OverrideWire {
  private OverrideWire() {}

  /**
   * An override.
   *
   * @param org the company that it is about; absent = any, likewise item, site, channel and
   *     category; empty = series without one
   * @param firstDay the first day whose total is meant
   * @param lastDay the last one, included
   * @param kind VALUE: amount is the new total of its series over its days; DELTA: what is added to
   *     it; PERCENT: by how many per cent it changes
   * @param amount in uom, or per cent
   * @param uom unit of its series, absent where they have none or several
   * @param expiresOn the last day on which it counts, absent where there is none
   * @param publishedAt absent before; the later lies over the earlier
   * @param revision counts its changes, from 1
   * @param effect what it does in the version that readers of its plan see, absent where it does
   *     not count
   */
  public record ForecastOverride(
      long overrideId,
      String plan,
      OverrideStatus status,
      Optional<String> org,
      Optional<String> item,
      Optional<String> site,
      Optional<String> channel,
      Optional<String> category,
      LocalDate firstDay,
      LocalDate lastDay,
      Adjustment.Kind kind,
      BigDecimal amount,
      String uom,
      OverrideReason reason,
      String note,
      String author,
      Instant createdAt,
      Optional<LocalDate> expiresOn,
      Optional<String> approvedBy,
      Optional<Instant> approvedAt,
      Optional<Instant> publishedAt,
      int revision,
      Effect effect) {

    static ForecastOverride of(OverrideRecord r) {
      return of(r.entry(), r.effect().map(Effect::of).orElse(null));
    }

    private static ForecastOverride of(OverrideStore.Entry e, Effect effect) {
      OverrideStore.Draft d = e.draft();
      Scope s = d.scope();
      return new ForecastOverride(
          e.overrideId(),
          d.plan(),
          e.status(),
          s.org(),
          s.item(),
          s.site(),
          s.channel(),
          s.category(),
          d.first(),
          d.last(),
          d.adjustment().kind(),
          d.adjustment().amount(),
          Absent.where(d.uom()),
          d.reason(),
          Absent.where(d.note()),
          d.author(),
          e.createdAt(),
          d.expiresOn(),
          e.approvedBy(),
          e.approvedAt(),
          e.publishedAt(),
          e.revision(),
          effect);
    }
  }

  /**
   * What an override does in a version.
   *
   * @param outcome APPLIED; or why it does nothing: PAST, BEYOND (its days lie before, behind those
   *     of the version), NO_SERIES of its scope, NO_FIGURES to take a percentage of, SEVERAL_UNITS
   * @param series how many series it concerns
   * @param uom their unit, absent where they have none or several
   * @param before total of these series in its days below it
   * @param after with it
   * @param firstDay the first of its days that the version holds, absent where it does nothing
   * @param lastDay the last of them
   */
  public record Effect(
      LayerEffect.Outcome outcome,
      int series,
      String uom,
      BigDecimal before,
      BigDecimal after,
      LocalDate firstDay,
      LocalDate lastDay) {

    static Effect of(LayerEffect e) {
      return new Effect(
          e.outcome(),
          e.series(),
          Absent.where(e.uom()),
          e.before(),
          e.after(),
          e.days().map(LayerEffect.Days::first).orElse(null),
          e.days().map(LayerEffect.Days::last).orElse(null));
    }
  }

  /**
   * What an override would do if it were published now, or does.
   *
   * @param versionId in which version
   * @param periods the periods of its days
   * @param overlaps others that count, about some of the same series and days, in the order in
   *     which they are laid: the last one laid holds
   */
  public record Preview(
      long overrideId,
      long versionId,
      Effect effect,
      List<PeriodTotal> periods,
      List<ForecastOverride> overlaps) {

    static Preview of(OverridePreview.Preview p) {
      return new Preview(
          p.override().overrideId(),
          p.versionId(),
          Effect.of(p.effect()),
          p.periods().stream().map(PeriodTotal::of).toList(),
          p.overlaps().stream().map(o -> ForecastOverride.of(o, null)).toList());
    }
  }

  /**
   * The series that an override concerns, together, in one whole period.
   *
   * @param before without it
   * @param after with it
   */
  public record PeriodTotal(
      LocalDate periodStart, LocalDate periodEnd, BigDecimal before, BigDecimal after) {

    static PeriodTotal of(OverridePreview.PeriodTotal t) {
      return new PeriodTotal(t.start(), t.end(), t.before(), t.after());
    }
  }

  /**
   * What happened to an override.
   *
   * @param events in order
   */
  public record History(long overrideId, List<Event> events) {}

  /**
   * One thing that happened.
   *
   * @param revision that the override has since
   * @param before where it stood, absent when it was entered
   * @param after where it stands since, absent when the draft was deleted
   * @param note why, absent where nothing was said
   */
  public record Event(
      int revision,
      Instant at,
      String by,
      Optional<OverrideStatus> before,
      Optional<OverrideStatus> after,
      String note) {

    static Event of(OverrideStore.Event e) {
      return new Event(e.revision(), e.at(), e.by(), e.before(), e.after(), Absent.where(e.note()));
    }
  }

  /**
   * Overrides that were published together.
   *
   * @param overrides in the order in which they were asked for
   */
  public record Published(List<ForecastOverride> overrides) {}
}
