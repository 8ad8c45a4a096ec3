package org.demandwright.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.decide.promotion.MarketDays;
import org.demandwright.core.decide.promotion.PlaceDays;
import org.demandwright.core.decide.promotion.Pooled;
import org.demandwright.core.decide.promotion.PromotionEffect;
import org.demandwright.core.decide.promotion.PromotionEffects;
import org.demandwright.core.decide.promotion.PromotionStudy;
import org.demandwright.core.decide.promotion.WhyUnknown;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Promotion;
import org.demandwright.demo.DemoErp;
import org.demandwright.demo.generate.DemoSize;

/**
 * Holds what is learned of promotions against what is planted in the demo ERP: how often bands of
 * 80 % hold the truth, how far estimates are off beside the category's mean and no effect at all,
 * and how many items are answered and refused. {@code ./mvnw -q -Pbench test
 * -Dbench=PromotionBench}; the argument {@code small} takes the ERP of the tests.
 */
public final class PromotionBench {
  private final Connection erp;
  private final DemoSize size;
  private final Map<String, double[]> sold = new TreeMap<>();
  private final Map<String, double[]> closing = new HashMap<>();
  private final Map<String, double[]> price = new HashMap<>();
  private final Map<String, String> category = new HashMap<>();
  private final Map<String, List<Promotion>> promotions = new HashMap<>();
  private final Map<String, Map<LocalDate, double[]>> paid = new HashMap<>();
  private final Map<String, Map<String, Double>> planted = new HashMap<>();
  private final Map<String, Double> uplifts = new HashMap<>();

  private PromotionBench(Connection erp, DemoSize size) {
    this.erp = erp;
    this.size = size;
  }

  public static void main(String... args) throws SQLException {
    DemoSize plain =
        args.length > 0 && args[0].equals("small") ? DemoSize.small() : DemoSize.full();
    DemoSize size = plain.withPlantedEffects();
    try (Connection erp = DriverManager.getConnection("jdbc:h2:mem:promotions")) {
      new DemoErp(size).load(erp);
      PromotionBench bench = new PromotionBench(erp, size);
      bench.read();
      bench.compare();
    }
  }

  private PromotionEffects learn() {
    MarketDays market = new MarketDays(size.firstDay(), size.days());
    sold.values().forEach(units -> market.add(DoubleVector.of(units)));
    PromotionStudy study = new PromotionStudy(market, size.days());
    sold.keySet().forEach(key -> study.add(place(key)));
    return study.effects();
  }

  private void compare() {
    long from = System.nanoTime();
    PromotionEffects learned = learn();
    System.out.printf(
        Locale.ROOT,
        "%d items at sites, %.1f s; promotions of an item differ by %.3f, slope on depth %.2f%n%n",
        sold.size(),
        (System.nanoTime() - from) / 1e9,
        learned.again(),
        learned.slope());
    verdicts(learned);
    Score uplift = new Score();
    Score dip = new Score();
    for (PromotionEffect e : learned.items()) {
      String item = e.item().itemId();
      if (e.uplift().isPresent() && !movesWithPrice(item)) {
        PromotionEffect pooled = category(learned, e.category());
        uplift.add(e.uplift().get(), trueUplift(item), pooled.uplift().orElseThrow().value());
        if (e.dip().isPresent()) {
          dip.add(
              e.dip().get(),
              -planted.get(item).get("POST_PROMOTION_DIP"),
              pooled.dip().orElseThrow().value());
        }
      }
    }
    System.out.println(
        "| | items | in the 80 % band | median width | error | of the category's mean | of no effect | weight |");
    System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|");
    uplift.print("uplift");
    dip.print("dip");
    taken(learned);
  }

  private void verdicts(PromotionEffects learned) {
    int[] of = new int[4];
    Map<WhyUnknown, Integer> why = new EnumMap<>(WhyUnknown.class);
    for (PromotionEffect e : learned.items()) {
      boolean tells = e.evidence().promotions() > 0 && !movesWithPrice(e.item().itemId());
      of[tells ? 0 : 2]++;
      of[tells ? 1 : 3] += e.uplift().isPresent() == tells ? 1 : 0;
      e.unknown().ifPresent(w -> why.merge(w, 1, Integer::sum));
    }
    System.out.printf(
        "answered %d of %d with information, refused %d of %d without; %s%n%n",
        of[1], of[0], of[3], of[2], why);
  }

