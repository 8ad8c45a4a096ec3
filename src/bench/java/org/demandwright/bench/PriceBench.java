package org.demandwright.bench;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.core.decide.price.PriceFit;
import org.demandwright.core.decide.price.PriceHistory;
import org.demandwright.core.decide.price.PricePool;
import org.demandwright.core.decide.price.PriceRegression;
import org.demandwright.core.decide.price.PriceResponse;
import org.demandwright.core.decide.price.PriceSupport;
import org.demandwright.core.decide.price.PricedDays;
import org.demandwright.demo.DemoErp;
import org.demandwright.demo.generate.DemoSize;

/**
 * Holds what is estimated of prices against what the demo ERP has planted: {@code ./mvnw -q -Pbench
 * test -Dbench=PriceBench}; arguments: items (60), order lines (200,000), seed.
 */
public final class PriceBench {
  private final Connection erp;
  private final DemoSize size;
  private final Map<String, String> category = new TreeMap<>();
  private final Map<String, String> form = new HashMap<>();
  private final Map<String, Double> truth = new HashMap<>();
  private final Map<String, Double> list = new HashMap<>();
  private final Map<String, double[]> prices = new HashMap<>();
  private final Map<String, double[]> sold = new HashMap<>();
  private final Map<String, boolean[]> out = new HashMap<>();
  private final Map<String, boolean[]> promoted = new HashMap<>();
  private final List<String> sites = new ArrayList<>();

  private PriceBench(Connection erp, DemoSize size) {
    this.erp = erp;
    this.size = size;
  }

  public static void main(String... args) throws SQLException {
    int items = args.length > 0 ? Integer.parseInt(args[0]) : 60;
    int lines = args.length > 1 ? Integer.parseInt(args[1]) : 200_000;
    DemoSize full = DemoSize.full();
    long seed = args.length > 2 ? Long.parseLong(args[2]) : full.seed();
    DemoSize size =
        new DemoSize(items, full.sites(), full.days(), lines, full.lastDay(), seed)
            .withPlantedEffects();
    try (Connection erp = DriverManager.getConnection("jdbc:h2:mem:price")) {
      new DemoErp(size).load(erp);
      PriceBench bench = new PriceBench(erp, size);
      bench.read();
      bench.measure();
    }
  }

  private void measure() {
    long from = processor();
    Map<String, double[]> weekly = weekly();
    List<String> items = List.copyOf(category.keySet());
    List<PricePool.Member> members = new ArrayList<>();
    for (String item : items) {
      members.add(new PricePool.Member(category.get(item), fit(item, weekly)));
    }
    PricePool pool = PricePool.of(members);
    System.out.printf(
        Locale.ROOT,
        "%d items at %d sites, %.1f s of processor time; variance between items %.3f%n%n",
        items.size(),
        sites.size(),
        (processor() - from) / 1e9,
        pool.between());
    Map<String, Tally> tallies = new TreeMap<>();
    for (int i = 0; i < items.size(); i++) {
      String of = form.get(items.get(i));
      PriceResponse response = pool.of(members.get(i));
      tallies.computeIfAbsent(of, f -> new Tally()).add(this, items.get(i), response);
      if (of.equals("CONSTANT") || of.equals("SATURATING")) {
        tallies.computeIfAbsent("informative", f -> new Tally()).add(this, items.get(i), response);
      } else {
        tallies
            .computeIfAbsent("uninformative", f -> new Tally())
            .add(this, items.get(i), response);
      }
    }
    System.out.println(
        "| form | items | answered | in the 80 % band | median width | mean abs. error | pooled mean | no effect | own alone | demand at the ends in its band | refused because |");
    System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|");
    tallies.forEach((of, tally) -> tally.print(of, pool));
  }

  private static long processor() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** The elasticity between the ends of the support, which is what one exponent can tell. */
  private double arc(String item, PriceSupport support) {
    return Math.log(effect(item, support.high()) / effect(item, support.low()))
        / Math.log(support.high() / support.low());
  }

  /** The true factor of a price against the first one. */
  private double effect(String item, double price) {
    double relative = price / list.get(item);
    double elasticity = truth.get(item);
    return form.get(item).equals("SATURATING")
        ? 2 / (1 + Math.pow(relative, -2 * elasticity))
        : Math.pow(relative, elasticity);
  }

  private static final class Tally {
    private int items;
    private int answered;
    private int covered;
    private int ends;
    private int endsCovered;
    private final List<Double> widths = new ArrayList<>();
    private final List<Double> errors = new ArrayList<>();
    private final List<Double> pooled = new ArrayList<>();
    private final List<Double> nothing = new ArrayList<>();
    private final List<Double> own = new ArrayList<>();
    private final Map<String, Integer> refused = new TreeMap<>();

    void add(PriceBench bench, String item, PriceResponse response) {
      items++;
      if (!response.isKnown()) {
        refused.merge(response.unknown().get().name(), 1, Integer::sum);
        return;
      }
      answered++;
      PriceSupport support = response.fit().widest();
      double truth = bench.arc(item, support);
      covered += truth >= response.low() && truth <= response.high() ? 1 : 0;
      widths.add(response.high() - response.low());
      errors.add(Math.abs(response.elasticity() - truth));
      pooled.add(Math.abs(response.pooled() - truth));
      own.add(Math.abs(response.fit().elasticity() - truth));
      nothing.add(Math.abs(truth));
      for (double price : new double[] {support.low(), support.high()}) {
        if (Math.abs(price / support.usual() - 1) > 0.01) {
          PriceResponse.Factor factor = response.factor(support.usual(), price);
          double real = bench.effect(item, price) / bench.effect(item, support.usual());
          ends++;
          endsCovered += real >= factor.low() && real <= factor.high() ? 1 : 0;
        }
      }
    }

