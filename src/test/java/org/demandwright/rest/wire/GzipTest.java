package org.demandwright.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipTest {
  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br, gzip;q=0.5", "GZIP", "*", "x-gzip", "deflate, *;q=0.1"})
  void is_taken_by_who_says_so(String header) {
    assertThat(Gzip.isAccepted(header)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "identity", "gzip;q=0", "gzip; q=0.000, *", "br", "*;q=0", ";;,"})
  void is_not_forced_on_others(String header) {
    assertThat(Gzip.isAccepted(header)).isFalse();
  }

  @Test
  void without_the_header_nothing_is_packed() {
    assertThat(Gzip.isAccepted(null)).isFalse();
  }
}