  private void taken(PromotionEffects learned) {
    System.out.println();
    System.out.println("| category | taken, true | told | 80 % band |");
    System.out.println("|---|---:|---:|---|");
    for (PromotionEffect c : learned.categories()) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %.2f | %s |%n",
          c.category(),
          trueTaken(c.category()),
          c.taken()
              .map(
                  t ->
                      String.format(
                          Locale.ROOT, "%.2f | %.2f to %.2f", t.value(), t.low(), t.high()))
              .orElse("cannot know |"));
    }
  }

  private boolean movesWithPrice(String item) {
    return planted.get(item).getOrDefault("PRICE_FORM", -1.0) == 2;
  }

  private double trueUplift(String item) {
    List<Promotion> past =
        promotions.getOrDefault(item, List.of()).stream()
            .filter(p -> !p.to().isAfter(size.lastDay()))
            .toList();
    return Math.exp(
            past.stream()
                .mapToDouble(p -> Math.log(uplifts.get(p.promotionId())))
                .average()
                .orElseThrow())
        - 1;
  }

  /** By what its items sell more. */
  private double trueTaken(String of) {
    double sum = 0;
    double weight = 0;
    for (String key : sold.keySet()) {
      String item = key.split("/", 2)[0];
      if (category.get(item).equals(of) && promotions.containsKey(item)) {
        double units = 0;
        for (double u : sold.get(key)) {
          units += u;
        }
        double more = units * trueUplift(item);
        weight += more;
        sum += more * planted.get(item).getOrDefault("CANNIBALISATION", 0.0);
      }
    }
    return sum / weight;
  }

  private static PromotionEffect category(PromotionEffects learned, String category) {
    return learned.categories().stream()
        .filter(c -> c.category().equals(category))
        .findFirst()
        .orElseThrow();
  }

  /** How estimates compare with the truth. */
  private static final class Score {
    private final List<Double> widths = new ArrayList<>();
    private int within;
    private double own;
    private double pooled;
    private double none;
    private double weight;

    void add(Pooled told, double truth, double mean) {
      widths.add(told.high() - told.low());
      within += told.low() <= truth && truth <= told.high() ? 1 : 0;
      own += Math.abs(told.value() - truth);
      pooled += Math.abs(mean - truth);
      none += Math.abs(truth);
      weight += told.weight();
    }

    void print(String name) {
      int n = widths.size();
      widths.sort(Double::compare);
      System.out.printf(
          Locale.ROOT,
          "| %s | %d | %.1f %% | %.3f | **%.3f** | %.3f | %.3f | %.2f |%n",
          name,
          n,
          100.0 * within / n,
          widths.get(n / 2),
          own / n,
          pooled / n,
          none / n,
          weight / n);
    }
  }

  private PlaceDays place(String key) {
    String[] parts = key.split("/", 2);
    return new PlaceDays(
        new ItemKey("DW", parts[0]),
        parts[1],
        category.get(parts[0]),
        size.firstDay(),
        DoubleVector.of(sold.get(key)),
        empty(closing.get(key)),
        DoubleVector.of(price.get(parts[0])),
        promotions.getOrDefault(parts[0], List.of()).stream()
            .filter(p -> p.siteId() == null || p.siteId().equals(parts[1]))
            .toList(),
        paid.get(key).entrySet().stream()
            .map(e -> new PlaceDays.WeekPaid(e.getKey(), e.getValue()[0], e.getValue()[1]))
            .toList());
  }

  /** Days that begin with nothing there. */
  private static BitSet empty(double[] closing) {
    BitSet empty = new BitSet();
    double last = 1;
    for (int d = 0; closing != null && d < closing.length; d++) {
      empty.set(d, last <= 0);
      last = Double.isNaN(closing[d]) ? last : closing[d];
    }
    return empty;
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

  private void read() throws SQLException {
    each(
        "select item_id, category from item",
        row -> category.put(row.getString(1), row.getString(2)));
    each(
        "select item_id, site_id, demand_date, sum(quantity) as units, sum(net_amount) as money"
            + " from dw_sales_line where excluded_because is null and quantity > 0"
            + " and quantity < 100000 and demand_date is not null"
            + " and item_id in (select item_id from item) group by item_id, site_id, demand_date",
        row -> {
          LocalDate on = row.getObject("demand_date", LocalDate.class);
          int day = day(on);
          if (day >= 0 && day < size.days()) {
            sold.computeIfAbsent(key(row), k -> new double[size.days()])[day] +=
                row.getDouble("units");
            LocalDate monday = on.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            double[] week =
                paid.computeIfAbsent(key(row), k -> new TreeMap<>())
                    .computeIfAbsent(monday, m -> new double[2]);
            week[0] += row.getDouble("units");
            week[1] += row.getDouble("money");
          }
        });
    each(
        "select promotion_id, item_id, site_id, from_date, to_date from dw_promotion",
        row ->
            promotions
                .computeIfAbsent(row.getString(2), k -> new ArrayList<>())
                .add(
                    new Promotion(
                        row.getString(1),
                        new ItemKey("DW", row.getString(2)),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class))));
    each("select item_id, valid_from, valid_to, unit_price from dw_price", this::readPrice);
    each(
        "select * from dw_stock_ledger order by source_key",
        row ->
            closing
                    .computeIfAbsent(
                        key(row),
                        k -> {
                          double[] all = new double[size.days()];
                          Arrays.fill(all, Double.NaN);
                          return all;
                        })[day(row.getObject("posted_on", LocalDate.class))] =
                row.getDouble("balance_after"));
    each(
        "select effect_kind, item_id, reference, effect from true_effect where item_id is not null",
        row -> {
          planted
              .computeIfAbsent(row.getString(2), k -> new HashMap<>())
              .put(row.getString(1), row.getDouble(4));
          if (row.getString(1).equals("PROMOTION")) {
            uplifts.put(row.getString(3), row.getDouble(4));
          }
        });
  }

  private void readPrice(ResultSet row) throws SQLException {
    double[] days = price.computeIfAbsent(row.getString(1), k -> new double[size.days()]);
    LocalDate last = row.getObject(3, LocalDate.class);
    int to = last == null ? days.length - 1 : Math.min(days.length - 1, day(last));
    for (int d = Math.max(0, day(row.getObject(2, LocalDate.class))); d <= to; d++) {
      days[d] = row.getDouble(4);
    }
  }
}
