package org.demandwright.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.demandwright.app.Clock;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.settings.Settings;
import org.demandwright.app.source.DemandSource;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.erp.ErpSource;
import org.demandwright.erp.jpa.StandaloneErp;
import org.demandwright.server.TestDatabase;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.demand.SeriesStore;
import org.demandwright.store.intake.BookingStore;
import org.demandwright.store.intake.ChangedSales;
import org.demandwright.store.intake.IntakeRunStore;
import org.demandwright.store.intake.IntakeStore;
import org.demandwright.store.intake.LineDayStore;
import org.demandwright.store.intake.QuarantineStore;
import org.demandwright.store.intake.ReconcileStore;
import org.demandwright.store.intake.SalesLineStore;
import org.demandwright.store.run.RunDayStore;
import org.demandwright.store.sql.Sql;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reading by change stamps does not find, between two H2 in memory. */
class ReconciliationTest {
  private static final LocalDateTime END = LocalDateTime.of(2025, 5, 2, 12, 0);
  private static final String ROW =
      "insert into dw_sales_line (line_id, source_kind, source_key, org_id, line_kind, order_date,"
          + " demand_date, item_id, site_id, quantity, uom_id, changed_at) values ('%s', 'SOL', %d,"
          + " '', 'ORDER', date '2025-05-01', date '2025-05-01', 'tea', 'S1', %d, 'kg', timestamp"
          + " '2025-05-02 0%d:30:00')";

  private TestDatabase erp;
  private TestDatabase store;
  private StandaloneErp jpa;
  private Reconciliation reconciliation;
  private DemandSource source;

  @BeforeEach
  void open() throws SQLException {
    erp = TestDatabase.h2("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "sa");
    erp.run(
        "create table dw_sales_line (line_id varchar(80), source_kind varchar(8), source_key bigint,"
            + " excluded_because varchar(40), flags varchar(80), org_id varchar(80), document_no"
            + " varchar(80), line_kind varchar(8), order_date date, demand_date date, original_date"
            + " date, item_id varchar(80), site_id varchar(80), customer_id varchar(80), channel_id"
            + " varchar(80), quantity numeric(19, 6), uom_id varchar(40), unit_price_net"
            + " numeric(19, 6), net_amount numeric(19, 6), currency char(3), on_promotion boolean,"
            + " drop_ship boolean, is_kit boolean, changed_at timestamp(6))",
        row("A", 1, 5, 1),
        row("B", 2, 6, 1),
        row("C", 3, 7, 2));
    jpa = new StandaloneErp(erp);
    reconciliation = between(jpa.source());
  }

  private Reconciliation between(ErpSource lines) {
    JdbcDataSource database = new JdbcDataSource();
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    store = TestDatabase.h2(url, "sa", "sa");
    database.setURL(url);
    database.setUser("sa");
    database.setPassword("sa");
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:sql/store/common")
        .load()
        .migrate();
    Sql sql = new Sql(database);
    LineDayStore days = new LineDayStore(sql);
    IntakeRunStore runs = new IntakeRunStore(sql, days);
    ReconcileStore sums = new ReconcileStore(sql);
    QuarantineStore quarantine = new QuarantineStore(sql);
    MasterDataStore masterData = new MasterDataStore(sql);
    masterData.replaceItems(
        List.of(new MasterDataStore.Item(new ItemKey("", "tea"), "tea", "Tea", "", "kg", null)));
    KnownDemand known =
        new KnownDemand(
            new BookingStore(sql),
            new RunDayStore(sql),
            new SalesLineStore(sql),
            new Settings(new GivenConfig(Map.of("dw.site.zone", "UTC"))),
            new Clock());
    IntakeStore written =
        new IntakeStore(
            sql, new SeriesStore(sql), quarantine, runs, sums, days, new ChangedSales(sql));
    this.source = new DemandSource("dw_sales_line", "erp", false, false, lines);
    return new Reconciliation(
        sums, new IntakeAtWork(runs, masterData, written, quarantine, known, new Clock()));
  }

  @AfterEach
  void close() throws SQLException {
    jpa.close();
    erp.run("shutdown");
    store.run("shutdown");
  }

  @Test
  void whatIsMissingIsReadAndThenNothingDiffers() throws SQLException {
    assertThat(compare(1)).as("both hours").isEqualTo(2);
    assertThat(lines()).containsExactly("A 5", "B 6", "C 7");
    assertThat(compare(2)).isZero();
  }

  @Test
  void aLineThatIsGoneGoesToTheHistory() throws SQLException {
    compare(1);
    erp.run("delete from dw_sales_line where line_id = 'B'");
    assertThat(compare(2)).isEqualTo(1);
    assertThat(lines()).containsExactly("A 5", "C 7");
    assertThat(texts("select line_id from sales_line_history")).containsExactly("B");
  }

  @Test
  void aLineThatChangedWithoutANewStampIsReadAgain() throws SQLException {
    compare(1);
    erp.run("update dw_sales_line set quantity = 9 where line_id = 'C'");
    assertThat(compare(2)).isEqualTo(1);
    assertThat(lines()).containsExactly("A 5", "B 6", "C 9");
  }

  @Test
  void ofTwoRowsWithOneIdentityOneIsSetAside() throws SQLException {
    compare(1);
    erp.run(row("A", 9, 1, 3));
    compare(2);
    assertThat(lines()).hasSize(3).contains("A 5");
    assertThat(texts("select reason from quarantine")).containsExactly("DUPLICATE_LINE");
    assertThat(compare(3)).as("and that is all").isZero();
  }

  private int compare(long run) {
    return reconciliation.upTo(run, source, END, Runnable::run, () -> false);
  }

  private List<String> lines() throws SQLException {
    return texts("select line_id || ' ' || cast(quantity as int) from sales_line order by line_id");
  }

  private List<String> texts(String query) throws SQLException {
    List<String> all = new ArrayList<>();
    try (Connection connection = store.open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        all.add(row.getString(1));
      }
    }
    return all;
  }

  private static String row(String id, int key, int quantity, int hour) {
    return ROW.formatted(id, key, quantity, hour);
  }
}
