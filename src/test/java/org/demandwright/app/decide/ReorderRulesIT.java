package org.demandwright.app.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.demandwright.app.Clock;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.decide.ReorderComparison.Fate;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.intake.MasterKind;
import org.demandwright.erp.SqlScript;
import org.demandwright.erp.TestConnections;
import org.demandwright.server.SharedPostgres;
import org.demandwright.server.TestDatabase;
import org.demandwright.store.Stores;
import org.demandwright.store.decide.AnyStockPlan;
import org.demandwright.store.decide.DecisionStore;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.PlannedStock;
import org.demandwright.store.decide.ReorderWrite;
import org.demandwright.store.decide.ReorderWriteState;
import org.demandwright.store.decide.ReorderWriteStore;
import org.demandwright.store.decide.StockPlanStore;
import org.demandwright.store.source.MasterSourceStore;
import org.demandwright.store.source.SourceStore;
import org.demandwright.store.sql.Sql;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Minimum and maximum in the tables of an Odoo on a real PostgreSQL. */
class ReorderRulesIT {
  private static final String WRITER = "reorder_writer";
  private static final ExecutorService THREADS = Executors.newCachedThreadPool();
  private static TestDatabase odoo;

  private final HandClock clock = new HandClock();
  private Stores stores;
  private Decision decision;
  private ReorderRules rules;

  private static final class HandClock extends Clock {
    private Instant now = Instant.parse("2026-01-05T02:00:00Z");

    @Override
    public Instant now() {
      return now;
    }
  }

  @BeforeAll
  static void makeOdoo() throws SQLException {
    odoo = SharedPostgres.create("odoo_rules");
    try (Connection owner = odoo.open()) {
      SqlScript.of("erp/odoo/fixture.sql").run(owner);
      SqlScript.of("sql/erp/odoo/14/adapter.sql").run(owner);
      SqlScript.of("sql/erp/odoo/writer.sql").run(owner);
    }
    odoo.run(
        "create role " + WRITER + " login password 'w'",
        "grant demandwright_writer to " + WRITER,
        "create role reorder_reader login password 'r'",
        "grant select on dw_adapter to reorder_reader");
  }

  @AfterAll
  static void end() {
    THREADS.shutdownNow();
  }

  @BeforeEach
  void open() throws SQLException {
    odoo.run(
        "delete from stock_warehouse_orderpoint where id >= 10",
        "insert into stock_warehouse_orderpoint values"
            + " (10, true, 7, 1, 1, 5, 20, 1, '2026-01-01 10:00:00.123456'),"
            + " (11, true, 8, 1, 1, 13.00, 30.00, 1, null),"
            + " (12, false, 9, 1, 1, 1, 2, 1, null),"
            + " (13, true, 6, 1, 2, 4, 0, 1, null)");
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    stores = Stores.of(database);
    decision =
        new DecisionStore(stores.sql())
            .begin(1, "default", 1, LocalDate.of(2026, 1, 5), clock.now());
    new StockPlanStore(stores.sql())
        .write(
            decision.decisionId(),
            List.of(
                at(AnyStockPlan.planned(1, "1", "5"), "1"),
                at(AnyStockPlan.planned(2, "2", "6"), "1"),
                at(AnyStockPlan.planned(3, "1", "7"), "1"),
                at(AnyStockPlan.planned(4, "1", "8"), "1"),
                at(AnyStockPlan.planned(5, "1", "9"), "1"),
                at(AnyStockPlan.refused(6, "1", "7"), "2"),
                at(AnyStockPlan.planned(7, "1", "tea"), "1"),
                at(AnyStockPlan.planned(8, "1", "70"), "1")));
    new MasterSourceStore(stores.sql())
        .replaceOwners(List.of(new MasterSourceStore.Owner(MasterKind.ITEM, "1", "70", "shop")));
    rules = rules(WRITER, "w");
  }

  private static PlannedStock at(PlannedStock plan, String site) {
    PolicySubject of = plan.subject();
    return new PlannedStock(
        plan.number(),
        new PolicySubject(
            new PolicySubject.Key(of.key().org(), of.key().item(), site),
            of.category(),
            of.vendor(),
            of.abc(),
            of.xyz()),
        plan.said(),
        plan.lead(),
        plan.protectionDays(),
        plan.by(),
        plan.refused(),
        plan.plan(),
        plan.spread(),
        plan.stock());
  }

  private ReorderRules rules(String user, String password) {
    return rules(
        Map.of(
            "dw.erp.url",
            odoo.url(),
            "dw.erp.writer.user",
            user,
            "dw.erp.writer.password",
            password));
  }

  private ReorderRules rules(Map<String, String> config) {
    ReorderWriteStore writes = new ReorderWriteStore(stores.sql());
    return new ReorderRules(
        new StockPlanStore(stores.sql()),
        writes,
        new ReorderWriteBook(writes, stores.audit(), clock),
        new SourceStore(stores.sql()),
        new MasterSourceStore(stores.sql()),
        TestConnections.on(THREADS),
        new Settings(new GivenConfig(config)),
        clock);
  }

