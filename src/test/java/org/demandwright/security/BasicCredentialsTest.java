package org.demandwright.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasicCredentialsTest {
  @Test
  void reads_utf8_and_splits_at_the_first_colon() {
    String encoded = Base64.getEncoder().encodeToString("jörg:a:b茶".getBytes(UTF_8));
    var found = BasicCredentials.parse("basic " + encoded).orElseThrow();
    assertThat(found.getCaller()).isEqualTo("jörg");
    assertThat(found.getPasswordAsString()).isEqualTo("a:b茶");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "Bearer abc", "Basic", "Basic !!!", "Basic bm9jb2xvbg==", "Basic Onh4"})
  void anything_else_is_no_credential(String header) {
    assertThat(BasicCredentials.parse(header)).isEmpty();
  }
}
