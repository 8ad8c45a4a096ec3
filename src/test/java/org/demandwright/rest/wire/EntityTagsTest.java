package org.demandwright.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {
  private static final String NOW = "abc";

  @ParameterizedTest
  @ValueSource(strings = {"\"abc\"", "W/\"abc\"", "\"x\", \"abc-gzip\"", "*", " \"abc\" "})
  void find_the_tag_of_now(String text) {
    assertThat(EntityTags.of("If-Match", text).hold(NOW)).isTrue();
  }

  @Test
  void tell_another_one() {
    assertThat(EntityTags.of("If-Match", "\"abd\"").hold(NOW)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "\"abc", "\"a\" \"b\"", "", ","})
  void refuse_what_is_none(String text) {
    assertThatThrownBy(() -> EntityTags.of("If-None-Match", text))
        .isInstanceOf(BadHeader.class)
        .hasMessageStartingWith("Header If-None-Match cannot be");
  }
}
