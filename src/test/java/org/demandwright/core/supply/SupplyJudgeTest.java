package org.demandwright.core.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.demand.ItemKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupplyJudgeTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final SupplyRow LINE =
      SupplyRow.of(
          SupplyTable.PURCHASE_LINE,
          "A",
          "PO:1",
          "4711",
          "tea",
          "S1",
          "V1",
          TODAY.minusDays(9),
          TODAY.plusDays(5),
          BigDecimal.TEN,
          BigDecimal.ONE,
          false,
          new BigDecimal("2.5"),
          "EUR");

  private final SupplyJudge judge =
      new SupplyJudge(
          TODAY,
          Set.of(new ItemKey("A", "tea"), new ItemKey("B", "cup")),
          Set.of(new SupplyJudge.SiteKey("A", "S1")));

  private void assertFault(SupplyRow row, SupplyFault fault, String column) {
    assertThat(judge.fault(row)).contains(new FaultyRow(row, fault, column));
  }

  private static Object value(SupplyRow row, String column, String text) {
    if (text == null) {
      return null;
    }
    return switch (row.table().columns().get(row.table().place(column)).type()) {
      case TEXT -> text.replace("LONG", "x".repeat(81));
      case AMOUNT -> new BigDecimal(text);
      case WHOLE -> Integer.valueOf(text);
      case DAY -> LocalDate.parse(text);
      case FLAG -> Boolean.valueOf(text);
    };
  }

  @Test
  void what_is_as_it_should_be_is_used() {
    assertThat(judge.fault(LINE)).isEmpty();
    assertThat(
            judge.fault(
                LINE.with("site_id", null)
                    .with("promised_on", null)
                    .with("unit_price", null)
                    .with("currency", null)))
        .as("what may be left open")
        .isEmpty();
    assertThat(judge.fault(LINE.with("quantity_received", new BigDecimal("99"))))
        .as("more came than was ordered")
        .isEmpty();
    assertThat(judge.fault(LINE.with("promised_on", TODAY.minusYears(1)))).as("late").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "line_id, , MISSING",
    "item_id, , MISSING",
    "item_id, '  ', MISSING",
    "vendor_id, , MISSING",
    "ordered_on, , MISSING",
    "quantity_ordered, , MISSING",
    "closed, , MISSING",
    "document_no, LONG, TOO_LONG",
    "quantity_ordered, -0.000001, NEGATIVE",
    "quantity_ordered, 1000000000000, TOO_LARGE",
    "quantity_received, -1000000000000, TOO_LARGE",
    "unit_price, -1, NEGATIVE",
    "ordered_on, 1899-12-31, IMPLAUSIBLE_DAY",
    "promised_on, 2200-01-01, IMPLAUSIBLE_DAY",
    "ordered_on, 2026-03-04, DAY_TO_COME",
    "item_id, cup, UNKNOWN_ITEM",
    "item_id, TEA, UNKNOWN_ITEM",
    "site_id, S2, UNKNOWN_SITE",
    "org_id, B, UNKNOWN_ITEM",
    "currency, EURO, NO_CURRENCY",
    "currency, eur, NO_CURRENCY"
  })
  void what_cannot_be_used_is_kept_apart(String column, String text, SupplyFault fault) {
    SupplyRow row = LINE.with(column, value(LINE, column, text));
    assertThat(judge.fault(row).map(FaultyRow::fault)).contains(fault);
    assertThat(judge.fault(row).map(FaultyRow::column))
        .contains(column.equals("org_id") ? "item_id" : column);
  }

  @Test
  void of_days_one_comes_after_the_other() {
    SupplyRow receipt =
        SupplyRow.of(
            SupplyTable.PURCHASE_RECEIPT,
            "GR:1",
            "A",
            "tea",
            "S1",
            "V1",
            TODAY,
            TODAY,
            BigDecimal.ONE,
            null);
    assertThat(judge.fault(receipt)).isEmpty();
    assertFault(
        receipt.with("received_on", TODAY.minusDays(1)),
        SupplyFault.RECEIVED_BEFORE_ORDERED,
        "received_on");
    assertThat(judge.fault(receipt.with("received_on", TODAY.plusDays(1))))
        .as("it is tomorrow already where it came")
        .isEmpty();
    assertFault(
        receipt.with("received_on", TODAY.plusDays(2)), SupplyFault.DAY_TO_COME, "received_on");
    SupplyRow terms =
        SupplyRow.of(
            SupplyTable.SUPPLIER_TERMS,
            "A",
            "T1",
            "tea",
            "V1",
            null,
            null,
            TODAY,
            TODAY,
            5,
            null,
            null,
            "BOX",
            BigDecimal.TEN,
            null,
            null);
    assertThat(judge.fault(terms)).isEmpty();
    assertFault(
        terms.with("valid_to", TODAY.minusDays(1)), SupplyFault.ENDS_BEFORE_BEGIN, "valid_to");
    assertFault(
        terms.with("purchase_factor", BigDecimal.ZERO),
        SupplyFault.NOT_POSITIVE,
        "purchase_factor");
    assertFault(terms.with("lead_time_days", -1), SupplyFault.NEGATIVE, "lead_time_days");
  }

  @Test
  void what_may_be_for_all_need_not_be_named() {
    assertThat(
            judge.fault(SupplyRow.of(SupplyTable.CLOSED_DAY, "A", TODAY.plusDays(20), null, null)))
        .isEmpty();
    assertFault(
        SupplyRow.of(SupplyTable.CLOSED_DAY, "A", null, null, null),
        SupplyFault.MISSING,
        "closed_on");
    assertThat(
            judge.fault(
                SupplyRow.of(SupplyTable.TRANSFER_LANE, "A", "S1", "S1", null, 2, null, null)))
        .isEmpty();
    assertFault(
        SupplyRow.of(SupplyTable.TRANSFER_LANE, "A", "", "S1", null, 2, null, null),
        SupplyFault.MISSING,
        "from_site_id");
    assertFault(
        SupplyRow.of(SupplyTable.VENDOR, "A", "V1", "Tea & Co", null, null, "1-5", null),
        SupplyFault.NO_WEEKDAYS,
        "order_days");
  }

  @Test
  void a_stock_below_nothing_is_how_things_are() {
    SupplyRow stock =
        SupplyRow.of(
            SupplyTable.STOCK_LEVEL, "A", "tea", "S1", BigDecimal.TEN.negate(), null, null);
    assertThat(judge.fault(stock)).isEqualTo(Optional.empty());
    assertFault(stock.with("reserved", BigDecimal.ONE.negate()), SupplyFault.NEGATIVE, "reserved");
  }

  @Test
  void a_row_is_kept_as_it_is_compared() {
    SupplyRow row =
        SupplyRow.of(
            SupplyTable.STOCK_LEVEL, null, " tea ", "S1", new BigDecimal("1.5"), null, null);
    assertThat(row)
        .isEqualTo(
            SupplyRow.of(
                SupplyTable.STOCK_LEVEL, "", "tea", "S1", new BigDecimal("1.5000000"), null, null));
    assertThat(row.told()).isEqualTo("item_id = tea, site_id = S1, on_hand = 1.5");
    assertThat(row.key()).isNotEqualTo(row.with("item_id", "te").with("site_id", "aS1").key());
  }
}
