package org.demandwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.demo.generate.Dirt;
import org.demandwright.erp.SqlScript;
import org.demandwright.server.Installation.Engine;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an import makes of an ERP that changes in every way: the store follows it, keeps what it
 * knew before, accounts for every row, and ends as if everything had been read at once.
 */
@ParameterizedClass
@MethodSource("org.demandwright.server.Engines#postgres")
@TestMethodOrder(OrderAnnotation.class)
class IntakeServerIT {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final DemoSize SIZE = DemoSize.small();
  private static final int KINDS_OF_DIRT = 4;

  private static final String CONTENT =
      "select line_id, series_id, source_kind, source_key, document_no, line_kind, booked_on,"
          + " item_id, customer_id, quantity, uom_id, unit_price, net_amount, currency, promoted,"
          + " drop_ship, flags, excluded_because, original_date, derived_from, changed_at"
          + " from sales_line order by line_id";
  private static final String QUARANTINE =
      "select line_id, reason, detail, raw, changed_at from quarantine order by line_id";
  private static final String DAYS =
      "select series_id, booked_on, sum(quantity) from sales_line where excluded_because is null"
          + " group by series_id, booked_on order by series_id, booked_on";

  private static Installation installation;
  private static TestDatabase store;
  private static TestDatabase erp;
  private static ServerClient client;
  private static String firstKnown;
  private static List<String> firstSnapshots;
  private static String salesView;

  @Parameter Engine engine;

  @BeforeParameterizedClassInvocation
  static void start(Engine engine) throws Exception {
    installation = Installation.of(engine, "intake", SIZE);
    erp = installation.erp().owner();
    store = installation.openStore();
    client = installation.server().start().client();
    salesView = view();
    importSales();
  }

  @AfterParameterizedClassInvocation
  static void stop() throws Exception {
    installation.close();
  }

  @Test
  @Order(1)
  void rows_in_are_used_or_excluded_or_quarantined_by_rule() throws Exception {
    Map<String, Long> account = account();
    long inView = number(erp, "select count(*) from dw_sales_line");
    assertThat(sum(account, "USED", "EXCLUDED", "QUARANTINED", "OPEN")).isEqualTo(inView);
    assertThat(account.get("NEW ")).isEqualTo(account.get("USED "));
    assertThat(account.get("EXCLUDED CANCELLED"))
        .isEqualTo(
            number(erp, "select count(*) from dw_sales_line where excluded_because = 'CANCELLED'"));
    assertThat(account.get("QUARANTINED UNKNOWN_ITEM")).isEqualTo(Dirt.LINES / KINDS_OF_DIRT);
    assertThat(rows(store, "select raw from quarantine where reason = 'UNKNOWN_ITEM'"))
        .allSatisfy(raw -> assertThat(raw).contains("\"item_id\":\"I-GONE\""));
  }

  @Test
  @Order(2)
  void reading_the_same_again_changes_nothing() throws Exception {
    List<String> before = rows(store, CONTENT.replace(" from", ", known_from from"));
    client.complete("import-sales", Map.of("reload", "true"), LIMIT);
    assertThat(rows(store, CONTENT.replace(" from", ", known_from from"))).isEqualTo(before);
    assertThat(number(store, "select count(*) from sales_line_history")).isZero();
    assertThat(account().keySet()).noneMatch(k -> k.matches("(NEW|CHANGED|DELETED|HEALED) .*"));
  }

  @Test
  @Order(3)
  void deleted_restated_silent_and_late_lines_are_found() throws Exception {
    firstKnown = instant("select max(known_at) from intake_run");
    firstSnapshots = train(Map.of());
    List<String> used =
        rows(
            store,
            "select source_key from sales_line where excluded_because is null and quantity > 0"
                + " order by source_key");
    String deleted = used.get(100);
    String restated = used.get(2_000);
    String silent = used.get(3_000);
    String dirty = rows(store, "select min(source_key) from quarantine").get(0);
    erp.run(
        "delete from sales_order_line where id in (" + deleted + ", " + dirty + ")",
        "update sales_order_line set quantity = quantity + 5, changed_at = timestamp '2026-01-05"
            + " 10:00:00' where id = "
            + restated,
        "update sales_order_line set quantity = quantity + 3 where id = " + silent,
        "insert into sales_order_line select 90000001, order_id, 99, item_id, description,"
            + " quantity, quantity_delivered, uom_id, unit_price, list_price, promotion_id,"
            + " line_status, changed_at from sales_order_line where id = "
            + used.get(50));

    importSales();

    Map<String, Long> account = account();
    assertThat(account).containsEntry("DELETED ", 1L).containsEntry("CHANGED ", 2L);
    assertThat(account).containsEntry("NEW ", 1L);
    assertThat(sum(account, "DELETED")).isEqualTo(2);
    String run = " where known_from = (select max(known_at) from intake_run)";
    assertThat(rows(store, "select line_id from sales_line" + run + " order by source_key"))
        .containsExactlyInAnyOrder("SOL:" + restated, "SOL:" + silent, "SOL:90000001");
    assertThat(
            rows(
                store,
                "select line_id from sales_line_history where known_to ="
                    + " (select max(known_at) from intake_run)"))
        .containsExactlyInAnyOrder("SOL:" + deleted, "SOL:" + restated, "SOL:" + silent);
    theStoreHoldsWhatTheErpHolds();
  }

