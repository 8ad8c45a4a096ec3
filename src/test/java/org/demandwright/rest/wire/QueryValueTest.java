package org.demandwright.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.demandwright.core.demand.Bucket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryValueTest {
  @Test
  void a_limit_has_a_default_and_bounds() {
    assertThat(value(null).asLimit()).isEqualTo(100);
    assertThat(value("1").asLimit()).isEqualTo(1);
    assertThat(value("1000").asLimit()).isEqualTo(1000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1001", "ten", "1.5", "99999999999999999999"})
  void a_wrong_limit_says_what_is_allowed(String text) {
    assertThatThrownBy(() -> value(text).asLimit())
        .isInstanceOf(BadParameter.class)
        .hasMessage(
            "Query parameter x cannot be \"" + text + "\"; allowed: a whole number from 1 to 1000");
  }

  @Test
  void an_instant_needs_its_offset() {
    assertThat(value("2026-11-01T10:00:00+08:00").asInstant())
        .contains(Instant.parse("2026-11-01T02:00:00Z"));
    assertThatThrownBy(() -> value("2026-11-01").asInstant())
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("2026-11-01T02:00:00Z");
  }

  @Test
  void blank_means_not_given() {
    assertThat(value("  ").asText()).isEmpty();
    assertThat(value("").asId()).isEmpty();
    assertThat(value(" bolt ").asText()).contains("bolt");
  }

  @Test
  void a_choice_names_the_choices_in_order() {
    assertThat(value("b").asOneOf(Set.of("b", "a"))).contains("b");
    assertThatThrownBy(() -> value("c").asOneOf(Set.of("b", "a")))
        .hasMessageEndingWith("allowed: a, b");
    assertThat(value("DAY").asWordOf(EnumSet.of(Bucket.DAY))).contains(Bucket.DAY);
    assertThatThrownBy(() -> value("WEEK").asWordOf(EnumSet.of(Bucket.MONTH, Bucket.DAY)))
        .hasMessageEndingWith("allowed: DAY, MONTH");
    assertThat(value("true").asFlag()).contains(true);
    assertThatThrownBy(() -> value("yes").asFlag()).hasMessageEndingWith("allowed: false, true");
  }

  private static QueryValue value(String text) {
    return new QueryValue("x", text);
  }
}
