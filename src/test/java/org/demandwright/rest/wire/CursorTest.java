package org.demandwright.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  @Test
  void keeps_the_version_and_what_is_inside() {
    Cursor cursor = new Cursor("abc", Optional.of(42L), "series:7/ü=.");
    assertThat(Cursor.decoded(cursor.encoded(), "abc")).isEqualTo(cursor);
    assertThat(cursor.encoded()).matches("[A-Za-z0-9_-]+");
    Cursor of_no_version = new Cursor("abc", Optional.empty(), "7");
    assertThat(Cursor.decoded(of_no_version.encoded(), "abc")).isEqualTo(of_no_version);
  }

  @Test
  void belongs_to_one_question() {
    String cursor = new Cursor("abc", Optional.empty(), "7").encoded();
    assertThatThrownBy(() -> Cursor.decoded(cursor, "abd"))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("other filters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?", "zzz", "MTI", "OnNlcmllcw", "MS5hYmMueC43", "MS5hYmM"})
  void refuses_what_it_did_not_write(String text) {
    assertThatThrownBy(() -> Cursor.decoded(text, "abc"))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("the text in next of the page before");
  }
}
