package org.demandwright.console.forecast;

import java.util.List;
import java.util.OptionalDouble;
import org.demandwright.app.forecast.SeriesChart;
import org.demandwright.app.forecast.SeriesChart.ModelScore;

/**
 * One line of the table of contestants.
 *
 * @param champion whether this model makes the forecast
 * @param againstNaive RMSSE ÷ RMSSE of seasonal naive − 1: negative is better; NaN where there is
 *     nothing to compare with
 */
public record Contestant(ModelScore score, boolean champion, double againstNaive) {
  static final String SEASONAL_NAIVE = "SeasonalNaive";

  static List<Contestant> of(SeriesChart chart) {
    OptionalDouble naive =
        chart.scores().stream()
            .filter(score -> score.model().equals(SEASONAL_NAIVE))
            .mapToDouble(ModelScore::rmsse)
            .filter(rmsse -> rmsse > 0)
            .findFirst();
    String champion = chart.series().method().orElse("");
    return chart.scores().stream()
        .map(
            score ->
                new Contestant(
                    score,
                    score.model().equals(champion),
                    score.rmsse() / naive.orElse(Double.NaN) - 1))
        .toList();
  }
}
