package org.demandwright.core.feature;

import java.util.ArrayList;
import java.util.List;
import org.demandwright.core.demand.Signals;

/**
 * The features of a pooled model: several steps side by side, each clipped to ±6 so that one
 * strange series cannot bend the regression.
 */
public final class FeaturePipeline {
  private static final double CLIP = 6;

  private final List<FeatureStep> steps;
  private final List<String> names;
  private final List<String> drivers;

  public FeaturePipeline(List<FeatureStep> steps) {
    this.steps = List.copyOf(steps);
    this.names = this.steps.stream().flatMap(step -> step.names().stream()).toList();
    this.drivers =
        this.steps.stream().flatMap(step -> step.names().stream().map(step::driverOf)).toList();
    if (names.size() != names.stream().distinct().count()) {
      throw new IllegalArgumentException("two features have the same name: " + names);
    }
  }

  /** Returns the pipeline that describes demand by 21 features, all relative to its level. */
  public static FeaturePipeline demand() {
    return new FeaturePipeline(
        List.of(
            new LagMeans(),
            new SaleFrequency(),
            new DemandScale(),
            new SmoothedLevels(),
            new RootMeans()));
  }

  public List<String> names() {
    return names;
  }

  /** Returns for each feature the driver under which an explanation counts it. */
  public List<String> drivers() {
    return drivers;
  }

  /** Returns this pipeline with one more step. */
  public FeaturePipeline with(FeatureStep step) {
    List<FeatureStep> more = new ArrayList<>(steps);
    more.add(step);
    return new FeaturePipeline(more);
  }

  /** Begins the pass over one series of at most {@code capacity} periods, without signals. */
  public Pass begin(int capacity) {
    return begin(capacity, Signals.none());
  }

  /** Begins the pass over one series of at most {@code capacity} periods. */
  public Pass begin(int capacity, Signals signals) {
    return new Pass(capacity, signals);
  }

  /** One pass over one series: feed it periods, read the features of any origin on the way. */
  public final class Pass {
    private final RunningDemand past;
    private final List<FeatureStep.Running> running;

    private Pass(int capacity, Signals signals) {
      past = new RunningDemand(capacity, signals);
      running = steps.stream().map(FeatureStep::begin).toList();
    }

    /** Sees the next period: base units, or NaN where it was not observed. */
    public void see(double units) {
      past.see(units);
      for (FeatureStep.Running step : running) {
        step.see(units);
      }
    }

    public RunningDemand past() {
      return past;
    }

    /** Returns the features at the present origin; the level must be above 0. */
    public double[] row() {
      double[] row = new double[names.size()];
      int at = 0;
      for (int i = 0; i < running.size(); i++) {
        running.get(i).write(past, row, at);
        at += steps.get(i).names().size();
      }
      for (int i = 0; i < row.length; i++) {
        row[i] = Math.max(-CLIP, Math.min(CLIP, row[i]));
      }
      return row;
    }
  }
}
