package org.demandwright.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.demandwright.app.English.english;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demandwright.core.demand.BookingDays;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Lines;
import org.demandwright.core.demand.SalesLine;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.demand.SeriesLine;
import org.demandwright.core.intake.KitBook;
import org.demandwright.core.intake.KitPart;
import org.demandwright.core.intake.PlausibleDates;
import org.demandwright.erp.ErpSalesLine;
import org.demandwright.store.intake.QuarantinedLine;
import org.junit.jupiter.api.Test;

class SalesLineReviewTest {
  private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
  private static final Map<ItemKey, String> UNITS =
      Stream.of("screw", "nail", "set", "box", "snake", "tail", "hollow", "odd", "level0")
          .collect(Collectors.toMap(item -> new ItemKey("C1", item), item -> "EA"));
  private static final PlausibleDates DATES =
      new PlausibleDates(DAY.plusYears(1), Optional.empty());
  private static final List<KitPart> KITS = kits();

  private final SalesLineReview review = new SalesLineReview(UNITS, DATES, new KitBook(KITS));

  @Test
  void keepsDemandUnderItsSeries() {
    SeriesLine line = review.review(raw("L1", null, "screw", DAY, "3")).lines().get(0);
    assertThat(line.series()).isEqualTo(Optional.of(new SeriesKey("C1", "screw", "S1", "")));
    assertThat(line.line().quantity()).isEqualByComparingTo("3");
  }

  @Test
  void keepsAnExcludedRowWithItsReasonHoweverBrokenItIs() {
    SeriesLine line = review.review(raw("L1", "DRAFT", null, null, null)).lines().get(0);
    assertThat(line.line().excludedBecause()).isEqualTo("DRAFT");
    assertThat(line.series()).isEmpty();
  }

  @Test
  void quarantinesWhatCannotBeUnderstoodAndSaysWhy() {
    assertThat(reason(raw(" ", null, "screw", DAY, "1"))).isEqualTo("NO_IDENTITY");
    assertThat(reason(raw("L1", null, "screw", null, "1"))).isEqualTo("NO_DATE");
    assertThat(reason(raw("L1", null, "screw", DAY.plusYears(9), "1")))
        .isEqualTo("IMPLAUSIBLE_DATE");
    assertThat(reason(raw("L1", null, null, DAY, "1"))).isEqualTo("NO_ITEM");
    assertThat(reason(raw("L1", null, "nut", DAY, "1"))).isEqualTo("UNKNOWN_ITEM");
    assertThat(reason(raw("L1", null, "screw", DAY, null))).isEqualTo("NO_QUANTITY");
    assertThat(reason(raw("L1", null, "screw", DAY, "-10000000"))).isEqualTo("ABSURD_QUANTITY");
  }

  @Test
  void datesThatCannotBeAreRefusedAndSayWhatToDo() {
    LocalDate today = DATES.today();
    assertThat(english(DATES.objection(today.plusDays(1), today.plusDays(3)).orElseThrow()))
        .contains("is after today, " + today, "correct it");
    assertThat(DATES.objection(today, today.plusYears(2))).isEmpty();
    assertThat(DATES.objection(null, today.plusYears(180))).isPresent();
    PlausibleDates cut =
        new PlausibleDates(today, Optional.of(new BookingDays.Span(DAY, DAY.plusDays(9))));
    assertThat(english(cut.objection(DAY.plusDays(90), DAY.plusDays(90)).orElseThrow()))
        .contains(DAY.plusDays(90).toString(), DAY.plusDays(9).toString(), "silence");
    assertThat(cut.objection(DAY.plusDays(9), today.plusDays(20)))
        .as("ordered within the body, wanted later")
        .isEmpty();
    assertThat(reason(raw("L1", null, "screw", LocalDate.of(1924, 6, 1), "1")))
        .isEqualTo("IMPLAUSIBLE_DATE");
  }

  @Test
  void anotherUnitAnotherSignOrAnUnknownKindIsRefused() {
    assertThat(reason(raw("ORDER", "screw", "3", "BOX", false))).isEqualTo("WRONG_UNIT");
    assertThat(reason(raw("ORDER", "screw", "-3", "EA", false))).isEqualTo("WRONG_SIGN");
    assertThat(reason(raw("RETURN", "screw", "3", "EA", false))).isEqualTo("WRONG_SIGN");
    assertThat(reason(raw("VOUCHER", "screw", "3", "EA", false))).isEqualTo("UNKNOWN_KIND");
    assertThat(review.review(raw("RETURN", "screw", "-3", "EA", false)).bad()).isEmpty();
    assertThat(review.review(raw("ORDER", "screw", "3", null, false)).bad()).isEmpty();
  }

