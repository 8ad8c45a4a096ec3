package org.demandwright.rest.forecast;

import java.util.List;
import java.util.Optional;
import org.demandwright.app.forecast.PlanByRecord;
import org.demandwright.rest.wire.Decimals;

/**
 * What to plan a series by that is not recommended to forecast, as the API says it; quantities are
 * decimals in the series' unit, absent where they cannot be told.
 *
 * @param rate a period
 * @param periods how many periods in a row {@code min} and {@code max} are of
 * @param min what so many periods in a row needed at least, in 9 of 10 cases
 * @param max what they needed at most, in 9 of 10 cases
 * @param tried the methods that were tested
 * @param text all of it in a sentence, or why there is nothing
 */
public record PlanByDetail(
    String rate, int periods, String min, String max, List<String> tried, String text) {
  public static PlanByDetail of(Optional<PlanByRecord> planBy) {
    return planBy
        .map(
            p ->
                new PlanByDetail(
                    p.rate().map(Decimals::plain).orElse(null),
                    p.periods(),
                    p.min().map(Decimals::plain).orElse(null),
                    p.max().map(Decimals::plain).orElse(null),
                    p.tried(),
                    p.text()))
        .orElse(null);
  }
}