  private List<Fate> fates() {
    Page<ReorderComparison> page =
        rules.page(decision.decisionId(), StockPlanStore.Filter.all(), Optional.empty(), 100);
    return page.rows().stream().map(ReorderComparison::fate).toList();
  }

  private List<ReorderWrite> written() {
    return rules
        .writes(
            new ReorderWriteStore.Filter(
                DataScope.unrestricted(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            Optional.empty(),
            100)
        .rows();
  }

  private static List<String> inOdoo() throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = odoo.open();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select id, trim_scale(product_min_qty), trim_scale(product_max_qty)"
                    + " from stock_warehouse_orderpoint order by id")) {
      while (row.next()) {
        rows.add(row.getString(1) + ": " + row.getString(2) + "-" + row.getString(3));
      }
    }
    return rows;
  }

  private ReorderRules.Written write() {
    return rules.write(decision, StockPlanStore.Filter.all(), "ann");
  }

  @Test
  void what_is_planned_stands_beside_the_rules() {
    assertThat(fates())
        .containsExactly(
            Fate.SEVERAL_RULES,
            Fate.DIFFERENT,
            Fate.DIFFERENT,
            Fate.SAME,
            Fate.NO_RULE,
            Fate.NO_RULE,
            Fate.NOT_OF_THIS_ERP,
            Fate.NOT_OF_THIS_ERP);
  }

  @Test
  void only_rules_that_differ_are_written_and_what_stood_there_is_kept() throws SQLException {
    List<String> before = inOdoo();
    ReorderRules.Written done = write();
    assertThat(done.written()).isEqualTo(2);
    assertThat(done.fates()).containsEntry(Fate.DIFFERENT, 2L).containsEntry(Fate.SAME, 1L);
    assertThat(inOdoo())
        .containsExactly(
            "1: 30-60", "2: 5-0", "3: 1-2", "10: 13-30", "11: 13-30", "12: 1-2", "13: 13-30");
    assertThat(written())
        .extracting(ReorderWrite::ruleId, ReorderWrite::state, w -> w.maximumBefore().intValue())
        .containsExactly(
            tuple(13L, ReorderWriteState.WRITTEN, 0), tuple(10L, ReorderWriteState.WRITTEN, 20));
    assertThat(write().written()).as("said again").isZero();
    for (ReorderWrite write : written()) {
      rules.takeBack(DataScope.unrestricted(), write.writeNo(), "bob");
    }
    assertThat(inOdoo()).isEqualTo(before);
    assertThat(written())
        .allSatisfy(
            w -> {
              assertThat(w.state()).isEqualTo(ReorderWriteState.TAKEN_BACK);
              assertThat(w.takenBackBy()).isEqualTo("bob");
            });
    assertThat(rules.takeBack(DataScope.unrestricted(), written().get(0).writeNo(), "eve"))
        .as("said again")
        .isEqualTo(written().get(0));
  }

  @Test
  void nothing_is_put_back_into_a_rule_that_others_changed() throws SQLException {
    write();
    ReorderWrite write = written().get(1);
    odoo.run("update stock_warehouse_orderpoint set product_max_qty = 40 where id = 10");
    assertThatThrownBy(() -> rules.takeBack(DataScope.unrestricted(), write.writeNo(), "bob"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("changed since: minimum 13")
        .hasMessageContaining("maximum 40");
    odoo.run(
        "update stock_warehouse_orderpoint set product_max_qty = 30, write_date = now() where id = 10");
    assertThatThrownBy(() -> rules.takeBack(DataScope.unrestricted(), write.writeNo(), "bob"))
        .as("touched, with the same levels")
        .isInstanceOf(Refused.class);
    odoo.run("update stock_warehouse_orderpoint set active = false where id = 10");
    assertThatThrownBy(() -> rules.takeBack(DataScope.unrestricted(), write.writeNo(), "bob"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("no longer in force");
    assertThat(written().get(1).state()).isEqualTo(ReorderWriteState.WRITTEN);
  }

  @Test
  void what_was_written_twice_is_put_back_step_by_step() throws SQLException {
    write();
    new StockPlanStore(stores.sql())
        .write(
            decision.decisionId(),
            List.of(at(AnyStockPlan.refused(2, "2", "6"), "1"), higher(3, "1", "7")));
    write();
    List<ReorderWrite> writes = written();
    assertThat(inOdoo()).contains("10: 14-31");
    assertThatThrownBy(
            () -> rules.takeBack(DataScope.unrestricted(), writes.get(1).writeNo(), "bob"))
        .isInstanceOf(Refused.class);
    rules.takeBack(DataScope.unrestricted(), writes.get(2).writeNo(), "bob");
    assertThat(inOdoo()).contains("10: 13-30");
    rules.takeBack(DataScope.unrestricted(), writes.get(1).writeNo(), "bob");
    assertThat(inOdoo()).contains("10: 5-20");
  }

  private static PlannedStock higher(long number, String org, String item) {
    PlannedStock one = AnyStockPlan.higher(number, org, item);
    return at(one, "1");
  }

  @Test
  void what_was_left_between_the_two_databases_is_looked_up() throws SQLException {
    ReorderWriteStore writes = new ReorderWriteStore(stores.sql());
    List<ReorderWrite> left =
        writes.begin(List.of(begun(10, "5", "20"), begun(13, "99", "100"), begun(999, "1", "2")));
    assertThatThrownBy(this::write)
        .isInstanceOf(Refused.class)
        .hasMessageContaining("ann has been writing reorder rules");
    clock.now = clock.now.plus(Duration.ofMinutes(11));
    write();
    assertThat(written())
        .filteredOn(w -> w.writeNo() <= left.get(2).writeNo())
        .extracting(ReorderWrite::state)
        .containsExactly(
            ReorderWriteState.WRITTEN,
            ReorderWriteState.NOT_WRITTEN,
            ReorderWriteState.NOT_WRITTEN);
    assertThatThrownBy(() -> rules.takeBack(DataScope.unrestricted(), left.get(1).writeNo(), "bob"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("Nothing was written");
  }

  private ReorderWrite begun(long rule, String minimum, String maximum) {
    return new ReorderWrite(
        0,
        "default",
        decision.decisionId(),
        "1",
        "7",
        "1",
        rule,
        BigDecimal.ONE,
        BigDecimal.TEN,
        null,
        new BigDecimal(minimum),
        new BigDecimal(maximum),
        null,
        ReorderWriteState.WRITING,
        "ann",
        Sql.utc(clock.now()),
        null,
        null);
  }

  @Test
  void of_rules_of_which_the_erp_refuses_one_none_is_changed() throws SQLException {
    List<String> before = inOdoo();
    odoo.run(
        "alter table stock_warehouse_orderpoint add constraint own"
            + " check (id <> 10 or product_max_qty < 30)");
    try {
      assertThatThrownBy(this::write)
          .isInstanceOf(Refused.class)
          .hasMessageContaining("No reordering rule was changed");
      assertThat(inOdoo()).isEqualTo(before);
      assertThat(written())
          .extracting(ReorderWrite::state)
          .containsExactly(ReorderWriteState.NOT_WRITTEN, ReorderWriteState.NOT_WRITTEN);
    } finally {
      odoo.run("alter table stock_warehouse_orderpoint drop constraint own");
    }
    assertThat(write().written()).as("nobody has to wait").isEqualTo(2);
  }

  @Test
  void without_a_user_that_may_write_nothing_is_written() {
    rules = rules(Map.of("dw.erp.url", odoo.url()));
    assertThatThrownBy(this::write)
        .isInstanceOf(Refused.class)
        .hasMessageContaining("dw.erp.writer.user");
    rules = rules("reorder_reader", "r");
    assertThatThrownBy(this::write)
        .isInstanceOf(Refused.class)
        .hasMessageContaining("may not change minimum and maximum");
    rules = rules("nobody", "n");
    assertThatThrownBy(this::write).isInstanceOf(Refused.class).hasMessageContaining("nobody");
  }

  @Test
  void a_user_that_may_do_more_is_refused() throws SQLException {
    odoo.run(
        "create role reorder_owner login password 'o'",
        "grant select on dw_adapter to reorder_owner",
        "grant all on stock_warehouse_orderpoint to reorder_owner");
    rules = rules("reorder_owner", "o");
    List<String> before = inOdoo();
    assertThatThrownBy(this::write)
        .isInstanceOf(Refused.class)
        .hasMessageContaining("may change more");
    assertThat(inOdoo()).isEqualTo(before);
  }

  @Test
  void another_erp_is_left_alone() throws SQLException {
    TestDatabase other = SharedPostgres.create("no_odoo");
    rules =
        rules(
            Map.of(
                "dw.erp.url",
                other.url(),
                "dw.erp.writer.user",
                WRITER,
                "dw.erp.writer.password",
                "w"));
    assertThatThrownBy(this::write)
        .isInstanceOf(Refused.class)
        .hasMessageContaining("into Odoo alone");
  }

  @Test
  void a_scope_sees_its_own() {
    write();
    DataScope second = DataScope.ofCompanies(Set.of("2"));
    ReorderWrite ofFirst = written().get(1);
    assertThatThrownBy(() -> rules.takeBack(second, ofFirst.writeNo(), "eve"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("Nothing was written into a reorder rule");
    assertThat(rules.one(second, written().get(0).writeNo()).orgId()).isEqualTo("2");
  }
}
