package org.demandwright.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTest {
  private final Places places = new Places(3, 2);

  @Test
  void one_caller_does_not_get_all_of_them() {
    assertThat(places.take("a")).isTrue();
    assertThat(places.take("a")).isTrue();
    assertThat(places.take("a")).isFalse();
    assertThat(places.take("b")).isTrue();
  }

  @Test
  void there_are_no_more_than_there_are() {
    places.take("a");
    places.take("b");
    places.take("c");
    assertThat(places.take("d")).isFalse();
    places.give("b");
    assertThat(places.take("d")).isTrue();
    assertThat(places.take("b")).isFalse();
  }
}
