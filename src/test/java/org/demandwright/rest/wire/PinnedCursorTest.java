package org.demandwright.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinnedCursorTest {
  @Test
  void keeps_the_version_and_what_is_inside() {
    PinnedCursor cursor = new PinnedCursor(42, "series:7/ü=");
    assertThat(PinnedCursor.decoded(cursor.encoded())).isEqualTo(cursor);
    assertThat(cursor.encoded()).matches("[A-Za-z0-9_-]+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?", "zzz", "MTI", "OnNlcmllcw", "eDp5"})
  void refuses_what_it_did_not_write(String text) {
    assertThatThrownBy(() -> PinnedCursor.decoded(text))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("the text in next of the page before");
  }
}