  @Test
  void aKitIsKeptAsExcludedAndItsPartsAreDemand() {
    List<SalesLine> lines =
        review.review(raw("ORDER", "set", "2", "EA", true)).lines().stream()
            .map(SeriesLine::line)
            .toList();
    assertThat(lines)
        .extracting(SalesLine::lineId, SalesLine::excludedBecause, SalesLine::derivedFrom)
        .containsExactly(
            tuple("L1", "KIT", null), tuple("L1#nail", null, "L1"), tuple("L1#screw", null, "L1"));
    // 2 sets of 4 screws and 1 box with 3 screws and 5 nails each
    assertThat(lines.get(1).quantity()).isEqualByComparingTo("10");
    assertThat(lines.get(2).quantity()).isEqualByComparingTo("14");
    assertThat(lines.get(2).netAmount()).as("how an amount divides is not known").isNull();
  }

  /** Its parts are lines of the order, too: exploded, they would count twice. */
  @Test
  void aKitThatTheErpExplodesItselfIsExcludedByTheView() {
    JudgedRow kept = review.review(row("L1", "KIT", "ORDER", DAY, "set", "2", "EA", false));
    assertThat(kept.lines()).hasSize(1);
    assertThat(kept.lines().get(0).line().excludedBecause()).isEqualTo("KIT");
    assertThat(kept.bad()).isEmpty();
  }

  @Test
  void aKitThatCannotBeExplodedIsRefused() {
    assertThat(reason(raw("ORDER", "screw", "1", "EA", true))).isEqualTo("KIT_WITHOUT_COMPONENTS");
    assertThat(reason(raw("ORDER", "snake", "1", "EA", true))).isEqualTo("KIT_CYCLE");
    assertThat(reason(raw("ORDER", "hollow", "1", "EA", true))).isEqualTo("KIT_QUANTITY");
    assertThat(reason(raw("ORDER", "level0", "1", "EA", true))).isEqualTo("KIT_TOO_DEEP");
    assertThat(reason(raw("ORDER", "odd", "1", "EA", true))).isEqualTo("UNKNOWN_ITEM");
  }

  @Test
  void aQuarantinedRowKeepsWhatItSaid() {
    QuarantinedLine bad =
        review.review(raw("ORDER", "screw", "3", "BOX", false)).bad().orElseThrow();
    assertThat(bad.raw()).contains("\"uom_id\":\"BOX\"", "\"quantity\":\"3\"");
    assertThat(english(bad.detail())).contains("BOX", "EA");
  }

  @Test
  void companiesMayUseOneIdentityForTwoItems() {
    SalesLineReview other =
        new SalesLineReview(
            Map.of(new ItemKey("C2", "screw"), "EA"), DATES, new KitBook(List.of()));
    assertThat(other.review(raw("L1", null, "screw", DAY, "1")).bad().orElseThrow().reason())
        .isEqualTo("UNKNOWN_ITEM");
  }

  @Test
  void namesARowWithoutIdentityByItsKey() {
    QuarantinedLine bad = review.review(raw(null, null, "screw", DAY, "1")).bad().orElseThrow();
    assertThat(bad.lineId()).startsWith("?SOL:77@");
  }

  private String reason(ErpSalesLine raw) {
    return review.review(raw).bad().orElseThrow().reason();
  }

  private static KitPart part(String kit, String component, String quantity) {
    return new KitPart(new ItemKey("C1", kit), component, new BigDecimal(quantity));
  }

  private static List<KitPart> kits() {
    List<KitPart> parts =
        new ArrayList<>(
            List.of(
                part("set", "screw", "4"),
                part("set", "box", "1"),
                part("box", "screw", "3"),
                part("box", "nail", "5"),
                part("snake", "tail", "1"),
                part("tail", "snake", "1"),
                part("hollow", "screw", "0"),
                part("odd", "unheard-of", "1")));
    for (int level = 0; level <= KitBook.MOST_LEVELS; level++) {
      parts.add(part("level" + level, "level" + (level + 1), "1"));
    }
    return parts;
  }

  private static ErpSalesLine raw(
      String id, String excluded, String item, LocalDate day, String quantity) {
    return row(id, excluded, "ORDER", day, item, quantity, "EA", false);
  }

  private static ErpSalesLine raw(
      String kind, String item, String quantity, String unit, boolean kit) {
    return row("L1", null, kind, DAY, item, quantity, unit, kit);
  }

  private static ErpSalesLine row(
      String id,
      String excluded,
      String kind,
      LocalDate day,
      String item,
      String quantity,
      String unit,
      boolean kit) {
    return Lines.record(
        ErpSalesLine.class,
        "lineId",
        id,
        "sourceKind",
        "SOL",
        "sourceKey",
        77L,
        "excludedBecause",
        excluded,
        "orgId",
        "C1",
        "documentNo",
        "D1",
        "lineKind",
        kind,
        "demandDate",
        day,
        "itemId",
        item,
        "siteId",
        "S1",
        "quantity",
        quantity == null ? null : new BigDecimal(quantity),
        "uomId",
        unit,
        "netAmount",
        new BigDecimal("9.5"),
        "currency",
        "EUR",
        "isKit",
        kit,
        "changedAt",
        LocalDateTime.of(2025, 3, 2, 8, 0));
  }
}
