package org.demandwright.erp.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide shows what the tests run, and explains every check there is. */
class ErpViewsGuideTest {
  private static final Path GUIDE = Path.of("src/site/markdown/erp-views.md");
  private static final Path EXAMPLE = Path.of("src/test/resources/erp/invented");
  private static final Path TEMPLATE = Path.of("sql/erp/generic");
  private static final Path RECIPES = Path.of("src/test/resources/erp/guide");
  private static final Path TEMPLATE_TABLES = Path.of("src/test/resources/erp/generic");
  private static final Pattern CODE = Pattern.compile("(?s)```(?:sql)?\\n(.*?)```");
  private static final Pattern PROBLEM = Pattern.compile("select '([^']+)' as problem");

  @Test
  void the_sql_that_it_shows_is_the_sql_that_is_tested() throws IOException {
    String tested =
        everythingIn(EXAMPLE)
            + everythingIn(TEMPLATE)
            + everythingIn(TEMPLATE_TABLES)
            + everythingIn(RECIPES);
    List<String> shown =
        CODE.matcher(Files.readString(GUIDE))
            .results()
            .map(code -> code.group(1))
            .filter(code -> !code.startsWith("curl"))
            .filter(code -> !code.startsWith("explain") && !code.startsWith("dw_item:"))
            .toList();
    assertThat(shown).hasSizeGreaterThanOrEqualTo(14);
    for (String code : shown) {
      for (String part : code.split("(?<=;)\\n", -1)) {
        assertThat(tested).contains(part.strip());
      }
    }
  }

  @Test
  void every_check_is_explained() throws IOException {
    String guide = Files.readString(GUIDE).replaceAll("\\s+", " ");
    List<String> problems =
        AdapterFolders.packed("checks").values().stream()
            .flatMap(script -> PROBLEM.matcher(script).results())
            .map(found -> found.group(1))
            .toList();
    assertThat(problems).hasSizeGreaterThan(20);
    assertThat(problems).allSatisfy(problem -> assertThat(guide).contains(problem));
  }

  private static String everythingIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(ErpViewsGuideTest::text)
          .collect(Collectors.joining("\n"));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
