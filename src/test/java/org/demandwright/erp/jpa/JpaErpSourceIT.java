package org.demandwright.erp.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demandwright.core.demand.LineSums;
import org.demandwright.core.supply.SupplyAccount.Extent;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.erp.ErpDatabase;
import org.demandwright.erp.ErpExchangeRate;
import org.demandwright.erp.ErpSalesLine;
import org.demandwright.erp.ErpSource;
import org.demandwright.erp.SalesLinePages;
import org.demandwright.erp.SupplyViews;
import org.demandwright.erp.Watermark;
import org.demandwright.server.SharedMariaDb;
import org.demandwright.server.SharedPostgres;
import org.demandwright.server.TestDatabase;
import org.demandwright.server.TestErp;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product's own queries give the same values from an ERP on H2, PostgreSQL and MariaDB. */
class JpaErpSourceIT {
  private static final DemoSize SIZE = DemoSize.small();

  @TempDir static Path folder;
  private static TestErp h2;
  private static TestErp postgres;
  private static TestErp mariaDb;

  @BeforeAll
  static void load() throws SQLException {
    TestDatabase file = TestDatabase.h2("jdbc:h2:file:" + folder.resolve("erp"), "sa", "sa");
    // H2 that is closed and opened again and again loses users now and then.
    file.run("set db_close_delay -1");
    h2 = TestErp.load(file, SIZE);
    postgres = TestErp.load(SharedPostgres.create("jpa"), SIZE);
    mariaDb = TestErp.load(SharedMariaDb.create("jpa"), SIZE);
  }

  @Test
  void the_same_lines_in_the_same_order_from_each() {
    List<ErpSalesLine> lines = linesOf(h2);

    assertThat(lines).hasSizeGreaterThan(1_000);
    assertThat(linesOf(postgres)).isEqualTo(lines);
    assertThat(linesOf(mariaDb)).isEqualTo(lines);
  }

  @Test
  void the_same_master_data_and_stock_from_each() {
    List<Object> rows = othersOf(h2);

    assertThat(rows).hasSizeGreaterThan(100);
    assertThat(othersOf(postgres)).isEqualTo(rows);
    assertThat(othersOf(mariaDb)).isEqualTo(rows);
  }

  @Test
  void any_number_of_further_erps_is_opened_by_their_addresses() throws SQLException {
    List<Object> rows = othersOf(h2);
    JpaErpSources further = new JpaErpSources();
    try {
      for (TestErp erp : List.of(h2, postgres, mariaDb)) {
        TestDatabase reader = erp.reader();
        ErpSource source =
            further.of(
                new ErpDatabase(
                    "further",
                    reader.url(),
                    Optional.of(reader.user()),
                    Optional.of(reader.password()),
                    Optional.empty()));
        assertThat(others(source)).isEqualTo(rows);
        if (erp == postgres) {
          erp.owner()
              .run(
                  "select pg_terminate_backend(pid) from pg_stat_activity where usename = '%s'"
                      .formatted(reader.user()));
          assertThat(others(source)).as("after its connections were cut").isEqualTo(rows);
        }
      }
    } finally {
      further.close();
    }
  }

  @Test
  void lines_are_found_by_their_keys_and_sums_count_them_all() {
    for (TestErp erp : List.of(h2, postgres, mariaDb)) {
      try (StandaloneErp jpa = new StandaloneErp(erp.reader())) {
        ErpSource source = jpa.source();
        LocalDateTime end = all(source).last().orElseThrow();
        SortedMap<LocalDateTime, LineSums> days = source.dailySums(null, end);
        assertThat(days.values().stream().mapToLong(LineSums::lines).sum())
            .isEqualTo(all(source).lines());
        LocalDateTime day = days.firstKey();
        LocalDateTime later = day.plusDays(100);
        SortedMap<LocalDateTime, LineSums> parts =
            new TreeMap<>(source.dailySums(null, later.minusNanos(1_000)));
        parts.putAll(source.dailySums(later, end));
        assertThat(parts).as("in two parts").isEqualTo(days);
        assertThat(
                source.hourlySums(day, day.plusDays(1).minusNanos(1_000)).values().stream()
                    .map(LineSums::ofDay)
                    .reduce(LineSums::plus))
            .contains(days.get(day));
        Watermark byKey = new Watermark(end, 1_000, "SOL:1000");
        Watermark byName = new Watermark(end, 0, "SOL:1000");
        assertThat(source.linesOf(List.of(byKey)))
            .extracting(ErpSalesLine::lineId)
            .containsExactly("SOL:1000");
        assertThat(source.linesOf(List.of(byName))).as("its key is not 0").isEmpty();
      }
    }
  }

