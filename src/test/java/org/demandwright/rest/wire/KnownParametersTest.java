package org.demandwright.rest.wire;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownParametersTest {
  @Test
  void known_parameters_pass() {
    assertThatCode(() -> KnownParameters.check(given("item", "a"), Set.of("item", "site")))
        .doesNotThrowAnyException();
  }

  @Test
  void a_misspelt_one_is_refused_with_those_that_there_are() {
    assertThatThrownBy(() -> KnownParameters.check(given("itm", "a"), Set.of("site", "item")))
        .isInstanceOf(BadParameter.class)
        .hasMessage("There is no query parameter itm here; allowed: item, site");
    assertThatThrownBy(() -> KnownParameters.check(given("q", "a"), Set.of()))
        .hasMessageEndingWith("allowed: none here");
  }

  @Test
  void one_that_stands_twice_is_refused() {
    assertThatThrownBy(() -> KnownParameters.check(given("item", "a", "b"), Set.of("item")))
        .hasMessage("Query parameter item stands 2 times; allowed: once");
  }

  private static MultivaluedHashMap<String, String> given(String name, String... values) {
    MultivaluedHashMap<String, String> given = new MultivaluedHashMap<>();
    given.addAll(name, values);
    return given;
  }
}
