package org.demandwright.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.demandwright.store.source.PushedLine;
import org.junit.jupiter.api.Test;

class PushedLineRuleTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  private static String fault(LocalDate day, String quantity, String excluded, String reason) {
    return PushedLineRule.broken(PushedLines.line(1, day, quantity, excluded, reason))
        .map(fault -> fault.field() + ": " + fault.sentence())
        .orElse("");
  }

  @Test
  void whatCountsNeedsADayAQuantityAndItsSign() {
    assertThat(fault(DAY, "4", null, null)).isEmpty();
    assertThat(fault(null, "4", null, null)).startsWith("demandDate: demandDate is missing");
    assertThat(fault(LocalDate.of(1970, 1, 1), "4", null, null))
        .isEqualTo("demandDate: demandDate is before 1980-01-01.");
    assertThat(fault(DAY, null, null, null)).startsWith("quantity: quantity is missing");
    assertThat(fault(DAY, "-4", null, null))
        .contains("has the wrong sign for a line of kind ORDER");
    assertThat(fault(DAY, "10000000", null, null)).contains("ten million or more");
  }

  @Test
  void whatDoesNotCountNeedsNeither() {
    assertThat(fault(null, null, "SAMPLE", null)).isEmpty();
    assertThat(fault(null, null, "a sample", null)).startsWith("excludedBecause: ");
  }

  @Test
  void zeroAndAReasonDeleteTogetherAlone() {
    assertThat(fault(DAY, "0", PushedLine.DELETED, "entered twice")).isEmpty();
    assertThat(fault(DAY, "0", null, null))
        .isEqualTo("quantity: quantity is 0: give a reason, which deletes the line.");
    assertThat(fault(DAY, "4", null, "entered twice")).startsWith("reason: reason is for a line");
    assertThat(fault(DAY, "4", PushedLine.DELETED, "entered twice"))
        .startsWith("excludedBecause: excludedBecause is DELETED");
  }
}
