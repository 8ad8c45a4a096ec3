package org.demandwright.erp.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the scripts of adapters say twice is held to its one source: empty canonical views to {@code
 * contract.csv}, {@code drop.sql} to what the other scripts of its folder create.
 */
class AdapterScriptsTest {
  private static final Path FOLDER = Path.of("sql/erp");
  private static final String DROP = "drop.sql";
  private static final Pattern EMPTY =
      Pattern.compile("create view (dw_\\w+) as\\s+select ([^;]*?)\\s+where 1 = 0;");
  private static final Pattern COLUMN =
      Pattern.compile("cast\\(null as (\\w+(?:\\([\\d,]+\\))?)\\) as (\\w+)");
  private static final Pattern CREATED =
      Pattern.compile("(?m)^create (?:or replace )?(view|table) (?:if not exists )?(\\w+)");
  private static final Pattern DROPPED =
      Pattern.compile("(?m)^drop (?:view|table) if exists ([\\w,\\s]+?)(?: cascade)?;");

  /**
   * In any order: columns are read by name, and what replaces a view keeps the order of its own. Of
   * an adapter that says contract 2 those of 2.
   */
  @Test
  void empty_canonical_views_have_the_columns_of_the_contract() {
    int empty = 0;
    for (Path adapter : adapters()) {
      String all = scripts(adapter).map(AdapterScriptsTest::text).collect(Collectors.joining());
      int contract = all.contains("3 as contract;") ? 3 : 2;
      for (MatchResult view : EMPTY.matcher(all).results().toList()) {
        if (CanonicalViews.names().contains(view.group(1))) {
          empty++;
          hasTheColumnsOf(contract, adapter, view);
        }
      }
    }
    assertThat(empty).isGreaterThan(10);
  }

  private static void hasTheColumnsOf(int contract, Path adapter, MatchResult view) {
    assertThat(
            COLUMN
                .matcher(view.group(2))
                .results()
                .map(c -> c.group(2) + " " + c.group(1).replace("decimal", "numeric")))
        .as("%s of %s", view.group(1), adapter)
        .containsExactlyInAnyOrderElementsOf(
            CanonicalViews.columns(view.group(1)).stream()
                .filter(column -> column.isIn(contract))
                .map(c -> c.name() + " " + written(c.type().text()))
                .toList());
  }

  private static List<Path> adapters() {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A type of the contract as a script writes it, which must say a number's digits. */
  private static String written(String type) {
    return switch (type) {
      case "numeric" -> "numeric(19,6)";
      case "ts" -> "timestamp";
      default -> type;
    };
  }

  static List<Path> adaptersThatDrop() {
    return scripts(FOLDER).filter(file -> file.endsWith(DROP)).map(Path::getParent).toList();
  }

  @ParameterizedTest
  @MethodSource("adaptersThatDrop")
  void what_is_created_is_dropped_and_nothing_else(Path adapter) {
    String drop = text(adapter.resolve(DROP));
    boolean viewsGoWithTheirTables = drop.contains(" cascade;");
    Set<String> created =
        scripts(adapter)
            .filter(file -> !file.endsWith(DROP))
            .map(AdapterScriptsTest::text)
            .flatMap(text -> CREATED.matcher(text).results())
            .filter(made -> !viewsGoWithTheirTables || made.group(1).equals("table"))
            .map(made -> made.group(2))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> dropped =
        DROPPED
            .matcher(drop)
            .results()
            .flatMap(names -> Stream.of(names.group(1).split("\\s*,\\s*", -1)))
            .map(String::strip)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(dropped).isEqualTo(created);
  }

  private static Stream<Path> scripts(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".sql")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
