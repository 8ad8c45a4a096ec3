package org.demandwright.core.decide.price;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * The elasticity of an item's demand by its own past: a log-linear regression of what was sold in a
 * week at one price on the logarithm of that price, by quasi-likelihood,
 *
 * <pre>
 * ln E[units] = site + trend + trend² + season + c · ln(others) + d · after + e · ln(price ÷ usual) + ln(days)
 * </pre>
 *
 * with the variance proportional to the mean (McCullagh &amp; Nelder 1989, <i>Generalized Linear
 * Models</i>, ch. 9). It is consistent whatever the distribution of demand is, zeros included, so
 * that intermittent demand needs no logarithm of nothing (Santos Silva &amp; Tenreyro 2006, <i>The
 * log of gravity</i>, Review of Economics and Statistics 88).
 *
 * <p>Days under promotion and days on which stock was out or ran out are left out; {@code after} is
 * the share of days within two weeks behind a promotion, {@code others} what the rest of the
 * category sold in that week, which stands for events that come to all; the season is yearly, one
 * sine wave from a year of days on and two from two years on. Days of a week weigh by what is sold
 * on them.
 *
 * <p>The variance of e is the largest of that of the quasi-likelihood, of one with blocks of four
 * weeks and of one with spells of one price as clusters (Liang &amp; Zeger 1986, Biometrika 73):
 * demand that is high for a while for another reason must not look like many observations.
 */
public final class PriceRegression {
  static final int LEAST_WEEKS = 26;
  static final int LEAST_SOLD_WEEKS = 13;
  static final int LEAST_PRICES = 3;
  static final int LEAST_CHANGES = 3;

  /** Prices that differ by less are the same. */
  static final double SAME = 0.005;

  /** A price counts that held for so many days that tell something. */
  static final int LEAST_DAYS = 7;

  private static final int AFTER_DAYS = 14;
  private static final double YEAR = 365.25;
  private static final int BLOCK_WEEKS = 4;
  private static final int LEAST_CLUSTERS = 6;
  private static final double WEEKDAY_DAYS = 30;
  private static final double FEW = 1e-9;

  private final PriceHistory history;
  private final List<PriceSupport> support = new ArrayList<>();
  private final List<Cell> cells = new ArrayList<>();
  private double[] weekdays = {};

  /**
   * What was sold at a site in a week at one price.
   *
   * @param spell the week in which that price began at the site: what begins at several sites at
   *     once is one spell
   */
  private record Cell(
      int site, int week, int spell, double units, double days, double price, double after) {}

  private PriceRegression(PriceHistory history) {
    this.history = history;
  }

  /** Returns what the past tells. */
  public static PriceFit of(PriceHistory history) {
    return new PriceRegression(history).fit();
  }

  private PriceFit fit() {
    for (PricedDays site : history.sites()) {
      support.add(supportOf(site));
    }
    PriceSupport widest = PriceFit.nothing(PriceUnknown.NO_PRICE, 0, support).widest();
    weekdays = weekdays();
    for (int s = 0; s < history.sites().size(); s++) {
      addCells(s);
    }
    int weeks = (int) cells.stream().mapToInt(Cell::week).distinct().count();
    long sold = cells.stream().filter(c -> c.units() > 0).mapToInt(Cell::week).distinct().count();
    if (history.sites().stream().noneMatch(s -> Arrays.stream(s.price()).anyMatch(p -> p > 0))) {
      return PriceFit.nothing(PriceUnknown.NO_PRICE, weeks, support);
    }
    if (widest.prices() < LEAST_PRICES || widest.changes() < LEAST_CHANGES) {
      return PriceFit.nothing(
          widest.promotedPrices() > 0
              ? PriceUnknown.WITH_PROMOTION
              : widest.changes() == 0 ? PriceUnknown.NO_VARIATION : PriceUnknown.TOO_FEW_PRICES,
          weeks,
          support);
    }
    if (weeks < LEAST_WEEKS || sold < LEAST_SOLD_WEEKS) {
      return PriceFit.nothing(PriceUnknown.TOO_LITTLE_DEMAND, weeks, support);
    }
    return regress(weeks);
  }