  @Test
  @Order(4)
  void a_forecast_may_see_what_was_known_at_an_earlier_instant() throws Exception {
    assertThat(train(Map.of("knownAt", firstKnown))).isEqualTo(firstSnapshots);
    assertThat(train(Map.of())).isNotEqualTo(firstSnapshots);
    assertThat(client.ask("nightly", Map.of("knownAt", firstKnown)).asString())
        .contains("start train-models with knownAt instead");
    assertThat(
            client
                .awaitEnd(
                    client.start("train-models", Map.of("knownAt", "2001-01-01T00:00:00Z")), LIMIT)
                .getString("message"))
        .contains("nothing was known before the first import");
  }

  @Test
  @Order(5)
  void a_quarantined_row_heals_when_its_item_appears() throws Exception {
    long waiting = number(store, "select count(*) from quarantine where reason = 'UNKNOWN_ITEM'");
    assertThat(waiting).isPositive();
    erp.run(
        "insert into item select 'I-GONE', company_id, item_name, category, uom_id, vendor_id,"
            + " lead_time_days, minimum_order, order_multiple, purchase_price, currency, active,"
            + " introduced_on, discontinued_on, changed_at, shelf_life_days from item where item_id = 'I0001'");

    client.complete("import-sales", Map.of("replayOnly", "true"), LIMIT);

    assertThat(account()).containsEntry("HEALED UNKNOWN_ITEM", waiting);
    assertThat(number(store, "select count(*) from quarantine where reason = 'UNKNOWN_ITEM'"))
        .isZero();
    assertThat(number(store, "select count(*) from sales_line where item_id = 'I-GONE'"))
        .isEqualTo(waiting);
  }

  @Test
  @Order(6)
  void kits_are_exploded_and_follow_their_parts() throws Exception {
    erp.run(
        "create table kit_part (kit varchar(20), part varchar(20), quantity numeric(19,6))",
        "insert into kit_part values ('I0002', 'I0003', 2), ('I0002', 'I0004', 0.5)",
        "drop view dw_kit_component",
        "create view dw_kit_component as select i.company_id as org_id, k.kit as kit_item_id,"
            + " k.part as component_item_id, k.quantity as quantity from kit_part k"
            + " join item i on i.item_id = k.kit",
        "grant select on dw_kit_component to demandwright_reader");
    replaceSalesView(
        salesView.replace("false as is_kit", "coalesce(l.item_id = 'I0002', false) as is_kit"));
    client.complete("import-sales", Map.of("reload", "true"), LIMIT);

    long kits = number(store, "select count(*) from sales_line where excluded_because = 'KIT'");
    assertThat(kits).isPositive();
    assertThat(number(store, "select count(*) from sales_line where derived_from is not null"))
        .isEqualTo(2 * kits);
    theStoreHoldsWhatTheErpHolds();

    erp.run("update kit_part set quantity = 7 where part = 'I0003'");
    importSales();
    assertThat(
            number(
                store,
                "select count(*) from sales_line d join sales_line k on k.line_id = d.derived_from"
                    + " where d.item_id = 'I0003' and d.quantity = 7 * k.quantity"))
        .isEqualTo(kits);
  }

  @Test
  @Order(7)
  void lines_of_an_item_that_is_counted_in_another_unit_are_refused() throws Exception {
    erp.run("update item set uom_id = 'BOX' where item_id = 'I0005'");
    importSales();
    assertThat(number(store, "select count(*) from quarantine where reason = 'WRONG_UNIT'"))
        .isEqualTo(
            number(
                erp,
                "select count(*) from dw_sales_line where item_id = 'I0005' and"
                    + " excluded_because is null"));
    theStoreHoldsWhatTheErpHolds();
  }

