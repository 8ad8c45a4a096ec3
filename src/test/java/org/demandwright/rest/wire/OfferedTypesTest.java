package org.demandwright.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Set;
import org.demandwright.rest.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferedTypesTest {
  private static final Collection<Class<?>> ALL = Resources.all();

  @ParameterizedTest
  @CsvSource({
    "GET,series,application/json text/csv",
    "GET,/events/1,application/json",
    "GET,events/stream,text/event-stream",
    "GET,exports/1/content,application/gzip",
    "GET,moon,''"
  })
  void are_those_that_the_resource_declares(String verb, String path, String types) {
    Set<String> expected = types.isEmpty() ? Set.of() : Set.of(types.split(" "));
    assertThat(OfferedTypes.of(ALL, verb, path)).isEqualTo(expected);
  }
}
