package org.demandwright.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
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
    Scalar<Instant> instant = Scalar.of(Instant.class).orElseThrow();
    assertThat(value("2026-11-01T10:00:00+08:00").as(instant))
        .contains(Instant.parse("2026-11-01T02:00:00Z"));
    for (String wrong : List.of("2026-11-01", "+999999-01-01T00:00:00Z", "yesterday")) {
      assertThatThrownBy(() -> value(wrong).as(instant))
          .isInstanceOf(BadParameter.class)
          .hasMessageContaining("2026-11-01T02:00:00Z");
    }
  }

  @Test
  void blank_means_not_given() {
    assertThat(value("  ").asText()).isEmpty();
    assertThat(value("").as(Scalar.of(Long.class).orElseThrow())).isEmpty();
    assertThat(value(" bolt ").asText()).contains("bolt");
  }

  @Test
  void a_number_that_does_not_fit_is_none() {
    assertThatThrownBy(() -> value("18446744073709551617").as(Scalar.of(long.class).orElseThrow()))
        .isInstanceOf(BadParameter.class)
        .hasMessageEndingWith("allowed: a whole number");
  }

  @Test
  void a_choice_names_the_choices() {
    assertThat(value("b").asOneOf(Set.of("b", "a"))).contains("b");
    assertThatThrownBy(() -> value("c").asOneOf(Set.of("b", "a")))
        .hasMessageEndingWith("allowed: a, b");
    Scalar<Bucket> bucket = Scalar.of(Bucket.class).orElseThrow();
    assertThat(value("DAY").as(bucket)).contains(Bucket.DAY);
    assertThatThrownBy(() -> value("day").as(bucket))
        .hasMessageEndingWith("allowed: DAY, WEEK, MONTH, QUARTER");
  }

  private static QueryValue value(String text) {
    return new QueryValue("x", text);
  }
}
