package org.demandwright.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The measures agree with the panel scorer; see SOURCES.md beside the panel. */
class MetricGolden {
  private static final int SEASON = 4;

  @ParameterizedTest
  @CsvSource({
    // series, RMSSE, MASE, sMAPE, WAPE, bias, pinball
    "regular, 0.3796, 1.2500, 9.533, 0.0943, -0.057, 0.2790",
    "starts late, 0.4410, 0.5000, 81.429, 0.7500, -0.250, 0.2271",
    "gaps, 0.4707, 0.5000, 15.758, 0.1562, -0.031, 0.3750",
  })
  void agreesForOneSeries(
      String name,
      double rmsse,
      double mase,
      double smape,
      double wape,
      double bias,
      double pinball) {
    Case c = read(name);
    assertThat(Metric.rmsse(c.training, c.test).orElseThrow()).isCloseTo(rmsse, within(5e-5));
    assertThat(Metric.mase(c.training, c.test, SEASON).orElseThrow()).isCloseTo(mase, within(5e-5));
    assertThat(Metric.smape(c.test).orElseThrow()).isCloseTo(smape, within(5e-4));
    assertThat(Metric.absoluteError(c.test) / Metric.actual(c.test)).isCloseTo(wape, within(6e-5));
    assertThat(Metric.error(c.test) / Metric.actual(c.test)).isCloseTo(bias, within(5e-4));
    assertThat(Metric.pinball(c.training, c.test, c.bands).orElseThrow())
        .isCloseTo(pinball, within(5e-5));
  }

  @ParameterizedTest
  @CsvSource({"constant, 7.177", "nothing sold, 80.000"})
  void leavesOutTheScaledMeasuresWhereTheScaleIsZero(String name, double smape) {
    Case c = read(name);
    assertThat(Metric.rmsse(c.training, c.test)).isEmpty();
    assertThat(Metric.mase(c.training, c.test, SEASON)).isEmpty();
    assertThat(Metric.pinball(c.training, c.test, c.bands)).isEmpty();
    assertThat(Metric.smape(c.test).orElseThrow()).isCloseTo(smape, within(5e-4));
  }

  @Test
  void hasNoMeasureWhereNothingWasObserved() {
    Case c = read("not observed");
    assertThat(Metric.rmsse(c.training, c.test)).isEmpty();
    assertThat(Metric.smape(c.test)).isEmpty();
  }

  @Test
  void agreesForThePanel() {
    Evaluation.Tally tally = new Evaluation.Tally(SEASON);
    for (String name :
        List.of("regular", "starts late", "gaps", "constant", "nothing sold", "not observed")) {
      Case c = read(name);
      tally.add(c.training, c.test, c.bands);
    }
    Evaluation all = tally.evaluation();
    assertThat(all.series()).isEqualTo(5);
    assertThat(all.scaled()).isEqualTo(3);
    assertThat(all.rmsse().orElseThrow()).isCloseTo(0.4304, within(5e-5));
    assertThat(all.mase().orElseThrow()).isCloseTo(0.7500, within(5e-5));
    assertThat(all.smape().orElseThrow()).isCloseTo(38.779, within(5e-4));
    assertThat(all.wape().orElseThrow()).isCloseTo(0.1700, within(5e-5));
    assertThat(all.cumulativeWape().orElseThrow()).isCloseTo(0.0800, within(5e-5));
    assertThat(all.bias().orElseThrow()).isCloseTo(-0.080, within(5e-4));
    assertThat(all.pinball().orElseThrow()).isCloseTo(0.2937, within(5e-5));
    assertThat(all.below10().orElseThrow()).isCloseTo(0.200, within(5e-4));
    assertThat(all.upTo90().orElseThrow()).isCloseTo(0.700, within(5e-4));
  }

  private record Case(DemandSeries training, Backtest test, Bands bands) {}

  private static Case read(String name) {
    NamedCsvRecord row =
        rows("tiny-panel.csv").stream()
            .filter(r -> r.getField("series").equals(name))
            .findFirst()
            .orElseThrow();
    DemandSeries training =
        new DemandSeries(
            SeriesKey.of(name),
            Period.of(Bucket.MONTH, LocalDate.parse(row.getField("start"))),
            units(row.getField("train")),
            observed(row.getField("train")));
    Backtest test =
        new Backtest(
            "m",
            training.end(),
            forecast(name, "mean"),
            units(row.getField("test")),
            observed(row.getField("test")));
    Bands bands = new Bands(forecast(name, "p10"), forecast(name, "p50"), forecast(name, "p90"));
    return new Case(training, test, bands);
  }

  private static DoubleVector forecast(String name, String column) {
    return DoubleVector.of(
        rows("tiny-forecast.csv").stream()
            .filter(r -> r.getField("series").equals(name))
            .mapToDouble(r -> Double.parseDouble(r.getField(column)))
            .toArray());
  }

  private static DoubleVector units(String values) {
    return DoubleVector.of(
        Arrays.stream(values.split(" ", -1))
            .mapToDouble(v -> v.equals("NA") ? 0 : Double.parseDouble(v))
            .toArray());
  }

  private static DoubleVector observed(String values) {
    return DoubleVector.of(
        Arrays.stream(values.split(" ", -1)).mapToDouble(v -> v.equals("NA") ? 0 : 1).toArray());
  }

  private static List<NamedCsvRecord> rows(String file) {
    try (Reader reader =
            new InputStreamReader(
                Objects.requireNonNull(MetricGolden.class.getResourceAsStream(file), file),
                StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
