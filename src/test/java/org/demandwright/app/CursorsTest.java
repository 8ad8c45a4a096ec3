package org.demandwright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CursorsTest {

  @Test
  void comeBackAsTheyWent() {
    assertThat(Cursors.numbers(Cursors.of(12, 7), 2)).containsExactly(12, 7);
    assertThat(Cursors.number(Cursors.of(5))).isEqualTo(5);
  }

  @Test
  void thoseOfAnotherListAreRefused() {
    for (String cursor : new String[] {"", "%%%", "abc", Cursors.of(1, 2)}) {
      assertThatThrownBy(() -> Cursors.number(cursor))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("use the one that the last page gave");
    }
  }

  @Test
  void a_day_is_one_that_every_database_takes() {
    LocalDate first = LocalDate.of(1, 1, 1);
    assertThat(Cursors.day(first.toEpochDay())).isEqualTo(first);
    assertThat(Cursors.day("2027-07-01")).isEqualTo(LocalDate.of(2027, 7, 1));
    for (long far : new long[] {Long.MIN_VALUE, Long.MAX_VALUE, 1_000_000_000L}) {
      assertThatThrownBy(() -> Cursors.day(far)).isInstanceOf(Refused.class);
    }
    assertThatThrownBy(() -> Cursors.day("+999999999-12-31")).isInstanceOf(Refused.class);
  }
}
