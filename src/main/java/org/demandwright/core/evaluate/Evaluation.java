package org.demandwright.core.evaluate;

import java.util.OptionalDouble;
import org.demandwright.core.demand.DemandSeries;

/**
 * Errors over many series. Scaled measures are means over the series that have a scale; WAPE,
 * cumulative WAPE and bias are ratios of sums over all series, so that large series weigh more. A
 * measure is empty where nothing could be averaged.
 *
 * @param series number of tests with at least one observed actual
 * @param scaled number of those whose RMSSE scale is not zero
 * @param rmsse mean of {@link Metric#rmsse}
 * @param mase mean of {@link Metric#mase}
 * @param smape mean of {@link Metric#smape}, 0–200
 * @param wape Σ|a − f| ÷ Σa
 * @param cumulativeWape Σ over series of |Σa − Σf| ÷ Σa
 * @param bias Σ(f − a) ÷ Σa, positive = forecast too high
 * @param pinball mean of {@link Metric#pinball}
 * @param below10 share 0–1 of actuals below p10
 * @param upTo90 share 0–1 of actuals not above p90
 */
public record Evaluation(
    int series,
    int scaled,
    OptionalDouble rmsse,
    OptionalDouble mase,
    OptionalDouble smape,
    OptionalDouble wape,
    OptionalDouble cumulativeWape,
    OptionalDouble bias,
    OptionalDouble pinball,
    OptionalDouble below10,
    OptionalDouble upTo90) {

  /** Adds tests up. Add them in key order where sums must be the same to the last bit. */
  public static final class Tally {
    private final int season;
    private final Mean rmsse = new Mean();
    private final Mean mase = new Mean();
    private final Mean smape = new Mean();
    private final Mean pinball = new Mean();
    private int series;
    private double absolute;
    private double cumulative;
    private double error;
    private double actual;
    private int below10;
    private int upTo90;
    private int cells;

    /**
     * @param season m of MASE
     */
    public Tally(int season) {
      this.season = season;
    }

    /** Adds one test without bands. */
    public void add(DemandSeries training, Backtest test) {
      if (Metric.observed(test) == 0) {
        return;
      }
      series++;
      Metric.rmsse(training, test).ifPresent(rmsse::add);
      Metric.mase(training, test, season).ifPresent(mase::add);
      Metric.smape(test).ifPresent(smape::add);
      absolute += Metric.absoluteError(test);
      cumulative += Math.abs(Metric.error(test));
      error += Metric.error(test);
      actual += Metric.actual(test);
    }

    /** Adds one test with its bands; coverage is counted on series that have a scale. */
    public void add(DemandSeries training, Backtest test, Bands bands) {
      add(training, test);
      OptionalDouble loss = Metric.pinball(training, test, bands);
      if (loss.isPresent()) {
        pinball.add(loss.getAsDouble());
        cover(test, bands);
      }
    }

    private void cover(Backtest test, Bands bands) {
      for (int i = 0; i < test.actual().size(); i++) {
        if (test.observed().get(i) == 1) {
          below10 += test.actual().get(i) < bands.p10().get(i) ? 1 : 0;
          upTo90 += test.actual().get(i) <= bands.p90().get(i) ? 1 : 0;
          cells++;
        }
      }
    }

    /** Returns the errors of everything added so far. */
    public Evaluation evaluation() {
      return new Evaluation(
          series,
          rmsse.count,
          rmsse.value(),
          mase.value(),
          smape.value(),
          ratio(absolute, actual),
          ratio(cumulative, actual),
          ratio(error, actual),
          pinball.value(),
          ratio(below10, cells),
          ratio(upTo90, cells));
    }

    private static OptionalDouble ratio(double part, double whole) {
      return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
    }
  }

  private static final class Mean {
    private double sum;
    private int count;

    void add(double value) {
      sum += value;
      count++;
    }

    OptionalDouble value() {
      return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
    }
  }
}