    void print(String of, PricePool pool) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %d | %d | %.0f %% | %.2f | %.3f | %.3f | %.3f | %.3f | %.0f %% | %s |%n",
          of,
          items,
          answered,
          100.0 * covered / answered,
          widths.stream().sorted().skip(widths.size() / 2).findFirst().orElse(Double.NaN),
          mean(errors),
          mean(pooled),
          mean(nothing),
          mean(own),
          100.0 * endsCovered / ends,
          refused);
    }

    private static double mean(List<Double> of) {
      return of.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
    }
  }

  private Map<String, double[]> weekly() {
    Map<String, double[]> weekly = new HashMap<>();
    category.forEach(
        (item, of) -> {
          double[] sums =
              weekly.computeIfAbsent(of, c -> new double[PriceHistory.weeks(size.days())]);
          add(item, sums, 1);
        });
    return weekly;
  }

  private void add(String item, double[] sums, int sign) {
    for (String site : sites) {
      double[] units = sold.getOrDefault(item + "/" + site, new double[size.days()]);
      for (int d = 0; d < units.length; d++) {
        sums[d / PriceHistory.WEEK] += sign * units[d];
      }
    }
  }

  private PriceFit fit(String item, Map<String, double[]> weekly) {
    double[] others = weekly.get(category.get(item)).clone();
    add(item, others, -1);
    for (int w = 0; w < others.length; w++) {
      others[w] = Math.max(0, others[w]);
    }
    List<PricedDays> all = new ArrayList<>();
    for (String site : sites) {
      String key = item + "/" + site;
      all.add(
          new PricedDays(
              site,
              sold.getOrDefault(key, new double[size.days()]),
              prices.get(item),
              out.getOrDefault(key, new boolean[size.days()]),
              promoted.getOrDefault(key, new boolean[size.days()])));
    }
    return PriceRegression.of(new PriceHistory(size.firstDay(), all, others));
  }

  private int day(LocalDate day) {
    return (int) ChronoUnit.DAYS.between(size.firstDay(), day);
  }

  private interface Row {
    void of(ResultSet row) throws SQLException;
  }

  private void each(String query, Row row) throws SQLException {
    try (Statement statement = erp.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        row.of(rows);
      }
    }
  }

  private static String key(ResultSet row) throws SQLException {
    return row.getString("item_id") + "/" + row.getString("site_id");
  }

  private void fill(boolean[] days, int from, int to) {
    if (from < days.length && to >= 0) {
      Arrays.fill(days, Math.max(0, from), Math.min(days.length, to + 1), true);
    }
  }

  private void read() throws SQLException {
    each("select site_id from site order by site_id", row -> sites.add(row.getString(1)));
    Map<String, int[]> sale = new HashMap<>();
    each(
        "select item_id, category, introduced_on, discontinued_on from item",
        row -> {
          category.put(row.getString(1), row.getString(2));
          LocalDate end = row.getObject(4, LocalDate.class);
          sale.put(
              row.getString(1),
              new int[] {
                day(row.getObject(3, LocalDate.class)), end == null ? size.days() : day(end)
              });
        });
    each(
        "select item_id, effect, meaning from true_effect where effect_kind = 'PRICE_FORM'",
        row -> form.put(row.getString(1), row.getString(3)));
    each(
        "select item_id, effect from true_effect where effect_kind = 'PRICE_ELASTICITY'",
        row -> truth.put(row.getString(1), row.getDouble(2)));
    each(
        "select item_id, valid_from, valid_to, unit_price from price_list order by item_id,"
            + " valid_from",
        row -> {
          String item = row.getString(1);
          list.putIfAbsent(item, row.getDouble(4));
          double[] days = prices.computeIfAbsent(item, i -> new double[size.days()]);
          LocalDate to = row.getObject(3, LocalDate.class);
          int[] on = sale.get(item);
          int from = Math.max(on[0], day(row.getObject(2, LocalDate.class)));
          int end = Math.min(on[1], to == null ? days.length : day(to) + 1);
          if (from < Math.min(end, days.length)) {
            Arrays.fill(days, from, Math.min(end, days.length), row.getDouble(4));
          }
        });
    each(
        "select item_id, site_id, demand_date, sum(quantity) as units from dw_sales_line"
            + " where excluded_because is null and quantity > 0 and quantity < 100000"
            + " and demand_date is not null and item_id in (select item_id from item)"
            + " group by item_id, site_id, demand_date",
        row -> {
          int day = day(row.getObject("demand_date", LocalDate.class));
          if (day >= 0 && day < size.days()) {
            sold.computeIfAbsent(key(row), k -> new double[size.days()])[day] +=
                row.getDouble("units");
          }
        });
    each(
        "select p.item_id, s.site_id, p.from_date, p.to_date from promotion p join site s"
            + " on s.site_id = coalesce(p.site_id, s.site_id)",
        row ->
            fill(
                promoted.computeIfAbsent(key(row), k -> new boolean[size.days()]),
                day(row.getObject(3, LocalDate.class)),
                day(row.getObject(4, LocalDate.class))));
    each(
        "select item_id, site_id, posted_on, next_on from (select item_id, site_id, posted_on,"
            + " balance_after, lead(posted_on) over (partition by item_id, site_id"
            + " order by source_key) as next_on from dw_stock_ledger) m where balance_after <= 0",
        row -> {
          LocalDate next = row.getObject(4, LocalDate.class);
          fill(
              out.computeIfAbsent(key(row), k -> new boolean[size.days()]),
              day(row.getObject(3, LocalDate.class)),
              next == null ? size.days() : day(next) - 1);
        });
  }
}
