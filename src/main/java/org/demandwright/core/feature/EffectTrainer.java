package org.demandwright.core.feature;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.demandwright.core.demand.SeriesKey;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/**
 * Learns what promotions, prices and holidays do to demand, over all series together.
 *
 * <p>Poisson regression with a level of its own for every window of every series (Hausman, Hall
 * &amp; Griliches 1984): given the total of a window, its periods share it in proportion to
 * exp(β·x) × usual. So levels, trends and years need no estimate and cannot be mistaken for an
 * effect; zeros are no trouble; and only windows in which something planned changes have a say.
 * Series with rough demand count less, by their variance-to-mean ratio. A small ridge keeps β
 * finite.
 *
 * <p>A feature must have changed in at least two different windows of time: the effect of an Easter
 * that was seen once cannot be told from that of the weather. Of a very large panel as many series
 * are taken, in the order of a hash of their keys, as give {@value #MOST_MARKED} periods with
 * plans.
 */
public final class EffectTrainer {
  private static final int LEAST_OCCASIONS = 2;
  private static final int MOST_MARKED = 300_000;
  private static final int MOST_STEPS = 25;
  private static final double RIDGE = 2;
  private static final double ENOUGH = 1e-6;

  private final List<History> panel;
  private final int[] order;
  private final SeasonIndex season;
  private final boolean calendar;

  /**
   * Makes a trainer.
   *
   * @param panel the histories; the result does not depend on their order
   * @param season the usual season, by which the days of a week differ without any plan
   * @param calendar whether holidays and events count, or promotions and prices alone
   */
  public EffectTrainer(List<History> panel, SeasonIndex season, boolean calendar) {
    this.panel = panel;
    this.order = order(panel.stream().map(h -> h.series().key()).toList());
    this.season = season;
    this.calendar = calendar;
  }

  private static int[] order(List<SeriesKey> keys) {
    return IntStream.range(0, keys.size())
        .boxed()
        .sorted(
            Comparator.comparingInt((Integer i) -> spread(keys.get(i).toString()))
                .thenComparing(keys::get))
        .mapToInt(i -> i)
        .toArray();
  }

  private static int spread(String key) {
    int hash = key.hashCode() * 0x9e3779b9;
    return hash ^ (hash >>> 16);
  }

  /** Learns the effects; a feature that the panel cannot teach is left out. */
  public KnownEffects train() {
    if (panel.isEmpty()) {
      return KnownEffects.none();
    }
    List<PlannedFeature> all = features();
    BitSet[] occasions =
        IntStream.range(0, all.size()).mapToObj(c -> new BitSet()).toArray(BitSet[]::new);
    List<EffectWindow> windows = windows(all, occasions);
    int[] kept =
        IntStream.range(0, all.size())
            .filter(c -> occasions[c].cardinality() >= LEAST_OCCASIONS)
            .toArray();
    List<EffectWindow> teaching = windows.stream().map(w -> w.withFeatures(kept)).toList();
    List<PlannedFeature> features = IntStream.of(kept).mapToObj(all::get).toList();
    return new KnownEffects(features, maximise(teaching, kept.length), season);
  }

  private List<PlannedFeature> features() {
    List<PlannedFeature> features = new ArrayList<>(PlannedFeatures.plans());
    if (calendar) {
      features.addAll(PlannedFeatures.holidays(panel.get(0).bucket()));
      features.addAll(PlannedFeatures.events(panel));
    }
    return features;
  }

  private List<EffectWindow> windows(List<PlannedFeature> features, BitSet[] occasions) {
    List<EffectWindow> windows = new ArrayList<>();
    int marked = 0;
    for (int index : order) {
      List<EffectWindow> own = EffectWindow.of(panel.get(index), features, season);
      for (int back = 0; back < own.size(); back++) {
        EffectWindow window = own.get(back);
        if (window.teaches()) {
          windows.add(window);
          marked += window.x().length;
          note(window, back, occasions);
        }
      }
      if (marked >= MOST_MARKED) {
        break;
      }
    }
    return windows;
  }

  private static void note(EffectWindow window, int back, BitSet[] occasions) {
    for (int c = 0; c < occasions.length; c++) {
      if (!occasions[c].get(back) && window.varies(c)) {
        occasions[c].set(back);
      }
    }
  }

  private static double[] maximise(List<EffectWindow> windows, int features) {
    double[] beta = new double[features];
    double change = features == 0 ? 0 : Double.MAX_VALUE;
    for (int step = 0; step < MOST_STEPS && change > ENOUGH; step++) {
      change = newton(windows, beta);
    }
    return beta;
  }

  /** Takes one Newton step of the penalised likelihood and returns the greatest change. */
  private static double newton(List<EffectWindow> windows, double[] beta) {
    EffectLikelihood sums = new EffectLikelihood(beta);
    windows.forEach(sums::add);
    double[][] information = sums.information();
    double[] gradient = sums.gradient();
    for (int c = 0; c < beta.length; c++) {
      information[c][c] += RIDGE;
      gradient[c] -= RIDGE * beta[c];
    }
    double[] step =
        new CholeskyDecomposition(new Array2DRowRealMatrix(information, false), 1e-9, 1e-12)
            .getSolver()
            .solve(new ArrayRealVector(gradient, false))
            .toArray();
    double greatest = 0;
    for (int c = 0; c < beta.length; c++) {
      double bounded = Math.max(-1, Math.min(1, step[c]));
      beta[c] += bounded;
      greatest = Math.max(greatest, Math.abs(bounded));
    }
    return greatest;
  }
}