  private static PriceSupport supportOf(PricedDays site) {
    TreeMap<Double, Integer> telling = new TreeMap<>();
    TreeMap<Double, Integer> promotedOnly = new TreeMap<>();
    int changes = 0;
    int promoted = 0;
    int out = 0;
    double last = 0;
    for (int day = 0; day < site.units().length; day++) {
      promoted += site.promoted()[day] ? 1 : 0;
      out += site.out()[day] ? 1 : 0;
      double price = site.price()[day];
      if (site.tells(day)) {
        telling.merge(price, 1, Integer::sum);
        changes += last > 0 && differ(price, last) ? 1 : 0;
        last = price;
      } else if (price > 0 && site.promoted()[day]) {
        promotedOnly.merge(price, 1, Integer::sum);
      }
    }
    List<Double> levels = levels(telling);
    long only =
        levels(promotedOnly).stream()
            .filter(p -> telling.keySet().stream().allMatch(t -> differ(p, t)))
            .count();
    return new PriceSupport(
        site.site(),
        median(telling),
        levels.isEmpty() ? 0 : levels.get(0),
        levels.isEmpty() ? 0 : levels.get(levels.size() - 1),
        levels.size(),
        changes,
        telling.values().stream().mapToInt(d -> d).sum(),
        promoted,
        out,
        (int) only);
  }

  private static boolean differ(double one, double other) {
    return Math.abs(one / other - 1) > SAME;
  }

  /** Returns different prices that held long enough, in order. */
  private static List<Double> levels(TreeMap<Double, Integer> days) {
    List<Double> levels = new ArrayList<>();
    double from = 0;
    int together = 0;
    for (Map.Entry<Double, Integer> e : days.entrySet()) {
      if (from == 0 || differ(e.getKey(), from)) {
        from = e.getKey();
        together = 0;
      }
      boolean before = together >= LEAST_DAYS;
      together += e.getValue();
      if (!before && together >= LEAST_DAYS) {
        levels.add(from);
      }
    }
    return levels;
  }

  private static double median(TreeMap<Double, Integer> days) {
    int half = days.values().stream().mapToInt(d -> d).sum() / 2;
    for (Map.Entry<Double, Integer> e : days.entrySet()) {
      half -= e.getValue();
      if (half < 0) {
        return e.getKey();
      }
    }
    return 0;
  }

  /**
   * How much of a week's demand each weekday has, 1 on average; drawn to 1 where little is known.
   */
  private double[] weekdays() {
    double[] units = new double[PriceHistory.WEEK];
    double[] days = new double[PriceHistory.WEEK];
    for (PricedDays site : history.sites()) {
      for (int day = 0; day < site.units().length; day++) {
        if (site.tells(day)) {
          units[day % PriceHistory.WEEK] += site.units()[day];
          days[day % PriceHistory.WEEK]++;
        }
      }
    }
    double mean = Arrays.stream(units).sum() / Math.max(1, Arrays.stream(days).sum());
    double[] weights = new double[PriceHistory.WEEK];
    for (int d = 0; d < weights.length; d++) {
      weights[d] =
          mean == 0 ? 1 : (units[d] + WEEKDAY_DAYS * mean) / ((days[d] + WEEKDAY_DAYS) * mean);
    }
    return weights;
  }

