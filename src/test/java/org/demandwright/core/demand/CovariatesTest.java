package org.demandwright.core.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.demandwright.core.DoubleVector;
import org.junit.jupiter.api.Test;

class CovariatesTest {
  private static final Covariates RISING = priced(0.8, 0.9, 1, 1.1, 2);

  @Test
  void theUsualPriceIsTheMedianOfWhatWasKnown() {
    assertThat(RISING.asKnownAt(2).price())
        .isEqualTo(DoubleVector.of(0.8 / 0.9, 1, 1 / 0.9, 1.1 / 0.9, 2 / 0.9));
    assertThat(RISING.asKnownAt(5)).isEqualTo(RISING);
  }

  @Test
  void laterPricesDoNotChangeWhatWasUsual() {
    Covariates later = priced(0.8, 0.9, 1, 50, 60);
    assertThat(later.asKnownAt(3).price().head(3)).isEqualTo(RISING.asKnownAt(3).price().head(3));
  }

  @Test
  void aPriceThatIsNotKnownIsNotUsual() {
    assertThat(priced(0, 0, 2, 2).asKnownAt(4).price()).isEqualTo(DoubleVector.of(0, 0, 1, 1));
    assertThat(priced(0, 0).asKnownAt(2)).isEqualTo(priced(0, 0));
    assertThat(Covariates.none().asKnownAt(7)).isEqualTo(Covariates.none());
  }

  @Test
  void theRestIsKept() {
    EventCalendar events =
        EventCalendar.of(
            List.of(new EventDays("fair", LocalDate.of(2024, 5, 1), LocalDate.of(2024, 5, 3))));
    Covariates all =
        new Covariates(DoubleVector.of(2, 3, 4), DoubleVector.of(0, 1, 0, 1), "tools", events);
    assertThat(all.asKnownAt(2).events()).isSameAs(events);
    assertThat(all.asKnownAt(2).promotion()).isEqualTo(all.promotion());
    assertThat(all.asKnownAt(2).category()).isEqualTo("tools");
    assertThat(all.head(3))
        .isEqualTo(
            new Covariates(DoubleVector.of(2, 3, 4), DoubleVector.of(0, 1, 0), "tools", events));
  }

  @Test
  void askingTwiceChangesNothing() {
    Covariates once = RISING.asKnownAt(2);
    assertThat(once.asKnownAt(2)).isSameAs(once);
  }

  private static Covariates priced(double... price) {
    return new Covariates(DoubleVector.of(price), DoubleVector.empty(), "");
  }
}
