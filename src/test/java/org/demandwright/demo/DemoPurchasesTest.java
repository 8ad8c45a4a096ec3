package org.demandwright.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.demo.DemoDatabase.number;
import static org.demandwright.demo.DemoDatabase.rows;

import java.sql.Connection;
import java.sql.SQLException;
import org.demandwright.demo.generate.DemoSize;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the demo tells of its purchases, which decisions are made of. */
class DemoPurchasesTest {
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
  void deliveriesAreEarlyLateAndInParts() throws SQLException {
    String receipts =
        "select count(*) from dw_purchase_receipt r join dw_purchase_line l"
            + " on l.line_id = r.purchase_line_id where r.received_on ";
    assertThat(number(erp, receipts + "< l.promised_on")).isGreaterThan(20);
    assertThat(number(erp, receipts + "= l.promised_on")).isGreaterThan(20);
    assertThat(number(erp, receipts + "> l.promised_on")).isGreaterThan(20);
    assertThat(
            rows(
                erp,
                "select purchase_line_id from dw_purchase_receipt group by purchase_line_id"
                    + " having count(*) > 1"))
        .hasSizeGreaterThan(5);
  }

  @Test
  void whatCameWentIntoTheLedger() throws SQLException {
    String came =
        "select item_id, site_id, received_on, sum(quantity) from dw_purchase_receipt"
            + " group by item_id, site_id, received_on";
    String booked =
        "select item_id, site_id, posted_on, sum(quantity) from dw_stock_ledger"
            + " where movement_kind = 'RECEIPT' group by item_id, site_id, posted_on";
    assertThat(rows(erp, "(" + came + ") except (" + booked + ")")).isEmpty();
    assertThat(rows(erp, "(" + booked + ") except (" + came + ")")).isEmpty();
  }

  @Test
  void anOrderASiteIsLongOverdueAndOneWasCancelled() throws SQLException {
    assertThat(
            number(
                erp,
                "select count(*) from dw_open_supply where due_date < date '2025-12-15'"
                    + " and quantity_open > 0"))
        .isEqualTo(2);
    assertThat(
            number(
                erp, "select count(*) from dw_purchase_line where closed and quantity_ordered = 0"))
        .isEqualTo(2);
    assertThat(rows(erp, "select line_id from dw_purchase_line where not closed"))
        .hasSameElementsAs(rows(erp, "select purchase_line_id from dw_open_supply"));
  }

  @Test
  void itemsHaveOnePreferredVendorTodayAndSomeHaveOthers() throws SQLException {
    String today =
        " from dw_supplier_terms where valid_from <= date '2025-12-31'"
            + " and coalesce(valid_to, date '9999-12-31') >= date '2025-12-31' ";
    assertThat(rows(erp, "select item_id" + today + "and preferred order by 1"))
        .isEqualTo(rows(erp, "select item_id from dw_item order by 1"));
    assertThat(number(erp, "select count(*)" + today + "and not preferred")).isPositive();
    assertThat(
            number(
                erp,
                "select count(*) from dw_supplier_terms where purchase_uom = 'CTN'"
                    + " and purchase_factor > 1 and purchase_factor = order_multiple"))
        .isPositive();
    assertThat(
            rows(
                erp,
                "select b.terms_id from dw_price_break b join dw_supplier_terms t"
                    + " on t.terms_id = b.terms_id where b.unit_price >= t.unit_price"))
        .isEmpty();
  }

  @Test
  void lotsAreOfTheStockOnHandAndOfWhatSpoils() throws SQLException {
    assertThat(
            rows(
                erp,
                "select l.item_id, l.site_id from dw_lot l join dw_stock_level s"
                    + " on s.item_id = l.item_id and s.site_id = l.site_id"
                    + " group by l.item_id, l.site_id, s.on_hand having sum(l.quantity) > s.on_hand"))
        .isEmpty();
    assertThat(
            rows(
                erp,
                "select l.item_id from dw_lot l join dw_item i on i.item_id = l.item_id"
                    + " where i.shelf_life_days is null"))
        .isEmpty();
    assertThat(number(erp, "select count(*) from dw_lot where expires_on > date '2025-12-31'"))
        .isPositive();
  }

  @Test
  void customersWaitForWhatIsReserved() throws SQLException {
    assertThat(number(erp, "select count(*) from dw_open_demand")).isGreaterThan(10);
    assertThat(
            rows(
                erp,
                "select o.item_id from dw_open_demand o join dw_stock_level s"
                    + " on s.item_id = o.item_id and s.site_id = o.site_id"
                    + " group by o.item_id, o.site_id, s.reserved"
                    + " having sum(o.quantity_open) > s.reserved"))
        .isEmpty();
  }

  /** Fast items have dozens of receipts, each within −1 to +4 days of the lead time. */
  @Test
  void theTrueLeadTimeIsThatOfTheReceipts() throws SQLException {
    String first =
        "select l.item_id, l.line_id, min(datediff(day, r.ordered_on, r.received_on)) as days"
            + " from dw_purchase_line l join dw_purchase_receipt r on r.purchase_line_id = l.line_id"
            + " group by l.item_id, l.line_id";
    String error =
        "select f.item_id, avg(cast(f.days as double precision)) - t.effect as off from ("
            + first
            + ") f join true_effect t on t.item_id = f.item_id and t.effect_kind = 'LEAD_TIME'"
            + " group by f.item_id, t.effect having count(*) >= 20";
    assertThat(rows(erp, error)).hasSizeGreaterThan(4);
    assertThat(rows(erp, "select * from (" + error + ") e where abs(off) > 1")).isEmpty();
  }

  @Test
  void lanesAndClosedDaysAreThere() throws SQLException {
    assertThat(rows(erp, "select from_site_id, to_site_id, item_id from dw_transfer_lane"))
        .containsExactlyInAnyOrder("SHA|CAN|null", "CAN|SHA|null", "SHA|CAN|I0001");
    assertThat(
            rows(
                erp,
                "select count(*), count(site_id), count(distinct vendor_id) from dw_closed_day"
                    + " where closed_on > date '2025-12-31'"))
        .containsExactly("76|18|3");
  }

  @Test
  void oneMoreDayKeepsLotsAndLinesTogether() throws SQLException {
    try (Connection living = DemoDatabase.h2()) {
      new DemoErp(DemoSize.small()).load(living);
      String overdue = "select count(*) from dw_open_supply where due_date < date '2025-12-15'";
      for (int day = 1; day <= 20; day++) {
        DemoErp.liveOn(living, DemoSize.small().lastDay().plusDays(day));
      }
      assertThat(number(living, overdue)).isEqualTo(2);
      assertThat(DemoDatabase.problems(living)).isEmpty();
      assertThat(
              rows(
                  living,
                  "select l.item_id from dw_lot l join dw_stock_level s on s.item_id = l.item_id"
                      + " and s.site_id = l.site_id group by l.item_id, l.site_id, s.on_hand"
                      + " having sum(l.quantity) > s.on_hand"))
          .isEmpty();
      assertThat(number(living, "select count(*) from dw_lot where lot_id like '%-2026%'"))
          .isPositive();
    }
  }
}
