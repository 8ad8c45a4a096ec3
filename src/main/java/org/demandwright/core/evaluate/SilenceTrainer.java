package org.demandwright.core.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.demand.DemandSeries;

/**
 * Learns from a panel's own past when a silence means the end: at past origins every silent series
 * is judged by what was known there, and it is counted which sold again within the horizon.
 *
 * <p>The limit is the largest of {@value SilenceRule#MOST}, a third of it, a tenth … at which at
 * most two thirds of {@value SilenceRule#MOST} of those below it sold again, for the next origin
 * will be less kind than those learned from; 0 where even the last does not hold. Few replays say
 * little, so each share is drawn to what the next larger limit showed, and the first to that aim,
 * with the weight of {@value #WEIGHT} series: where the rule fails on a panel, a smaller limit must
 * prove itself.
 */
public final class SilenceTrainer {
  private static final int STEPS = 12;
  private static final double STEP = Math.sqrt(10);
  private static final double WEIGHT = 20;
  private static final double AIM = 2 * SilenceRule.MOST / 3;

  private record Replay(double alive, boolean soldAgain) {}

  private final List<Replay> replays = new ArrayList<>();

  /**
   * Replays one series.
   *
   * @param known periods before the past origin
   * @param horizon periods after it in which it may sell again
   * @param activity of the sites up to that origin
   */
  public void replay(DemandSeries series, int known, int horizon, SiteActivity activity) {
    if (known < 1 || known + horizon > series.size()) {
      return;
    }
    Optional<Silence> silence = new SilenceRule(SilenceRule.MOST, activity).of(series.head(known));
    silence.ifPresent(s -> replays.add(new Replay(s.alive(), sells(series, known, horizon))));
  }

  private static boolean sells(DemandSeries series, int from, int horizon) {
    return series.units().slice(from, from + horizon).sum() > 0;
  }

  /**
   * Returns the rule.
   *
   * @param activity of the sites up to the origin at which it will judge
   */
  public SilenceRule rule(SiteActivity activity) {
    double limit = SilenceRule.MOST;
    double share = AIM;
    for (int i = 0; i < STEPS; i++, limit /= STEP) {
      share = returned(limit, share);
      if (share <= AIM) {
        return new SilenceRule(limit, activity);
      }
    }
    return new SilenceRule(0, activity);
  }

  private double returned(double limit, double prior) {
    long all = replays.stream().filter(r -> r.alive() < limit).count();
    long back = replays.stream().filter(r -> r.alive() < limit && r.soldAgain()).count();
    return (back + WEIGHT * prior) / (all + WEIGHT);
  }
}
