package org.demandwright.rest.forecast;

import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.demandwright.app.Wordbook;
import org.demandwright.app.forecast.SeriesChart;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Bucket;
import org.demandwright.rest.wire.Decimals;

/**
 * One series with all that is known of it in one version, as the API says it; quantities here are
 * plain numbers in the series' unit, as a chart takes them.
 *
 * @param usable whether the series is recommended to forecast
 * @param planBy what to plan by where it is not, absent where it is
 * @param forecast without figures where it is not, unless they are asked for
 * @param scores of the contestants, best first
 * @param failures of the contestants that could not be scored, by model
 */
public record SeriesDetail(
    SeriesResource.Series series,
    long versionId,
    LocalDate dataAsOf,
    Bucket bucket,
    boolean usable,
    PlanByDetail planBy,
    List<Past> history,
    List<Future> forecast,
    List<Origin> backtests,
    List<Score> scores,
    Map<String, String> failures) {

  /**
   * One period of the past.
   *
   * @param units raw gross demand, whatever was laid over it
   * @param corrected the same with the corrections of people laid over it, absent where they begin
   *     the series later
   * @param cleaned demand as the models saw it, absent likewise
   * @param fitted the champion's one-step-ahead value, absent where it has none
   * @param availability share 0–1 of the period in which the item could be bought
   */
  public record Past(
      LocalDate start,
      BigDecimal units,
      BigDecimal corrected,
      BigDecimal returned,
      BigDecimal cleaned,
      BigDecimal fitted,
      Double availability) {
    static Past of(SeriesChart.Past past) {
      return new Past(
          past.start(),
          Decimals.quantity(past.units()),
          past.corrected().map(Decimals::quantity).orElse(null),
          Decimals.quantity(past.returned()),
          past.cleaned().map(Decimals::quantity).orElse(null),
          past.fitted().map(Decimals::quantity).orElse(null),
          Decimals.finite(past.availability()));
    }
  }

  /**
   * One step of the forecast.
   *
   * @param finalUnits what is final: the mean, or what an override put in its place
   */
  public record Future(
      LocalDate start,
      BigDecimal mean,
      BigDecimal p10,
      BigDecimal p50,
      BigDecimal p90,
      @JsonbProperty("final") BigDecimal finalUnits) {
    static Future of(SeriesChart.Future future) {
      return new Future(
          future.start(),
          Decimals.quantity(future.mean()),
          Decimals.quantity(future.p10()),
          Decimals.quantity(future.p50()),
          Decimals.quantity(future.p90()),
          Decimals.quantity(future.finalUnits()));
    }
  }

  /** One model's forecast from one origin of the backtest, and what came. */
  public record Origin(
      LocalDate start, String model, List<BigDecimal> forecast, List<BigDecimal> actual) {
    static Origin of(SeriesChart.Origin origin) {
      return new Origin(
          origin.start(),
          origin.model(),
          quantities(origin.forecast()),
          quantities(origin.actual()));
    }

    private static List<BigDecimal> quantities(List<Double> values) {
      return values.stream().map(Decimals::quantity).filter(Objects::nonNull).toList();
    }
  }

  /** One contestant's errors over all origins; absent where one cannot be computed. */
  public record Score(String model, Double rmsse, Double mase, Double wape, Double bias) {
    static Score of(SeriesChart.ModelScore score) {
      return new Score(
          score.model(),
          Decimals.finite(score.rmsse()),
          Decimals.finite(score.mase()),
          Decimals.finite(score.wape()),
          Decimals.finite(score.bias()));
    }
  }

  static SeriesDetail of(SeriesChart chart) {
    return new SeriesDetail(
        SeriesResource.Series.of(chart.series()),
        chart.version().versionId(),
        chart.version().dataAsOf(),
        chart.version().bucket(),
        chart.usable(),
        PlanByDetail.of(chart.planBy()),
        chart.history().stream().map(Past::of).toList(),
        chart.forecast().stream().map(Future::of).toList(),
        chart.backtests().stream().map(Origin::of).toList(),
        chart.scores().stream().map(Score::of).toList(),
        failures(chart.failures()));
  }

  private static Map<String, String> failures(Map<String, Words> byModel) {
    Map<String, String> told = new TreeMap<>();
    byModel.forEach((model, words) -> told.put(model, Wordbook.english().say(words)));
    return told;
  }
}