  @Test
  void rates_are_read_in_pages_where_there_is_such_a_view() throws SQLException {
    for (TestErp erp : List.of(h2, postgres, mariaDb)) {
      try (StandaloneErp jpa = new StandaloneErp(erp.reader())) {
        assertThat(jpa.source().exchangeRates(Optional.empty(), 10)).as("without a view").isEmpty();
      }
      erp.owner()
          .run(
              "create table rate_of_bank (on_day date, one char(3), other char(3), rate decimal(19,6))");
      erp.owner()
          .run(
              "insert into rate_of_bank values (date '2026-03-02', 'USD', 'EUR', 0.9),"
                  + " (date '2026-03-02', 'JPY', 'EUR', 0.62), (date '2026-03-01', 'USD', 'EUR', 0.8)");
      erp.owner()
          .run(
              "create view dw_exchange_rate as select one as from_currency, other as to_currency,"
                  + " on_day as valid_from, cast(100 as decimal(19,6)) as units, rate as rate"
                  + " from rate_of_bank");
      erp.owner().run("grant select on dw_exchange_rate to demandwright_reader");
      try (StandaloneErp jpa = new StandaloneErp(erp.reader())) {
        List<ErpExchangeRate> first = jpa.source().exchangeRates(Optional.empty(), 2);
        List<ErpExchangeRate> rest = jpa.source().exchangeRates(Optional.of(first.get(1)), 2);
        assertThat(first)
            .extracting(r -> r.validFrom() + r.fromCurrency())
            .containsExactly("2026-03-01USD", "2026-03-02JPY");
        assertThat(rest).extracting(ErpExchangeRate::fromCurrency).containsExactly("USD");
        assertThat(rest.get(0).units()).isEqualByComparingTo("100");
      }
    }
  }

  @Test
  void the_same_stock_and_supply_from_each() {
    List<Object> rows = supplyOf(h2);

    assertThat(rows).hasSizeGreaterThan(100);
    assertThat(supplyOf(postgres)).isEqualTo(rows);
    assertThat(supplyOf(mariaDb)).isEqualTo(rows);
  }

  /** All that each view says, in an order of ours; pages are small, so that cursors go on. */
  private static List<Object> supplyOf(TestErp erp) {
    List<Object> all = new ArrayList<>();
    try (StandaloneErp jpa = new StandaloneErp(erp.reader())) {
      SupplyViews views = jpa.source().supply();
      for (SupplyTable table : SupplyTable.values()) {
        Set<String> columns = views.columns(table);
        all.add(table + " has " + new TreeSet<>(columns));
        if (columns.isEmpty()) {
          continue;
        }
        Optional<LocalDate> from =
            Optional.of(LocalDate.of(2025, 1, 1)).filter(day -> table.tellsThePast());
        List<SupplyRow> rows = new ArrayList<>();
        views.read(
            table,
            columns,
            from,
            7,
            page -> {
              assertThat(page).hasSizeLessThanOrEqualTo(7);
              rows.addAll(page);
            });
        Extent read = Extent.NONE;
        for (SupplyRow row : rows) {
          read = read.and(row);
        }
        assertThat(views.extent(table, from).isThatOf(read)).as("%s: %s", table, read).isTrue();
        rows.stream().sorted(Comparator.comparing(SupplyRow::key)).forEach(all::add);
      }
    }
    return all;
  }

  @Test
  void a_window_reaches_the_index_of_mariadb_through_the_view() throws SQLException {
    LocalDateTime end;
    try (StandaloneErp erp = new StandaloneErp(mariaDb.reader())) {
      end = all(erp.source()).last().orElseThrow();
    }
    List<String> steps = new ArrayList<>();
    // explain needs rights on the tables, which the reader does not have
    try (Connection owner = mariaDb.owner().open();
        Statement statement = owner.createStatement();
        ResultSet plan =
            statement.executeQuery(
                "explain select * from dw_sales_line where changed_at > timestamp '%s'"
                        .formatted(end.minusHours(12))
                    + " and changed_at <= timestamp '%s'".formatted(end)
                    + " order by changed_at, source_key, line_id")) {
      while (plan.next()) {
        steps.add(plan.getString("select_type") + " " + plan.getString("key"));
      }
    }
    assertThat(steps).containsExactly("SIMPLE sales_order_line_changed", "SIMPLE PRIMARY");
  }

  private static org.demandwright.erp.Extent all(ErpSource source) {
    return source.extent(Watermark.START.changedAt(), Optional.empty());
  }

  private static List<ErpSalesLine> linesOf(TestErp erp) {
    try (StandaloneErp jpa = new StandaloneErp(erp.reader())) {
      ErpSource source = jpa.source();
      SalesLinePages pages = new SalesLinePages(source, Watermark.START, Optional.empty(), 500);
      List<ErpSalesLine> lines = new ArrayList<>();
      for (List<ErpSalesLine> page = pages.next(); !page.isEmpty(); page = pages.next()) {
        lines.addAll(page);
      }
      assertThat(lines).hasSize(Math.toIntExact(pages.expected()));
      return lines;
    }
  }

  private static List<Object> othersOf(TestErp erp) {
    try (StandaloneErp jpa = new StandaloneErp(erp.reader())) {
      return others(jpa.source());
    }
  }

  private static List<Object> others(ErpSource source) {
    assertThat(source.problems()).isEmpty();
    List<Object> rows = new ArrayList<>(source.items("", "", 10_000));
    assertThat(source.countWithoutStamp()).isZero();
    rows.addAll(source.dailySums(null, all(source).last().orElseThrow()).values());
    rows.addAll(
        source
            .hourlySums(LocalDateTime.MIN.withYear(1970), LocalDateTime.MAX.withYear(2100))
            .values());
    rows.addAll(source.kitComponents());
    rows.addAll(source.calendar());
    rows.addAll(source.prices("", "", 10_000));
    rows.addAll(source.promotions("", "", 10_000));
    rows.addAll(source.stockMovements(0, source.lastStockMovement().orElseThrow(), 100_000));
    return rows;
  }
}
