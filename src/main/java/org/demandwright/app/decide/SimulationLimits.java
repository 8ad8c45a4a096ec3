package org.demandwright.app.decide;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Refused;
import org.demandwright.core.decide.simulate.SimulationQuestion;
import org.demandwright.core.decide.simulate.WayOfOrdering;

/** What may be asked of a simulation, and what is where nobody says. */
public final class SimulationLimits {
  public static final int USUAL_PLACES = 100;
  public static final int MOST_PLACES = 500;
  public static final int USUAL_WEEKS = 26;
  public static final int LEAST_WEEKS = 6;
  public static final int MOST_WEEKS = 104;

  /** The most that may be asked as a share of a price. */
  public static final int MOST_SHARE = 1_000;

  /** The most that an order line may be said to cost. */
  public static final int MOST_COST = 1_000_000_000;

  /** The ways of ordering that are usually compared. */
  public static final List<WayOfOrdering> WAYS =
      List.of(
          WayOfOrdering.PLANNED,
          WayOfOrdering.LEAST_COST,
          WayOfOrdering.FORECAST_NORMAL,
          WayOfOrdering.MIN_MAX,
          WayOfOrdering.MOVING_AVERAGE,
          WayOfOrdering.ERP_RULES);

  /** The methods of forecasting that are usually compared. */
  public static final List<String> METHODS =
      List.of(
          SimulationQuestion.PUBLISHED, "SeasonalNaive", "MovingAverage", "ExponentialSmoothing");

  private SimulationLimits() {}

  /** Returns items at sites that are looked at. */
  public static int places(String field, Optional<Integer> given) {
    return within(field, given.orElse(USUAL_PLACES), 1, MOST_PLACES);
  }

  /** Returns weeks of tuning, or of the test. */
  public static int weeks(String field, Optional<Integer> given) {
    return within(field, given.orElse(USUAL_WEEKS), LEAST_WEEKS, MOST_WEEKS);
  }

  /** Returns a share of a price; empty = what counts for each item. */
  public static Optional<Double> share(String field, Optional<BigDecimal> given) {
    return cost(field, given, MOST_SHARE);
  }

  /** Returns what an order line costs, likewise. */
  public static Optional<Double> line(String field, Optional<BigDecimal> given) {
    return cost(field, given, MOST_COST);
  }

  private static int within(String field, int given, int least, int most) {
    if (given < least || given > most) {
      throw Refused.because(
          field, "%s is %d; it must be from %d to %d.".formatted(field, given, least, most));
    }
    return given;
  }

  private static Optional<Double> cost(String field, Optional<BigDecimal> given, int most) {
    if (given
        .filter(c -> c.signum() < 0 || c.compareTo(BigDecimal.valueOf(most)) > 0)
        .isPresent()) {
      throw Refused.because(
          field,
          "%s is %s; it must be from 0 to %d.".formatted(field, given.get().toPlainString(), most));
    }
    return given.map(BigDecimal::doubleValue);
  }
}
