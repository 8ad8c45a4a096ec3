package org.demandwright.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.demandwright.demo.DemoDatabase.number;
import static org.demandwright.demo.DemoDatabase.rows;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.demo.generate.Dirt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoErpTest {
  private static final String DEMAND =
      " from dw_sales_line where excluded_because is null and line_kind = 'ORDER'"
          + " and order_date is not null and quantity < 1000000 and item_id <> 'I-GONE' ";

  private static Connection erp;

  @BeforeAll
  static void load() throws SQLException {
    erp = DemoDatabase.h2();
    new DemoErp(DemoSize.small()).load(erp);
  }

  @AfterAll
  static void close() throws SQLException {
    erp.close();
  }

  @Test
  void everyCheckOfTheContractHolds() throws SQLException {
    assertThat(DemoDatabase.problems(erp)).isEmpty();
  }

  @Test
  void hasAboutAsManyLinesAsAskedFor() throws SQLException {
    assertThat(number(erp, "select count(*) from dw_sales_line")).isBetween(10_000L, 14_000L);
    assertThat(number(erp, "select count(distinct order_date)" + DEMAND)).isGreaterThan(395);
  }

  @Test
  void theSameSeedGivesTheSameRowsAndAnotherSeedOthers() throws SQLException {
    String all = "select * from dw_sales_line order by source_key";
    try (Connection same = DemoDatabase.h2();
        Connection other = DemoDatabase.h2()) {
      new DemoErp(DemoSize.small()).load(same);
      new DemoErp(DemoSize.small().withSeed(8)).load(other);
      assertThat(rows(same, all)).isEqualTo(rows(erp, all));
      assertThat(rows(other, all)).isNotEqualTo(rows(erp, all));
    }
  }

  /** What is forecast with them must not change because something beside them is generated. */
  @Test
  void theLinesAndTheStockAreTheseWhateverElseIsGenerated() throws Exception {
    assertThat(fingerprint("select * from sales_order_line order by id"))
        .isEqualTo("1f565624ba6dac5b8cb051e1");
    assertThat(fingerprint("select * from stock_ledger order by id"))
        .isEqualTo("2d462aa56596423daa282878");
  }

  private static String fingerprint(String sql) throws Exception {
    byte[] rows = String.join("\n", rows(erp, sql)).getBytes(StandardCharsets.UTF_8);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(rows);
    return HexFormat.of().formatHex(hash, 0, 12);
  }

  @Test
  void holdsEveryKindOfLine() throws SQLException {
    assertThat(
            rows(
                erp,
                "select distinct excluded_because from dw_sales_line"
                    + " where excluded_because is not null order by 1"))
        .containsExactly("CANCELLED", "DRAFT", "NO_ITEM", "SAMPLE");
    assertThat(
            number(
                erp,
                "select count(*) from dw_sales_line where line_kind = 'RETURN' and quantity < 0"))
        .isGreaterThan(50);
  }

  @Test
  void holdsTheDirtyLinesOfEachKind() throws SQLException {
    String dirty =
        "select count(*) from dw_sales_line l where excluded_because is null and quantity is null"
            + " or order_date is null or quantity >= 10000000"
            + " or item_id is not null and item_id not in (select item_id from dw_item)";
    assertThat(number(erp, dirty)).isEqualTo(Dirt.LINES);
    assertThat(number(erp, "select count(*) from dw_sales_line where order_date is null"))
        .isEqualTo(Dirt.LINES / 4);
  }

  @Test
  void theCheckOfDemandFindsTheDirtyLinesAndNoOthers() throws SQLException {
    assertThat(DemoDatabase.found(erp, "sql/erp/checks/demand.sql"))
        .hasSize(Dirt.LINES)
        .allSatisfy(
            row ->
                assertThat(row)
                    .containsAnyOf(
                        "without a day", "without item or", "not in dw_item", "ten million"));
  }

  @Test
  void nothingIsSoldWhileTheStockIsOut() throws SQLException {
    String spells =
        "select item_id, site_id, posted_on, next_on from (select item_id, site_id, posted_on,"
            + " balance_after, lead(posted_on) over (partition by item_id, site_id"
            + " order by source_key) as next_on from dw_stock_ledger) m where balance_after <= 0";
    assertThat(rows(erp, spells)).as("stock-outs").hasSizeGreaterThan(20);
    assertThat(
            rows(
                erp,
                "select l.line_id from dw_sales_line l join ("
                    + spells
                    + ") s on s.item_id = l.item_id and s.site_id = l.site_id"
                    + " and l.order_date > s.posted_on"
                    + " and l.order_date < coalesce(s.next_on, date '9999-12-31')"
                    + " where l.excluded_because is null and l.line_kind = 'ORDER'"
                    + " and l.net_amount > 1"))
        .isEmpty();
    assertThat(number(erp, "select sum(effect) from true_effect where effect_kind = 'LOST_SALES'"))
        .isPositive();
  }

  @Test
  void whatLeftTheStockIsWhatWasSold() throws SQLException {
    String sold =
        "select o.site_id, l.item_id, o.order_date, sum(l.quantity) from sales_order_line l"
            + " join sales_order o on o.id = l.order_id where o.order_type = 'STANDARD'"
            + " and l.line_status in ('SHIPPED', 'SAMPLE') and o.status = 'SHIPPED'"
            + " and l.item_id is not null and l.description <> 'Dirty line'"
            + " group by o.site_id, l.item_id, o.order_date";
    String issued =
        "select site_id, item_id, posted_on, -sum(quantity) from stock_ledger"
            + " where movement_kind = 'ISSUE' group by site_id, item_id, posted_on";
    assertThat(rows(erp, "(" + sold + ") except (" + issued + ")")).isEmpty();
    assertThat(rows(erp, "(" + issued + ") except (" + sold + ")")).isEmpty();
    assertThat(rows(erp, issued)).hasSizeGreaterThan(1_000);
  }

  @Test
  void theElevenOfNovemberIsSeen() throws SQLException {
    long onTheDay = number(erp, "select count(*)" + DEMAND + "and order_date = date '2025-11-11'");
    long usual =
        number(
            erp,
            "select count(*) / 31"
                + DEMAND
                + "and order_date between date '2025-10-01' and date '2025-10-31'");
    assertThat(onTheDay).isGreaterThan(usual * 3 / 2);
  }

  @Test
  void planReachesBeyondTheLastDay() throws SQLException {
    assertThat(number(erp, "select count(*) from dw_promotion where from_date > date '2026-01-01'"))
        .isPositive();
    assertThat(
            number(
                erp,
                "select count(*) from dw_calendar where event_name = 'SPRING_FESTIVAL'"
                    + " and event_date between date '2026-02-15' and date '2026-02-23'"))
        .isEqualTo(9);
    assertThat(number(erp, "select count(*) from dw_price where valid_to is null")).isEqualTo(12);
  }

  @Test
  void newEndedAndIntermittentItemsAreThere() throws SQLException {
    assertThat(number(erp, "select count(*) from dw_item where not active")).isPositive();
    assertThat(number(erp, "select count(*) from item where introduced_on > date '2025-06-01'"))
        .isPositive();
    assertThat(
            number(
                erp,
                "select count(*) from (select item_id, site_id, count(distinct order_date) as n"
                    + DEMAND
                    + "group by item_id, site_id) d where n < 80"))
        .isGreaterThanOrEqualTo(4);
  }

  @Test
  void aWindowOfChangesReachesTheIndex() throws SQLException {
    String plan =
        String.join(
            "\n",
            rows(
                erp,
                "explain select * from dw_sales_line where changed_at > timestamp '2025-06-01"
                    + " 00:00:00' and changed_at <= timestamp '2025-06-02 00:00:00'"
                    + " order by changed_at, source_key"));
    assertThat(plan).contains("SALES_ORDER_LINE_CHANGED").doesNotContain("tableScan");
  }

  @Test
  void livesOnForADay() throws SQLException {
    try (Connection living = DemoDatabase.h2()) {
      new DemoErp(DemoSize.small()).load(living);
      long before = number(living, "select count(*) from dw_sales_line");
      String last = rows(living, "select max(changed_at) from dw_sales_line").get(0);
      var day = DemoSize.small().lastDay().plusDays(1);
      var changes = DemoErp.liveOn(living, day);
      assertThat(changes.added()).isPositive();
      assertThat(changes.cancelled() + changes.changed()).isPositive();
      assertThat(number(living, "select count(*) from dw_sales_line"))
          .isEqualTo(before + changes.added());
      assertThat(
              number(
                  living,
                  "select count(*) from dw_sales_line where changed_at > timestamp '" + last + "'"))
          .isEqualTo(changes.added() + changes.cancelled() + changes.changed());
      assertThat(DemoDatabase.problems(living)).isEmpty();
      assertThatThrownBy(() -> DemoErp.liveOn(living, day))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("later day");
    }
  }
}
