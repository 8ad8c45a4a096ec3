package org.demandwright.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.erp.ErpSalesLine;
import org.demandwright.store.QuarantinedLine;
import org.demandwright.store.StoredLine;
import org.junit.jupiter.api.Test;

class SalesLineReviewTest {
  private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
  private final SalesLineReview review = new SalesLineReview(Set.of("screw"));

  @Test
  void keepsDemandUnderItsSeries() {
    StoredLine line = review.review(raw("L1", null, "screw", DAY, "3")).line().orElseThrow();
    assertThat(line.key()).isEqualTo(Optional.of(new SeriesKey("C1", "screw", "S1", "")));
    assertThat(line.quantity()).isEqualByComparingTo("3");
  }

  @Test
  void keepsAnExcludedRowWithItsReasonHoweverBrokenItIs() {
    StoredLine line = review.review(raw("L1", "DRAFT", null, null, null)).line().orElseThrow();
    assertThat(line.excludedBecause()).isEqualTo("DRAFT");
    assertThat(line.key()).isEmpty();
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
  void namesARowWithoutIdentityByItsKey() {
    QuarantinedLine bad = review.review(raw(null, null, "screw", DAY, "1")).bad().orElseThrow();
    assertThat(bad.lineId()).startsWith("?SOL:77@");
  }

  private String reason(ErpSalesLine raw) {
    return review.review(raw).bad().orElseThrow().reason();
  }

  private static ErpSalesLine raw(
      String id, String excluded, String item, LocalDate day, String quantity) {
    return new ErpSalesLine(
        id,
        "SOL",
        77L,
        excluded,
        null,
        "C1",
        "D1",
        "ORDER",
        day,
        item,
        "S1",
        null,
        quantity == null ? null : new BigDecimal(quantity),
        null,
        null,
        null,
        LocalDateTime.of(2025, 3, 2, 8, 0));
  }
}
