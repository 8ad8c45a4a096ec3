package org.demandwright.app.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.demandwright.erp.adapter.ErpInspection.Limits;
import org.junit.jupiter.api.Test;

class ErpConnectionTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration TWO = Duration.ofSeconds(2);

  @Test
  void aRunThatReadsAllLinesChecksAsLongAsItIsAllowed() {
    Duration ten = Duration.ofSeconds(10);
    assertThat(ErpConnection.beforeRun(ten, true)).isEqualTo(new Limits(ten.dividedBy(2), ten));
  }

  @Test
  void aRunThatReadsChangesChecksForTwoSecondsAndNoLongerThanItIsAllowed() {
    assertThat(ErpConnection.beforeRun(Duration.ofSeconds(10), false))
        .isEqualTo(new Limits(SECOND, TWO));
    assertThat(ErpConnection.beforeRun(SECOND, false))
        .isEqualTo(new Limits(SECOND.dividedBy(2), SECOND));
  }
}
