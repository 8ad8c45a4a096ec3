package org.demandwright.core.evaluate;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.SeriesKey;

/**
 * How much of a site's assortment sold in each period, relative to the year before the end: 1 is as
 * usual, 0 is a closed site or a source that fell silent. With few items it says little and stays
 * near 1.
 *
 * <p>With s items of which n sold in a period and the usual share q, it is (n + 1) ÷ (s·q + 1); but
 * 0 where none sold of at least {@value #ENOUGH} expected, which by chance happens once in twenty
 * (Poisson).
 *
 * @param bySite by org and site, aligned to the common end of all series
 */
public record SiteActivity(Map<String, DoubleVector> bySite) {
  private static final double ENOUGH = 3;
  private static final SiteActivity USUAL = new SiteActivity(Map.of());

  public SiteActivity {
    bySite = Map.copyOf(bySite);
  }

  /** Returns the activity of which nothing is known: always as usual. */
  public static SiteActivity usual() {
    return USUAL;
  }

  /**
   * Learns from all series up to an origin.
   *
   * @param panel in any order, all ending together
   * @param year periods of a year
   */
  public static SiteActivity of(Collection<DemandSeries> panel, int year) {
    return of(panel.stream(), year);
  }

  /**
   * Learns from all series up to an origin, of which it takes one after the other.
   *
   * @param panel in any order, all ending together
   * @param year periods of a year
   */
  public static SiteActivity of(Stream<DemandSeries> panel, int year) {
    Map<String, Counts> counts = new TreeMap<>();
    panel.forEach(
        series -> counts.computeIfAbsent(site(series.key()), s -> new Counts()).add(series));
    int longest = counts.values().stream().mapToInt(Counts::periods).max().orElse(0);
    Map<String, DoubleVector> bySite = new TreeMap<>();
    counts.forEach((site, c) -> bySite.put(site, c.activity(longest, year)));
    return new SiteActivity(bySite);
  }

  /**
   * Returns the activity at a series' site, {@code back} periods before the end (1 = the newest).
   */
  double at(SeriesKey key, int back) {
    DoubleVector activity = bySite.get(site(key));
    return activity == null || back > activity.size() ? 1 : activity.get(activity.size() - back);
  }

  private static String site(SeriesKey key) {
    return key.org() + "|" + key.site();
  }

  /** Items offered and sold per period at one site, in as many periods as the longest series. */
  private static final class Counts {
    private int[] offered = new int[0];
    private int[] sold = new int[0];

    int periods() {
      return offered.length;
    }

    void add(DemandSeries series) {
      reachBack(series.size());
      int shift = offered.length - series.size();
      boolean launched = false;
      for (int i = 0; i < series.size(); i++) {
        if (series.observed(i)) {
          boolean sells = series.units().get(i) > 0;
          launched |= sells;
          offered[shift + i] += launched ? 1 : 0;
          sold[shift + i] += sells ? 1 : 0;
        }
      }
    }

    private void reachBack(int periods) {
      if (periods > offered.length) {
        offered = reachingBack(offered, periods);
        sold = reachingBack(sold, periods);
      }
    }

    private static int[] reachingBack(int[] counts, int periods) {
      int[] longer = new int[periods];
      System.arraycopy(counts, 0, longer, periods - counts.length, counts.length);
      return longer;
    }

    DoubleVector activity(int periods, int year) {
      reachBack(periods);
      int from = Math.max(0, offered.length - year);
      double all = 0;
      double some = 0;
      for (int t = from; t < offered.length; t++) {
        all += offered[t];
        some += sold[t];
      }
      double usual = all == 0 ? 0 : some / all;
      double[] activity = new double[offered.length];
      for (int t = 0; t < activity.length; t++) {
        double expected = usual * offered[t];
        activity[t] = sold[t] == 0 && expected >= ENOUGH ? 0 : (sold[t] + 1) / (expected + 1);
      }
      return DoubleVector.of(activity);
    }
  }
}
