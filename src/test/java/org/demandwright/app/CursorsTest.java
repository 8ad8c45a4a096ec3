package org.demandwright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
