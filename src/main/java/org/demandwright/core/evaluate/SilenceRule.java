package org.demandwright.core.evaluate;

import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.demand.DemandSeries;

/**
 * Tells an item that fell silent from one that pauses.
 *
 * <p>In a period in which it sells with probability p, an item at a site of activity a is silent
 * with probability 1 − p·a. p is Beta distributed by the item's last {@value #GAPS} gaps between
 * demands (Jeffreys' prior), and known a little better with each further silent period. An item
 * that lived n periods ends in the next one with probability 1 ÷ (n + 1) (Laplace's rule of
 * succession), so that days, weeks and months tell the same. Bayes' rule gives the probability that
 * it still sells, as in the beta-geometric/beta-binomial model; below {@link #limit} it fell
 * silent.
 *
 * <p>Never silent is an item that paused as long before; that sold in less than a quarter of its
 * usual share of periods in the same weeks a year ago (its season explains it); periods without
 * stock do not count, nor do those in which the whole site sold nothing ({@link SiteActivity}).
 *
 * <p>Reference: P. S. Fader, B. G. S. Hardie and J. Shang, Customer-base analysis in a
 * discrete-time noncontractual setting, Marketing Science 29 (2010) 1086–1108.
 *
 * @param limit probability to sell on below which an item counts as silent, 0–{@value #MOST}
 * @param activity of the sites up to the same origin
 */
public record SilenceRule(double limit, SiteActivity activity) {
  /** Of the items declared silent at most this share may sell again within the horizon. */
  public static final double MOST = 0.1;

  private static final int GAPS = 10;
  private static final double JEFFREYS = 0.5;
  private static final double OUT_OF_SEASON = 0.25;
  private static final SilenceRule UNTAUGHT = new SilenceRule(MOST, SiteActivity.usual());

  public SilenceRule {
    Objects.requireNonNull(activity, "activity");
    if (!(limit >= 0 && limit <= MOST)) {
      throw new IllegalArgumentException("limit " + limit + " is not 0–" + MOST);
    }
  }

  /** Returns the rule for a series about whose neighbours nothing is known. */
  public static SilenceRule untaught() {
    return UNTAUGHT;
  }

  /** Returns the silence at the end of a series, empty where it has none that is improbable. */
  public Optional<Silence> of(DemandSeries series) {
    return suspected(series).filter(s -> s.alive() < limit);
  }

  /** Returns the silence at the end of a series, however probable; empty where an excuse holds. */
  Optional<Silence> suspected(DemandSeries series) {
    Pauses pauses = Pauses.of(series);
    if (pauses.silent() == 0 || pauses.demands() < 2 || pauses.silent() <= pauses.longest()) {
      return Optional.empty();
    }
    int since = pauses.since();
    return outOfSeason(series, since) ? Optional.empty() : Optional.of(judged(series, pauses));
  }

  private Silence judged(DemandSeries series, Pauses pauses) {
    double sales = JEFFREYS + pauses.recentGaps(GAPS);
    double periods = 2 * JEFFREYS + pauses.recentPeriods(GAPS);
    double hazard = 1.0 / (pauses.lived() + 1);
    double silence = 1;
    double survived = 1;
    double ended = 0;
    for (int i = pauses.since(); i < series.size(); i++) {
      if (series.observed(i)) {
        ended += survived * hazard * silence;
        survived *= 1 - hazard;
        double a = activity.at(series.key(), series.size() - i);
        double p = sales / periods;
        silence *= a <= 1 ? 1 - p * a : Math.pow(1 - p, a);
        periods += a;
      }
    }
    double alive = silence * survived / (silence * survived + ended);
    return new Silence(series.period(pauses.since()), pauses.silent(), alive, hazard);
  }

  /** Returns whether the same time of the year was as silent a year ago. */
  private static boolean outOfSeason(DemandSeries series, int since) {
    int year = series.first().bucket().year();
    if (since < year) {
      return false;
    }
    Share then = Share.of(series, since - year, series.size() - year);
    Share usual = Share.of(series, since - year, since);
    return then.periods() > 0 && then.share() <= OUT_OF_SEASON * usual.share();
  }

  /** Observed periods of a stretch, and how many had demand. */
  private record Share(int periods, int demands) {
    static Share of(DemandSeries series, int from, int to) {
      int periods = 0;
      int demands = 0;
      for (int i = from; i < Math.min(to, series.size()); i++) {
        periods += series.observed(i) ? 1 : 0;
        demands += series.observed(i) && series.units().get(i) > 0 ? 1 : 0;
      }
      return new Share(periods, demands);
    }

    double share() {
      return periods == 0 ? 0 : (double) demands / periods;
    }
  }
}
