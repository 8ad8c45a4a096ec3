package org.demandwright.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sentences below the doors name no address and no parameter of REST: planners read them on pages.
 * The door that knows the address adds it.
 */
class NoAddressesTest {
  private static final Path SOURCES = Path.of("src/main/java/org/demandwright");
  private static final Pattern OF_REST =
      Pattern.compile("\"[^\"\\n]*(/api/|\\b(GET|POST|PUT|DELETE) |planTakesSettings|include=)");

  @ParameterizedTest
  @ValueSource(strings = {"app", "batch", "console", "core", "erp", "file", "schedule", "store"})
  void rooms_below_rest_do_not_speak_of_it(String room) throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES.resolve(room))) {
      List<String> found =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .flatMap(NoAddressesTest::addresses)
              .toList();
      assertThat(found).isEmpty();
    }
  }

  private static Stream<String> addresses(Path file) {
    try {
      return OF_REST
          .matcher(Files.readString(file))
          .results()
          .map(found -> file.getFileName() + ": " + found.group());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void an_address_would_be_found() {
    assertThat(OF_REST.matcher("\"see /api/v1/series.\"").find()).isTrue();
    assertThat(OF_REST.matcher("\"There is no series 5.\"").find()).isFalse();
  }
}