  @Test
  @Order(8)
  void rows_that_share_an_identity_are_reported() throws Exception {
    String view = salesView;
    String select = view.substring(view.indexOf("select"));
    replaceSalesView(
        view
            + " union all "
            + select
            + " where l.id = 1000 union all "
            + select.replace("l.id as source_key", "-l.id as source_key")
            + " where l.id = 2000");
    importSales();
    assertThat(rows(store, "select line_id from quarantine where reason = 'DUPLICATE_LINE'"))
        .hasSize(2)
        .anyMatch(id -> id.startsWith("SOL:1000@"))
        .anyMatch(id -> id.startsWith("SOL:2000@"));
    theStoreHoldsWhatTheErpHolds();
    replaceSalesView(view);
    importSales();
    assertThat(rows(store, "select line_id from quarantine where reason = 'DUPLICATE_LINE'"))
        .isEmpty();
  }

  @Test
  @Order(9)
  void after_all_that_the_store_is_as_if_read_anew() throws Exception {
    Set<String> content = new TreeSet<>(rows(store, CONTENT));
    Set<String> quarantine = new TreeSet<>(rows(store, QUARANTINE));
    Set<String> days = new TreeSet<>(rows(store, DAYS));
    assertThat(content.stream().filter(row -> row.contains("|KIT|"))).isNotEmpty();
    assertThat(quarantine.stream().filter(row -> row.contains("|WRONG_UNIT|"))).isNotEmpty();
    for (String table :
        List.of(
            "sales_line",
            "sales_line_history",
            "derived_line",
            "quarantine",
            "watermark",
            "intake_hour")) {
      store.run("delete from " + table);
    }

    importSales();

    isTheSame(content, rows(store, CONTENT));
    isTheSame(quarantine, rows(store, QUARANTINE));
    isTheSame(days, rows(store, DAYS));
  }

  private static void isTheSame(Set<String> before, List<String> after) {
    Set<String> now = new TreeSet<>(after);
    assertThat(now).hasSameSizeAs(after);
    assertThat(before.stream().filter(row -> !now.contains(row))).as("only before").isEmpty();
    assertThat(now.stream().filter(row -> !before.contains(row))).as("only now").isEmpty();
  }

  private static void importSales() throws InterruptedException {
    client.complete("import-sales", Map.of(), LIMIT);
  }

  /** Trains the cheapest model and returns what its version saw. */
  private static List<String> train(Map<String, String> more) throws Exception {
    Map<String, String> parameters = new TreeMap<>(more);
    parameters.putAll(
        Map.of("bucket", "WEEK", "horizon", "2", "origins", "1", "models", "SeasonalNaive"));
    parameters.put("asOf", SIZE.lastDay().plusDays(1).toString());
    client.complete("train-models", parameters, LIMIT);
    return rows(
        store,
        "select series_id, first_ordinal, units, returned from series_snapshot where version_id ="
            + " (select max(version_id) from forecast_version) order by series_id");
  }

  /** Both sides must agree in number and quantity, apart from what kits were made into. */
  private static void theStoreHoldsWhatTheErpHolds() throws SQLException {
    String here =
        "select count(*), sum(quantity) from (select quantity from sales_line where derived_from"
            + " is null union all select quantity from quarantine) both_kinds";
    assertThat(number(store, "select sum(line_count) from intake_hour"))
        .isEqualTo(number(erp, "select count(*) from dw_sales_line"));
    assertThat(rows(store, here))
        .isEqualTo(rows(erp, "select count(*), sum(quantity) from dw_sales_line"));
  }

  private static String view() {
    return SqlScript.of("sql/erp/demo/views.sql").statements().stream()
        .filter(s -> s.startsWith("create view dw_sales_line "))
        .findFirst()
        .orElseThrow();
  }

  private static void replaceSalesView(String statement) throws SQLException {
    salesView = statement;
    erp.run(
        "drop view dw_sales_line",
        statement,
        "grant select on dw_sales_line to demandwright_reader");
  }

  /** Returns the account of the newest run: rows by outcome and rule. */
  private static Map<String, Long> account() throws SQLException {
    Map<String, Long> account = new TreeMap<>();
    for (String row :
        rows(
            store,
            "select outcome, rule, line_count from intake_account where instance_id ="
                + " (select max(instance_id) from intake_run) order by outcome, rule")) {
      String[] fields = row.split("\\|", -1);
      account.put(fields[0] + " " + fields[1], Long.parseLong(fields[2]));
    }
    return account;
  }

  private static long sum(Map<String, Long> account, String... outcomes) {
    return account.entrySet().stream()
        .filter(e -> List.of(outcomes).contains(e.getKey().split(" ", 2)[0]))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static long number(TestDatabase database, String query) throws SQLException {
    return Long.parseLong(rows(database, query).get(0));
  }

  private static String instant(String query) throws SQLException {
    return rows(store, query).get(0).replace(' ', 'T') + "Z";
  }

  /** Returns rows as text, columns separated by bars. */
  private static List<String> rows(TestDatabase database, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        List<String> fields = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          fields.add(row.getString(i));
        }
        rows.add(String.join("|", fields));
      }
    }
    return rows;
  }
}
