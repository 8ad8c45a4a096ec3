package org.demandwright.app.forecast;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.forecast.PublishedForecast.Share;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Words;
import org.demandwright.core.pipeline.ForecastChange;

/**
 * Why a version says something else of one period than an earlier one, in parts that add up to the
 * difference of what is final, exactly: each is the difference of two figures as they are told.
 *
 * @param then what the earlier version says of it
 * @param now what the later one says of it
 * @param thenProved whether the earlier forecast, made again, is the one that was published, to the
 *     bit
 * @param nowProved the same of the later one
 * @param parts one for each cause, in their order
 */
public record ForecastDifference(
    PublishedForecast then,
    PublishedForecast now,
    boolean thenProved,
    boolean nowProved,
    List<Part> parts) {

  /**
   * What one cause adds, negative = takes.
   *
   * @param differs whether it differs between the versions at all
   * @param failure why the series could not be forecast with it alone; what it does is then told
   *     together with the next
   */
  public record Part(
      DifferenceCause cause, boolean differs, BigDecimal units, Optional<Words> failure) {}

  public ForecastDifference {
    parts = List.copyOf(parts);
  }

  /** Returns by how much what is final differs. */
  public BigDecimal units() {
    return now.units(Share.ALL).subtract(then.units(Share.ALL));
  }

  /**
   * Tells the change of a forecast at one of its periods.
   *
   * @param index of the period in the change
   * @param thenAlone what the earlier version forecast of the series by itself, without links
   * @param nowAlone the same of the later one
   */
  static ForecastDifference of(
      PublishedForecast then,
      PublishedForecast now,
      ForecastChange change,
      int index,
      double thenAlone,
      double nowAlone) {
    BigDecimal first = told(change.before(), index, then);
    BigDecimal last = first;
    List<Part> parts = new ArrayList<>();
    for (ForecastChange.Step step : change.steps()) {
      BigDecimal next = told(step.after(), index, now);
      boolean same = !step.differs() || step.failure().isPresent();
      BigDecimal units = same ? BigDecimal.ZERO : next.subtract(last);
      last = same ? last : next;
      parts.add(
          new Part(
              DifferenceCause.of(step.cause()),
              step.differs(),
              units,
              step.failure().map(f -> f.said())));
    }
    BigDecimal over = over(now).subtract(over(then));
    BigDecimal before = told(thenAlone, then);
    BigDecimal after = told(nowAlone, now);
    BigDecimal links =
        now.baseline(Share.ALL).subtract(after).subtract(then.baseline(Share.ALL).subtract(before));
    BigDecimal rest = after.subtract(last).add(first.subtract(before));
    parts.add(new Part(DifferenceCause.LINKS, links.signum() != 0, links, Optional.empty()));
    parts.add(
        new Part(
            DifferenceCause.OVERRIDE,
            !overrideId(then).equals(overrideId(now)) || over.signum() != 0,
            over,
            Optional.empty()));
    boolean thenProved = proved(change.before(), index, thenAlone);
    boolean nowProved = proved(change.after(), index, nowAlone);
    parts.add(
        new Part(DifferenceCause.UNREPRODUCED, !(thenProved && nowProved), rest, Optional.empty()));
    return new ForecastDifference(then, now, thenProved, nowProved, parts);
  }

  private static boolean proved(DoubleVector made, int index, double alone) {
    return Double.compare(made.get(index), alone) == 0;
  }

  private static BigDecimal told(DoubleVector made, int index, PublishedForecast beside) {
    return told(made.get(index), beside);
  }

  private static BigDecimal told(double units, PublishedForecast beside) {
    return PublishedForecast.told(units, beside.row().bands().totalP90());
  }

  private static BigDecimal over(PublishedForecast f) {
    return f.units(Share.ALL).subtract(f.baseline(Share.ALL));
  }

  private static Optional<Long> overrideId(PublishedForecast f) {
    return f.row().over().flatMap(o -> o.overrideId());
  }
}
