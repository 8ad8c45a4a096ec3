package org.demandwright.bench;

import java.math.BigDecimal;
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
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.decide.OpenDays;
import org.demandwright.core.decide.OrderedLine;
import org.demandwright.core.decide.StatedLeadTime;
import org.demandwright.core.decide.SupplyDays;
import org.demandwright.core.decide.risk.AlertQuality;
import org.demandwright.core.decide.risk.PlaceHistory;
import org.demandwright.core.decide.risk.Replay;
import org.demandwright.core.decide.risk.RiskKind;
import org.demandwright.demo.DemoErp;
import org.demandwright.demo.generate.DemoSize;

/**
 * Measures how often exceptions were right, by replaying the past of the demo ERP: for each kind
 * precision and recall on the later part, with a threshold chosen on the earlier part, beside the
 * ERP's own rule at as many alerts. Stock is that of the ERP's ledger. {@code ./mvnw -q -Pbench
 * test -Dbench=ExceptionsBench}; the argument {@code small} takes the ERP of the tests.
 */
public final class ExceptionsBench {
  private static final int WEEKS = 52;
  private static final int LEAD_TIMES_FROM = 730;
  private static final int OVERSTOCK_DAYS = 91;
  private static final double PRECISION = 0.6;

  /** As the settings have them unless told otherwise. */
  private static final Map<RiskKind, Double> LEAST =
      Map.of(
          RiskKind.STOCK_OUT, 0.0,
          RiskKind.OVERSTOCK, 0.95,
          RiskKind.SUPPLIER_LATE, 0.5,
          RiskKind.DEMAND_BREAK, 0.99);

  private final Connection erp;
  private final DemoSize size;
  private final Map<String, double[]> sold = new TreeMap<>();
  private final Map<String, double[]> stock = new HashMap<>();
  private final Map<String, double[]> promoted = new HashMap<>();
  private final Map<String, Double> minimum = new HashMap<>();
  private final Map<String, Integer> stated = new HashMap<>();
  private final Map<String, List<OrderedLine>> lines = new HashMap<>();

  private ExceptionsBench(Connection erp, DemoSize size) {
    this.erp = erp;
    this.size = size;
  }

  public static void main(String... args) throws SQLException {
    DemoSize size = args.length > 0 && args[0].equals("small") ? DemoSize.small() : DemoSize.full();
    try (Connection erp = DriverManager.getConnection("jdbc:h2:mem:exceptions")) {
      new DemoErp(size).load(erp);
      ExceptionsBench bench = new ExceptionsBench(erp, size);
      bench.read();
      bench.replay();
    }
  }

  private void replay() {
    List<LocalDate> mornings =
        IntStream.rangeClosed(1, WEEKS)
            .mapToObj(week -> size.lastDay().plusDays(1).minusWeeks(week))
            .toList();
    List<OrderedLine> all = lines.values().stream().flatMap(List::stream).toList();
    long from = System.nanoTime();
    Replay replay = new Replay(all, mornings, LEAD_TIMES_FROM, OVERSTOCK_DAYS);
    sold.keySet().stream().map(this::place).forEach(replay::add);
    System.out.printf(
        Locale.ROOT, "%d places, %.1f s%n%n", sold.size(), (System.nanoTime() - from) / 1e9);
    System.out.println(
        "| kind | threshold | reached | earlier | cases | came | said | later | rule |");
    System.out.println("|---|---:|---|---:|---:|---:|---:|---:|---:|");
    replay
        .cases()
        .forEach(
            (kind, cases) ->
                print(kind.name(), AlertQuality.of(cases, PRECISION, LEAST.get(kind))));
  }

  private static void print(String kind, AlertQuality q) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %.3f | %s | %.2f at %.2f | %d | %d | %d | **%.2f at %.2f** | %.2f at %.2f |%n",
        kind,
        q.threshold(),
        q.reached() ? "yes" : "no",
        q.earlier().precision(),
        q.earlier().recall(),
        q.later().cases(),
        q.later().events(),
        q.later().alerts(),
        q.later().precision(),
        q.later().recall(),
        q.rule().precision(),
        q.rule().recall());
  }

  private PlaceHistory place(String key) {
    String item = key.split("/", 2)[0];
    double rule = minimum.getOrDefault(key, 0.0);
    return new PlaceHistory(
        key,
        lines.getOrDefault(key, List.of()).stream().map(OrderedLine::vendor).findFirst().orElse(""),
        item,
        size.firstDay(),
        DoubleVector.of(sold.get(key)),
        DoubleVector.of(promoted.getOrDefault(key, new double[size.days()])),
        DoubleVector.of(stock.getOrDefault(key, new double[size.days()])),
        lines.getOrDefault(key, List.of()),
        SupplyDays.ALL,
        new StatedLeadTime(Optional.ofNullable(stated.get(item)), Optional.empty(), 7),
        rule > 0 ? OptionalDouble.of(rule) : OptionalDouble.empty());
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
        row -> {
          double[] days = promoted.computeIfAbsent(key(row), k -> new double[size.days()]);
          int to = Math.min(size.days() - 1, day(row.getObject(4, LocalDate.class)));
          for (int d = Math.max(0, day(row.getObject(3, LocalDate.class))); d <= to; d++) {
            days[d] = 1;
          }
        });
    readStock();
    each("select * from dw_reorder_rule", row -> minimum.put(key(row), row.getDouble("minimum")));
    each(
        "select item_id, lead_time_days from item",
        row -> stated.put(row.getString(1), row.getInt(2)));
    readLines();
  }

  private void readStock() throws SQLException {
    Map<String, double[]> changes = new HashMap<>();
    each(
        "select * from dw_stock_ledger order by source_key",
        row -> {
          int day = day(row.getObject("posted_on", LocalDate.class));
          changes
                  .computeIfAbsent(
                      key(row),
                      k -> {
                        double[] all = new double[size.days()];
                        Arrays.fill(all, Double.NaN);
                        return all;
                      })[day] =
              row.getDouble("balance_after");
        });
    changes.forEach(
        (key, closing) -> {
          double[] opening = new double[closing.length];
          double last = 0;
          for (int d = 0; d < closing.length; d++) {
            opening[d] = last;
            last = Double.isNaN(closing[d]) ? last : closing[d];
          }
          stock.put(key, opening);
        });
  }

  private void readLines() throws SQLException {
    Map<String, List<OrderedLine.Receipt>> receipts = new HashMap<>();
    each(
        "select purchase_line_id, received_on, quantity from dw_purchase_receipt",
        row ->
            receipts
                .computeIfAbsent(row.getString(1), k -> new ArrayList<>())
                .add(
                    new OrderedLine.Receipt(
                        row.getObject(2, LocalDate.class), row.getBigDecimal(3))));
    each(
        "select * from dw_purchase_line",
        row -> {
          BigDecimal ordered = row.getBigDecimal("quantity_ordered");
          if (ordered.signum() > 0) {
            lines
                .computeIfAbsent(key(row), k -> new ArrayList<>())
                .add(
                    new OrderedLine(
                        row.getString("vendor_id"),
                        row.getString("item_id"),
                        row.getObject("ordered_on", LocalDate.class),
                        Optional.ofNullable(row.getObject("promised_on", LocalDate.class)),
                        ordered,
                        receipts.getOrDefault(row.getString("line_id"), List.of()),
                        !row.getBoolean("closed"),
                        OpenDays.ALL));
          }
        });
  }
}
