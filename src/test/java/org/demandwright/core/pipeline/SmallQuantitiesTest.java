package org.demandwright.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Quantity;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Covariates;
import org.demandwright.core.demand.DayTotal;
import org.demandwright.core.demand.DemandAggregator;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.evaluate.BandLevels;
import org.demandwright.core.model.Objective;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An item that is counted in tonnes and sold by the gram is forecast like any other. */
class SmallQuantitiesTest {
  private static final List<String> MODELS =
      List.of("SeasonalNaive", "MovingAverage", "LinearTrend", "TSB", "ExponentialSmoothing");
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 2);
  private static final LocalDate AS_OF = LocalDate.of(2025, 1, 1);

  /** 0.00006 to 0.0001 a weekday: 0.0004 a week, 0.00174 a month of 21.7 weekdays. */
  @ParameterizedTest
  @CsvSource({"DAY, 7, 35, 0.002", "WEEK, 52, 5, 0.002", "MONTH, 12, 3, 0.0052"})
  void nothingIsLostOnTheWay(Bucket bucket, int season, int horizon, double expected) {
    DemandSeries series =
        DemandAggregator.aggregate(SeriesKey.of("grams"), days(), List.of(), bucket, AS_OF)
            .orElseThrow()
            .series();
    EngineOptions options =
        new EngineOptions(bucket, season, horizon, 3, 1, MODELS, Objective.MEAN, Set.of());
    ForecastEngine engine = new ForecastEngine(options);
    SeriesResult result =
        engine
            .contest(new SeriesInput(series, Covariates.none()), Collections.nCopies(4, Map.of()))
            .orElseThrow();
    Calibration calibration = engine.calibrate(List.of(CalibrationSample.of(result)));
    List<BandedStep> bands = engine.bands(result, calibration).steps();

    BandedStep last = bands.get(horizon - 1);
    assertThat(last.totalMean()).isCloseTo(expected, within(0.1 * expected));
    assertThat(last.totalP10()).isPositive();
    assertThat(Quantity.rounded(last.totalMean(), 6).doubleValue())
        .isCloseTo(last.totalMean(), within(5e-4 * last.totalMean()));
  }

  @Test
  void dustIsNothing() {
    ForecastEngine engine =
        new ForecastEngine(
            new EngineOptions(Bucket.WEEK, 52, 2, 3, 1, MODELS, Objective.MEAN, Set.of()));
    Calibration.Row first = row(1);
    List<BandedStep> bands =
        engine
            .bands(
                DemandPattern.SMOOTH,
                4,
                BandShape.USUAL,
                DoubleVector.of(2E-320, 1e-10),
                Period.of(Bucket.WEEK, LocalDate.of(2024, 1, 1)),
                new Calibration(List.of(first, row(2))))
            .steps();
    assertThat(bands).extracting(BandedStep::mean).containsOnly(0.0);
    assertThat(bands).extracting(BandedStep::totalMean).containsOnly(0.0);
    assertThat(bands).extracting(BandedStep::p90).allMatch(p90 -> p90 > 1);
  }

  private static Calibration.Row row(int step) {
    return new Calibration.Row(
        DemandPattern.SMOOTH,
        step,
        -1,
        0,
        1,
        -1,
        0,
        1,
        100,
        new BandLevels(0.1, 0.9),
        0.1,
        0.9,
        100,
        Optional.empty());
  }

  private static List<DayTotal> days() {
    Random random = new Random(7);
    List<DayTotal> days = new ArrayList<>();
    for (LocalDate day = FIRST; day.isBefore(AS_OF); day = day.plusDays(1)) {
      if (day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue()) {
        BigDecimal units = BigDecimal.valueOf(60 + random.nextInt(41), 6);
        days.add(new DayTotal(day, units, BigDecimal.ZERO));
      }
    }
    return days;
  }
}