  /** A site that never sold anything tells nothing. */
  private void addCells(int s) {
    PricedDays site = history.sites().get(s);
    double usual = support.get(s).usual();
    double all = 0;
    for (int day = 0; day < site.units().length; day++) {
      all += site.tells(day) ? site.units()[day] : 0;
    }
    if (usual == 0 || all <= 0) {
      return;
    }
    int spell = 0;
    double last = 0;
    int sincePromotion = AFTER_DAYS + 1;
    for (int from = 0; from < site.units().length; ) {
      int to = from;
      double units = 0;
      double days = 0;
      int telling = 0;
      int after = 0;
      double price = 0;
      while (to < site.units().length && to / PriceHistory.WEEK == from / PriceHistory.WEEK) {
        if (site.tells(to)) {
          if (price > 0 && differ(site.price()[to], price)) {
            break;
          }
          price = site.price()[to];
          units += site.units()[to];
          days += weekdays[to % PriceHistory.WEEK];
          telling++;
          after += sincePromotion <= AFTER_DAYS ? 1 : 0;
        }
        sincePromotion = site.promoted()[to] ? 1 : sincePromotion + 1;
        to++;
      }
      if (telling > 0) {
        spell = last == 0 || differ(price, last) ? from / PriceHistory.WEEK : spell;
        last = price;
        cells.add(
            new Cell(
                s,
                from / PriceHistory.WEEK,
                spell,
                units,
                Math.max(FEW, days),
                Math.log(price / usual),
                (double) after / telling));
      }
      from = to;
    }
  }

  private PriceFit regress(int weeks) {
    double[][] x = columns();
    double[] y = cells.stream().mapToDouble(Cell::units).toArray();
    double[] offset = cells.stream().mapToDouble(c -> Math.log(c.days())).toArray();
    QuasiPoisson fit = QuasiPoisson.of(x, y, offset);
    int price = x[0].length - 1;
    int[] blocks = cells.stream().mapToInt(c -> c.week() / BLOCK_WEEKS).toArray();
    int[] spells = cells.stream().mapToInt(Cell::spell).toArray();
    double variance =
        Math.max(
            fit.variance(price),
            Math.max(
                fit.clustered(price, blocks, LEAST_CLUSTERS),
                fit.clustered(price, spells, LEAST_CLUSTERS)));
    if (!fit.converged() || !Double.isFinite(variance) || variance <= 0) {
      return PriceFit.nothing(PriceUnknown.TOO_UNCERTAIN, weeks, support);
    }
    return new PriceFit(fit.coefficient(price), variance, weeks, support, Optional.empty());
  }

  /** One row a cell; the price comes last, columns that never vary are left out. */
  private double[][] columns() {
    TreeSet<Integer> sites = new TreeSet<>();
    cells.forEach(c -> sites.add(c.site()));
    List<Integer> order = new ArrayList<>(sites);
    List<double[]> columns = new ArrayList<>();
    for (int site : order) {
      columns.add(cells.stream().mapToDouble(c -> c.site() == site ? 1 : 0).toArray());
    }
    int days = history.days();
    double middle = days / 2.0;
    add(columns, c -> (day(c) - middle) / YEAR);
    add(columns, c -> square((day(c) - middle) / YEAR));
    int waves = days >= 2 * YEAR ? 2 : days >= YEAR ? 1 : 0;
    for (int wave = 1; wave <= waves; wave++) {
      double turn = 2 * Math.PI * wave / YEAR;
      add(columns, c -> Math.sin(turn * day(c)));
      add(columns, c -> Math.cos(turn * day(c)));
    }
    double[] others = others();
    if (others.length > 0) {
      add(columns, c -> others[c.week()]);
    }
    add(columns, Cell::after);
    columns.add(cells.stream().mapToDouble(Cell::price).toArray());
    double[][] x = new double[cells.size()][columns.size()];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < columns.size(); j++) {
        x[i][j] = columns.get(j)[i];
      }
    }
    return x;
  }

  private void add(List<double[]> columns, ToDoubleFunction<Cell> of) {
    double[] column = cells.stream().mapToDouble(of).toArray();
    double first = column[0];
    if (Arrays.stream(column).anyMatch(v -> Math.abs(v - first) > FEW)) {
      columns.add(column);
    }
  }

  private static double day(Cell c) {
    return c.week() * (double) PriceHistory.WEEK + PriceHistory.WEEK / 2.0;
  }

  /**
   * Logarithms of what the others sold against their mean; a week without counts as very little.
   */
  private double[] others() {
    double[] others = history.others();
    double mean = Arrays.stream(others).average().orElse(0);
    if (mean <= 0) {
      return new double[0];
    }
    return Arrays.stream(others).map(v -> Math.log((v + 0.05 * mean) / mean)).toArray();
  }

  private static double square(double v) {
    return v * v;
  }
}
