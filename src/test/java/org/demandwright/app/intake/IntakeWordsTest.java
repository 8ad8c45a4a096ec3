package org.demandwright.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.app.English.english;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.Words;
import org.demandwright.core.demand.BookingDays;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.intake.BaseUnits;
import org.demandwright.core.intake.BookedRow;
import org.demandwright.core.intake.KitBook;
import org.demandwright.core.intake.KitPart;
import org.demandwright.core.intake.LineRule;
import org.demandwright.core.intake.Objection;
import org.demandwright.core.intake.PlausibleDates;
import org.junit.jupiter.api.Test;

/** What an English reader is told of rows in quarantine, as it was told before it was words. */
class IntakeWordsTest {
  private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
  private static final BaseUnits UNITS =
      (org, item) -> item.equals("tea") ? Optional.of("kg") : Optional.empty();

  private record Row(
      String lineId,
      String lineKind,
      String orgId,
      LocalDate orderDate,
      LocalDate bookedOn,
      String itemId,
      BigDecimal quantity,
      String uomId)
      implements BookedRow {}

  @Test
  void everyRuleHasItsSentence() {
    assertThat(said(" ", "GIFT", DAY, "tea", "1", "kg"))
        .isEqualTo("the row has no line_id; correct the ERP's view");
    assertThat(said("L1", "GIFT", DAY, "tea", "1", "kg"))
        .startsWith("line_kind is 'GIFT', none of [")
        .endsWith("]; correct the ERP's view");
    assertThat(said("L1", "ORDER", null, "tea", "1", "kg"))
        .isEqualTo("demand_date is not set; set the date in the ERP");
    assertThat(said("L1", "ORDER", LocalDate.of(1979, 12, 31), "tea", "1", "kg"))
        .isEqualTo(
            "the order date 1979-12-31 or demand date 1979-12-31 is before 1980-01-01; correct it"
                + " where it was entered");
    assertThat(said("L1", "ORDER", DAY, "", "1", "kg"))
        .isEqualTo("the row names no item; correct it in the ERP");
    assertThat(said("L1", "ORDER", DAY, "it's; mate", "1", "kg"))
        .isEqualTo("item it's; mate of company 'C1' is not in dw_item; add it in the ERP");
    assertThat(said("L1", "ORDER", DAY, "tea", "1", "BOX"))
        .isEqualTo(
            "the quantity is in BOX, but item tea is counted in kg; convert it in the ERP's view");
    assertThat(said("L1", "ORDER", DAY, "tea", null, "kg"))
        .isEqualTo("the quantity is empty; set it in the ERP");
    assertThat(said("L1", "ORDER", DAY, "tea", "12000000.50", "kg"))
        .isEqualTo("the quantity 12000000.50 is at or above 10000000; correct it in the ERP");
    assertThat(said("L1", "INVOICE", DAY, "tea", "-1", "kg"))
        .isEqualTo(
            "the quantity of this INVOICE is -1: a RETURN takes from demand and nothing else does;"
                + " correct the ERP's view");
  }

  @Test
  void datesAndKitsHaveTheirs() {
    PlausibleDates dates =
        new PlausibleDates(DAY, Optional.of(new BookingDays.Span(DAY.minusDays(9), DAY)));
    assertThat(told(dates.objection(DAY.plusDays(1), DAY).orElseThrow()))
        .isEqualTo(
            "the order date 2025-03-02 is after today, 2025-03-01; correct it where it was entered");
    assertThat(told(dates.objection(DAY, DAY.plusYears(3)).orElseThrow()))
        .isEqualTo(
            "the demand date 2028-03-01 is more than 2 years after today, 2025-03-01; correct it"
                + " where it was entered");
    assertThat(told(dates.objection(DAY.minusDays(99), DAY).orElseThrow()))
        .isEqualTo(
            "the order date 2024-11-22 is cut off by a silence that is improbable for this source,"
                + " which books from 2025-02-20 to 2025-03-01; correct it where it was entered, or"
                + " leave it: it counts as soon as the source goes on there");
    KitBook kits =
        new KitBook(
            List.of(
                new KitPart(new ItemKey("", "desk"), "leg", BigDecimal.ZERO),
                new KitPart(new ItemKey("", "loop"), "hoop", BigDecimal.ONE),
                new KitPart(new ItemKey("", "hoop"), "loop", BigDecimal.ONE)));
    assertThat(kit(kits, "desk"))
        .isEqualTo("component leg of kit desk has no quantity above 0; correct it in the ERP");
    assertThat(kit(kits, "leg"))
        .isEqualTo(
            "item leg is sold as a kit, but dw_kit_component has no parts of it; add them in the"
                + " ERP");
    assertThat(kit(kits, "loop"))
        .isEqualTo("a kit contains itself: loop > hoop > loop; correct it in the ERP");
  }

  @Test
  void whatIsWrongIsSaidWithoutTheAdviceWhereAnotherIsGiven() {
    Words objection =
        LineRule.NO_ITEM.objection(row("L1", "ORDER", DAY, "", "1", "kg"), UNITS).orElseThrow();
    assertThat(english(Objection.fault(objection))).isEqualTo("the row names no item");
  }

  private static String kit(KitBook kits, String item) {
    return told(kits.explode(new ItemKey("", item)).detail().orElseThrow());
  }

  private static String said(
      String id, String kind, LocalDate day, String item, String quantity, String unit) {
    BookedRow row = row(id, kind, day, item, quantity, unit);
    LineRule rule = LineRule.broken(row, UNITS).orElseThrow();
    return told(rule.objection(row, UNITS).orElseThrow());
  }

  private static BookedRow row(
      String id, String kind, LocalDate day, String item, String quantity, String unit) {
    BigDecimal number = quantity == null ? null : new BigDecimal(quantity);
    return new Row(id, kind, "C1", null, day, item, number, unit);
  }

  /** Says what stands in the store. */
  private static String told(Words words) {
    return english(Words.parse(words.text()));
  }
}
