package org.demandwright.core.feature;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Covariates;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;

/**
 * A panel whose truth is known: Poisson demand = level × season of the phase × promotion effect ×
 * price^elasticity.
 *
 * @param histories what is known at the origin, plans included
 * @param truth expected demand per series and step after the origin
 */
public record SimulatedDemand(List<History> histories, List<double[]> truth) {

  /**
   * What the world is like.
   *
   * @param bucket width of a period
   * @param series number of series
   * @param periods periods before the origin
   * @param horizon periods after it
   * @param season factor per phase
   * @param promotion factor of a promoted period
   * @param elasticity of demand to the relative price
   */
  public record World(
      Bucket bucket,
      int series,
      int periods,
      int horizon,
      double[] season,
      double promotion,
      double elasticity) {}

  public static World plain(Bucket bucket, int series, int periods, int horizon) {
    return new World(bucket, series, periods, horizon, new double[] {1}, 1, 0);
  }

  public static SimulatedDemand of(World world, long seed) {
    List<History> histories = new ArrayList<>();
    List<double[]> truth = new ArrayList<>();
    for (int s = 0; s < world.series(); s++) {
      Random random = new Random(seed * 31 + s);
      int all = world.periods() + world.horizon();
      double level = Math.exp(1 + 2 * random.nextDouble());
      double[] promoted = promotions(world, random, all);
      double[] price = prices(world, random, all);
      Period first = Period.of(world.bucket(), LocalDate.of(2021, 3, 1));
      double[] mean = new double[all];
      for (int t = 0; t < all; t++) {
        int phase = SeasonProfile.phase(first.ordinal() + t, world.season().length);
        mean[t] =
            level
                * world.season()[phase]
                * Math.pow(world.promotion(), promoted[t])
                * Math.pow(price[t], world.elasticity());
      }
      double[] units = new double[world.periods()];
      for (int t = 0; t < units.length; t++) {
        units[t] = poisson(random, mean[t]);
      }
      histories.add(
          new History(
              DemandSeries.of(SeriesKey.of("item-" + s), first, units),
              new Covariates(
                  DoubleVector.of(price), DoubleVector.of(promoted), "aisle = " + s % 2)));
      truth.add(Arrays.copyOfRange(mean, world.periods(), all));
    }
    return new SimulatedDemand(histories, truth);
  }

  /** A tenth of the stretches of five periods is promoted, and always steps 5–9 of the horizon. */
  private static double[] promotions(World world, Random random, int all) {
    double[] promoted = new double[all];
    for (int t = 0; t < all && world.promotion() != 1; t += 5) {
      boolean on = t >= world.periods() ? t - world.periods() == 5 : random.nextInt(10) == 0;
      for (int i = t; i < Math.min(all, t + 5); i++) {
        promoted[i] = on ? 1 : 0;
      }
    }
    return promoted;
  }

  private static double[] prices(World world, Random random, int all) {
    double[] price = new double[all];
    double now = 1;
    for (int t = 0; t < all; t++) {
      if (world.elasticity() != 0 && t % 7 == 0) {
        now = random.nextInt(4) == 0 ? 0.8 : 1;
      }
      price[t] = now;
    }
    return price;
  }

  private static int poisson(Random random, double mean) {
    double limit = Math.exp(-mean);
    int k = 0;
    for (double p = random.nextDouble(); p > limit; p *= random.nextDouble()) {
      k++;
    }
    return k;
  }
}
