package org.demandwright.core.model.weka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.GlobalFit;
import org.demandwright.core.model.GlobalModel;
import org.demandwright.core.model.ModelSpec;
import org.demandwright.core.model.TrainingPanel;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pooled models on real demand, where the panels lie beside the project: the bounds are what
 * the recipe reached when it was made, so a change that costs accuracy shows here.
 */
class PanelAccuracyTest {
  private static final Path PANELS = Path.of("../shared/data/panels");

  /** RMSSE of simple exponential smoothing, for orientation: 0.622, 0.647, 0.828, 0.620. */
  @ParameterizedTest
  @CsvSource({
    "online-retail-week66, WEEK, 52, 0.583, 0.21",
    "online-retail-week79, WEEK, 52, 0.630, 0.15",
    "m5-day1885, DAY, 7, 0.767, 0.14",
    "carparts, MONTH, 12, 0.586, 0.32"
  })
  void theRidgeIsAsGoodAsItsRecipe(
      String panel, Bucket bucket, int season, double rmsse, double bias) throws IOException {
    Score score = score(new GlobalWekaLinear(), panel, bucket, season);
    assertThat(score.rmsse).as("RMSSE").isLessThan(rmsse);
    assertThat(score.bias).as("bias").isBetween(-bias, 0.05);
  }

  @ParameterizedTest
  @CsvSource({"online-retail-week66, WEEK, 52, 0.582, 0.21"})
  void theNetworkIsAsGoodAsItsRecipe(
      String panel, Bucket bucket, int season, double rmsse, double bias) throws IOException {
    Score score = score(new GlobalWekaPerceptron(), panel, bucket, season);
    assertThat(score.rmsse).as("RMSSE").isLessThan(rmsse);
    assertThat(score.bias).as("bias").isBetween(-bias, 0.05);
  }

  private record Case(History history, double[] actual) {}

  private record Score(double rmsse, double bias) {}

  private static Score score(GlobalModel model, String panel, Bucket bucket, int season)
      throws IOException {
    List<Case> cases = cases(panel, bucket);
    int horizon = cases.get(0).actual().length;
    List<History> histories = cases.stream().map(Case::history).toList();
    GlobalFit fit =
        model
            .train(ModelSpec.of(model.id(), season, 1), TrainingPanel.of(histories), horizon)
            .orElseThrow();
    double sum = 0;
    int scaled = 0;
    double error = 0;
    double total = 0;
    for (Case one : cases) {
      DoubleVector mean =
          fit.apply(one.history())
              .map(fitted -> fitted.forecast(horizon))
              .toOptional()
              .orElse(DoubleVector.filled(horizon, 0));
      double squares = 0;
      int n = 0;
      for (int h = 0; h < horizon; h++) {
        double e = mean.get(h) - one.actual()[h];
        if (!Double.isNaN(e)) {
          squares += e * e;
          n++;
          error += e;
          total += one.actual()[h];
        }
      }
      double scale = scale(one.history());
      if (n > 0 && scale > 0) {
        sum += Math.sqrt(squares / n / scale);
        scaled++;
      }
    }
    return new Score(sum / scaled, error / total);
  }

  /** Returns the mean squared change from period to period since the first sale. */
  private static double scale(History history) {
    DemandSeries series = history.series();
    double squares = 0;
    int n = 0;
    boolean sold = false;
    for (int i = 0; i + 1 < series.size(); i++) {
      sold |= series.units().get(i) > 0;
      if (sold && series.observed(i) && series.observed(i + 1)) {
        double change = series.units().get(i + 1) - series.units().get(i);
        squares += change * change;
        n++;
      }
    }
    return n == 0 ? 0 : squares / n;
  }

  private static List<Case> cases(String panel, Bucket bucket) throws IOException {
    Path file = PANELS.resolve(panel + ".csv.gz");
    Assumptions.assumeTrue(
        Files.isReadable(file), () -> "SKIPPED: " + file + " is not there, accuracy not measured");
    List<Case> cases = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split(",", -1);
        Period first = Period.of(bucket, LocalDate.parse(cells[1]));
        cases.add(new Case(history(cells[0], first, values(cells[2])), values(cells[3])));
      }
    }
    return cases;
  }

  private static History history(String item, Period first, double[] values) {
    double[] units = new double[values.length];
    double[] availability = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      boolean observed = !Double.isNaN(values[i]);
      units[i] = observed ? values[i] : 0;
      availability[i] = observed ? 1 : 0;
    }
    return History.of(
        new DemandSeries(
            SeriesKey.of(item), first, DoubleVector.of(units), DoubleVector.of(availability)));
  }

  private static double[] values(String cell) {
    String[] words = cell.split(" ", -1);
    double[] values = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      values[i] = words[i].equals("NA") ? Double.NaN : Double.parseDouble(words[i]);
    }
    return values;
  }
}
