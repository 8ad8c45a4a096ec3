package org.demandwright.rest.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.demandwright.app.Wordbook;
import org.demandwright.app.forecast.DifferenceCause;
import org.demandwright.app.forecast.ForecastDifference;
import org.demandwright.app.forecast.ForecastId;
import org.demandwright.app.forecast.PublishedForecast;
import org.demandwright.app.forecast.PublishedForecast.Share;
import org.demandwright.store.forecast.ForecastStore;

/** The words of {@link DifferencesResource} and {@link SeriesDifferencesResource}. */
public final class DifferencesWire {
  private DifferencesWire() {}

  /**
   * Why two versions say different things of one period; quantities are decimals in {@code uom}.
   *
   * @param id of the value
   * @param against the value of the earlier version
   * @param then what the earlier version says
   * @param now what the later one says
   * @param difference of what is final in both
   * @param parts that add up to the difference, in the order in which one input after the other was
   *     taken from the later version
   */
  public record Difference(
      String id,
      String against,
      long seriesId,
      String uom,
      LocalDate periodStart,
      LocalDate periodEnd,
      Figures then,
      Figures now,
      BigDecimal difference,
      List<Part> parts) {
    static Difference of(ForecastId id, long against, ForecastDifference d) {
      ForecastStore.Row row = d.now().row();
      return new Difference(
          id.toString(),
          new ForecastId(against, id.seriesId(), row.start()).toString(),
          id.seriesId(),
          row.series().uom(),
          row.start(),
          row.end(),
          Figures.of(d.then(), d.thenProved()),
          Figures.of(d.now(), d.nowProved()),
          d.units(),
          d.parts().stream().map(Part::of).toList());
    }
  }

  /**
   * What one version says of the period.
   *
   * @param step 1 … horizon
   * @param method the models behind it
   * @param baseline the forecast, whatever lies over it
   * @param units what is final
   * @param overrideId the topmost override; absent where none lies on it
   * @param reproduced whether the forecast, made again from what was kept, is the published one, to
   *     the bit
   */
  public record Figures(
      int step,
      String method,
      BigDecimal baseline,
      BigDecimal units,
      Long overrideId,
      boolean reproduced) {
    static Figures of(PublishedForecast f, boolean reproduced) {
      return new Figures(
          f.row().bands().step(),
          f.row().series().modelId(),
          f.baseline(Share.ALL),
          f.units(Share.ALL),
          f.row().over().flatMap(ForecastStore.Final::overrideId).orElse(null),
          reproduced);
    }
  }

  /**
   * What one cause adds.
   *
   * @param units negative = takes
   * @param differs whether it differs between the versions; where not, nothing was forecast for it
   * @param failure why the series could not be forecast with it alone; what it does is then part of
   *     the next. Absent where it could
   */
  public record Part(DifferenceCause cause, BigDecimal units, boolean differs, String failure) {
    static Part of(ForecastDifference.Part p) {
      return new Part(
          p.cause(), p.units(), p.differs(), p.failure().map(Wordbook.english()::say).orElse(null));
    }
  }

  /** The versions that are compared: the earlier one and the later one. */
  public record Compared(long against, long versionId, long seriesId) {}

  /**
   * One period.
   *
   * @param then what was final in the earlier version
   * @param now what is final in the later one
   * @param difference of both, the sum of {@code parts}
   * @param reproduced whether both forecasts, made again, are the published ones, to the bit
   */
  public record Row(
      LocalDate periodStart,
      LocalDate periodEnd,
      String uom,
      BigDecimal then,
      BigDecimal now,
      BigDecimal difference,
      Parts parts,
      boolean reproduced) {
    static Row of(ForecastDifference d) {
      ForecastStore.Row row = d.now().row();
      return new Row(
          row.start(),
          row.end(),
          row.series().uom(),
          d.then().units(Share.ALL),
          d.now().units(Share.ALL),
          d.units(),
          Parts.of(d),
          d.thenProved() && d.nowProved());
    }
  }

  /**
   * What each cause adds, negative = takes, in the order in which they are found out.
   *
   * @param links what lifecycle links bring from another item or take to one
   */
  public record Parts(
      BigDecimal restatedHistory,
      BigDecimal corrections,
      BigDecimal calendar,
      BigDecimal prices,
      BigDecimal signals,
      BigDecimal newActuals,
      BigDecimal models,
      BigDecimal links,
      BigDecimal override,
      BigDecimal unreproduced) {
    static Parts of(ForecastDifference d) {
      return new Parts(
          units(d, DifferenceCause.RESTATED_HISTORY),
          units(d, DifferenceCause.CORRECTIONS),
          units(d, DifferenceCause.CALENDAR),
          units(d, DifferenceCause.PRICES),
          units(d, DifferenceCause.SIGNALS),
          units(d, DifferenceCause.NEW_ACTUALS),
          units(d, DifferenceCause.MODELS),
          units(d, DifferenceCause.LINKS),
          units(d, DifferenceCause.OVERRIDE),
          units(d, DifferenceCause.UNREPRODUCED));
    }

    private static BigDecimal units(ForecastDifference d, DifferenceCause cause) {
      return d.parts().get(cause.ordinal()).units();
    }
  }
}
