package org.demandwright.core.decide.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Replays one item at one site under a way of ordering, with each of its knobs: the days of tuning
 * and those of the test, each from the same stock for all ways, what the newest quarter before it
 * wanted in one and a half times lead time and review period. Pure: the same arguments give the
 * same points.
 */
public final class PlaceReplay {
  private static final int RECENT = 91;
  private static final double OPENING = 1.5;

  private final ReplayedPlace place;
  private final ReplayWindows windows;
  private final long seed;

  /**
   * What came of one knob.
   *
   * @param tuned in the days of tuning
   * @param tested in the test
   * @param ordered days of the test on which something was ordered
   */
  public record Point(double knob, Outcome tuned, Outcome tested, List<LocalDate> ordered) {
    public Point {
      ordered = List.copyOf(ordered);
    }
  }

  /**
   * Makes the replay of a place.
   *
   * @param seed of the lead times
   */
  public PlaceReplay(ReplayedPlace place, ReplayWindows windows, long seed) {
    this.place = place;
    this.windows = windows;
    this.seed = seed;
  }

  /**
   * Returns a point of each knob.
   *
   * @param forecasts empty where the way goes by none
   */
  public List<Point> curve(WayOfOrdering way, Optional<ForecastDays> forecasts, double... knobs) {
    if (way.isByForecast() && forecasts.isEmpty()) {
      throw new IllegalArgumentException(way + " orders by a forecast, and there is none");
    }
    List<Point> points = new ArrayList<>();
    for (double knob : knobs) {
      StockCourse before =
          course(
              way.rule(place, forecasts.orElse(null), knob),
              windows.tuneFrom(),
              windows.testFrom());
      StockCourse after =
          course(
              way.rule(place, forecasts.orElse(null), knob), windows.testFrom(), windows.testTo());
      points.add(
          new Point(
              knob,
              before.outcome(windows.tunedFrom(), windows.testFrom()),
              after.outcome(windows.judgedFrom(), windows.testTo()),
              after.orderDays(windows.judgedFrom(), windows.testTo())));
    }
    return points;
  }

  private StockCourse course(OrderRule rule, LocalDate from, LocalDate to) {
    SimulationTerms terms = place.terms();
    double daily = place.demand().before(from).mean(RECENT) * terms.order().unit().doubleValue();
    BigDecimal opening =
        BigDecimal.valueOf(daily * place.cycle().protection().mean() * OPENING)
            .setScale(0, RoundingMode.CEILING);
    return StockSimulation.run(terms, seed, place.key(), place.demand(), from, to, opening, rule);
  }
}
