package org.demandwright.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.evaluate.TotalLevels;
import org.demandwright.core.evaluate.TotalStep;
import org.demandwright.core.pipeline.SeriesResult;

/**
 * Measures how well the distribution of totals holds: what share of the totals that then came, from
 * the origin to each step, lay below and not above its quantile at each level, and how often
 * nothing came where that was told with some probability.
 *
 * <p>Beside it stands the plain method of textbooks and ERPs: the same forecast, and around it the
 * normal distribution with the standard deviation of the history since the first sale × √steps.
 *
 * <p>Arguments: the folder of the panels, and optionally an index of panels.
 */
public final class TotalsBench {
  private static final int[] SHOWN = {0, 4, 14, 18, 19, 20};
  private static final double[] BINS = {1e-9, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.1};
  private static final int LEAST = 50;

  /** What came beside what was told of it by one method. */
  private static final class Tally {
    private final long[] below = new long[TotalLevels.COUNT];
    private final long[] upTo = new long[TotalLevels.COUNT];
    private long totals;
    private double loss;

    void add(double came, DoubleVector quantiles, double scale) {
      totals++;
      for (int i = 0; i < below.length; i++) {
        double q = quantiles.get(i);
        double level = TotalLevels.ALL.get(i);
        below[i] += came < q ? 1 : 0;
        upTo[i] += came <= q ? 1 : 0;
        loss += Math.max(level * (came - q), (level - 1) * (came - q)) / scale / below.length;
      }
    }

    String shares() {
      List<String> cells = new ArrayList<>();
      for (int i : SHOWN) {
        double low = 100.0 * below[i] / totals;
        double high = 100.0 * upTo[i] / totals;
        cells.add(
            high - low < 0.05
                ? String.format(Locale.ROOT, "%.1f", high)
                : String.format(Locale.ROOT, "%.1f–%.1f", low, high));
      }
      return String.join(" | ", cells);
    }
  }

  private final Tally product = new Tally();
  private final Tally plain = new Tally();
  private final double[] told = new double[BINS.length];
  private final long[] nothing = new long[BINS.length];
  private final long[] cases = new long[BINS.length];

  private TotalsBench() {}

  public static void main(String... args)
      throws IOException, InterruptedException, ExecutionException {
    Path index = Path.of(args.length > 1 ? args[1] : "src/bench/panels.properties");
    System.out.println(
        "| panel | totals | method | 5 % | 25 % | 75 % | 95 % | 98 % | 99 % | loss |");
    System.out.println("|---|---:|---|---:|---:|---:|---:|---:|---:|---:|");
    List<String> zeros = new ArrayList<>();
    for (PanelCase panel : PanelIndex.read(index).panels(Path.of(args[0]))) {
      TotalsBench bench = new TotalsBench();
      bench.run(panel);
      System.out.println(bench.rows(panel.name()));
      zeros.add(panel.name() + ": " + bench.zeros());
    }
    System.out.println("\nNothing was told with, and came in, per cent (cases):");
    zeros.forEach(System.out::println);
  }

  private void run(PanelCase panel) throws InterruptedException, ExecutionException {
    WholeEngine.Run run = new WholeEngine(o -> o).run(panel, new Workers(2));
    for (SeriesResult result : run.results()) {
      TotalDemand totals = run.engine().bands(result, run.calibration()).totals().orElseThrow();
      SeriesKey key = result.cleaned().key();
      DemandSeries history =
          panel.panel().stream()
              .map(i -> i.series())
              .filter(s -> s.key().equals(key))
              .findFirst()
              .orElseThrow();
      score(totals, panel.actuals().get(key), deviation(history));
    }
  }

  private void score(TotalDemand totals, TestColumn.Actual actual, double deviation) {
    double came = 0;
    for (int h = 0; h < totals.steps().size() && actual.observed().get(h) == 1; h++) {
      TotalStep step = totals.steps().get(h);
      came += actual.units().get(h);
      double spread = deviation * Math.sqrt(h + 1);
      if (spread > 0) {
        product.add(came, step.quantiles(), spread);
        plain.add(came, TotalLevels.NORMAL.map(z -> Math.max(0, step.mean() + z * spread)), spread);
        zero(step.nothing(), came);
      }
    }
  }

  private void zero(double probability, double came) {
    int bin = 0;
    while (probability >= BINS[bin]) {
      bin++;
    }
    told[bin] += probability;
    nothing[bin] += came == 0 ? 1 : 0;
    cases[bin]++;
  }

  /** The standard deviation of the observed demand since the first sale. */
  private static double deviation(DemandSeries history) {
    double[] units = new double[history.size()];
    int n = 0;
    boolean begun = false;
    for (int t = 0; t < history.size(); t++) {
      begun |= history.units().get(t) > 0;
      if (begun && history.observed(t)) {
        units[n++] = history.units().get(t);
      }
    }
    DoubleVector known = DoubleVector.of(units).head(n);
    double mean = n == 0 ? 0 : known.mean();
    return n < 2 ? 0 : Math.sqrt(known.map(u -> (u - mean) * (u - mean)).sum() / (n - 1));
  }

  private String rows(String panel) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | **product** | %s | %.3f |%n| | | plain | %s | 1 |",
        panel,
        product.totals,
        product.shares(),
        product.loss / plain.loss,
        plain.shares());
  }

  private String zeros() {
    List<String> bins = new ArrayList<>();
    for (int i = 0; i < BINS.length; i++) {
      if (cases[i] >= LEAST) {
        bins.add(
            String.format(
                Locale.ROOT,
                "%.0f → %.0f (%d)",
                100 * told[i] / cases[i],
                100.0 * nothing[i] / cases[i],
                cases[i]));
      }
    }
    return bins.stream().collect(Collectors.joining(", "));
  }
}
