package org.demandwright.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "tea cups and rain",
        "Xq7-pLm2-Vr9k",
        "绿茶和雨天的火车站在城里",
        "passwordless winters are colder",
      })
  void takes_what_is_long_and_not_usual(String password) {
    assertThat(PasswordRules.objection("ann", password)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short",
        "elevenchars",
        "Password2026!",
        "p@$$w0rd12345",
        "Summer2026Summer",
        "admin-admin-1234",
        "123456789012",
        "aaaaaaaaaaaaaaab",
        "ann-12345-xyzzy",
        "qwertyuiop12"
      })
  void refuses_what_is_short_or_tried_first(String password) {
    assertThat(PasswordRules.objection("ann", password)).isPresent();
  }

  @Test
  void refuses_what_no_hash_should_have_to_read() {
    assertThat(PasswordRules.objection("ann", "abcdefgh".repeat(26))).isPresent();
  }

  @Test
  void what_is_drawn_may_be_taken() {
    assertThat(PasswordRules.objection("ann", RandomPassword.draw())).isEmpty();
  }
}
