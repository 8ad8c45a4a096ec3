package org.demandwright.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineRuleTest {
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
  void aRowThatBreaksNoRuleIsALine() {
    assertThat(broken("L1", "ORDER", DAY, "tea", "2", "KG")).isEmpty();
    assertThat(broken("L1", "RETURN", DAY, "tea", "-2", null)).isEmpty();
  }

  @Test
  void theFirstRuleThatIsBrokenIsTheReason() {
    assertThat(broken(" ", "GIFT", null, null, null, null)).contains(LineRule.NO_IDENTITY);
    assertThat(broken("L1", "GIFT", null, null, null, null)).contains(LineRule.UNKNOWN_KIND);
    assertThat(broken("L1", "ORDER", null, null, null, null)).contains(LineRule.NO_DATE);
    assertThat(broken("L1", "ORDER", LocalDate.of(1979, 12, 31), "tea", "2", "kg"))
        .contains(LineRule.IMPLAUSIBLE_DATE);
    assertThat(broken("L1", "ORDER", DAY, " ", "2", "kg")).contains(LineRule.NO_ITEM);
    assertThat(broken("L1", "ORDER", DAY, "mate", "2", "kg")).contains(LineRule.UNKNOWN_ITEM);
    assertThat(broken("L1", "ORDER", DAY, "tea", null, "g")).contains(LineRule.WRONG_UNIT);
    assertThat(broken("L1", "ORDER", DAY, "tea", null, "kg")).contains(LineRule.NO_QUANTITY);
    assertThat(broken("L1", "ORDER", DAY, "tea", "1e7", "kg")).contains(LineRule.ABSURD_QUANTITY);
    assertThat(broken("L1", "INVOICE", DAY, "tea", "-1", "kg")).contains(LineRule.WRONG_SIGN);
    assertThat(broken("L1", "RETURN", DAY, "tea", "1", "kg")).contains(LineRule.WRONG_SIGN);
  }

  private static Optional<LineRule> broken(
      String id, String kind, LocalDate day, String item, String quantity, String unit) {
    BigDecimal number = quantity == null ? null : new BigDecimal(quantity);
    return LineRule.broken(new Row(id, kind, "C1", null, day, item, number, unit), UNITS);
  }
}
