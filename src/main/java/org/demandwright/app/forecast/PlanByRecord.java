package org.demandwright.app.forecast;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What to plan a series by that is not recommended to forecast, base units.
 *
 * @param rate a period, empty where none can be told
 * @param periods how many periods in a row minimum and maximum are of, 0 where there are none
 * @param min what so many periods in a row needed at least, in 9 of 10 cases
 * @param max what they needed at most, in 9 of 10 cases
 * @param tried the methods that were tested, none of which helped
 * @param text all of it in a sentence, or why there is nothing
 */
public record PlanByRecord(
    Optional<BigDecimal> rate,
    int periods,
    Optional<BigDecimal> min,
    Optional<BigDecimal> max,
    List<String> tried,
    String text) {
  public PlanByRecord {
    tried = List.copyOf(tried);
  }
}
