package org.demandwright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of the settings and what is read of them say the same. */
class ConfigurationPageTest {
  private static final Path PAGE = Path.of("src/site/markdown/configuration.md");
  private static final Pattern READ =
      Pattern.compile("(?:text|number)\\(\\s*\"(dw\\.[a-z.-]+)\",\\s*\"?([^\")]*)\"?\\)");
  private static final Pattern ROW =
      Pattern.compile("^\\| (`dw\\.[^|]*) \\| ([^|]*) \\|", Pattern.MULTILINE);
  private static final Pattern NAME = Pattern.compile("`((?:dw)?\\.[a-z.-]+)`");

  @Test
  void everySettingThatIsReadIsOnThePageAndNoOther() throws IOException {
    Set<String> read = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(f -> f.toString().endsWith(".java")).toList()) {
        Pattern.compile("\"(dw\\.[a-z]+[a-z.-]*[a-z])\"")
            .matcher(Files.readString(source))
            .results()
            .forEach(r -> read.add(r.group(1)));
      }
    }
    assertThat(read).isNotEmpty();
    assertThat(told().keySet()).containsAll(read);
    Set<String> databases =
        told().keySet().stream()
            .filter(n -> n.matches("dw\\.(store|erp)\\.(class|url|user|password)"))
            .collect(Collectors.toSet());
    read.addAll(databases); // DataSources names them by annotation
    assertThat(read).containsAll(told().keySet());
  }

  @Test
  void aDefaultThatIsAValueIsTheOneThatIsTold() throws IOException {
    String settings = Files.readString(Path.of("src/main/java/org/demandwright/app/Settings.java"));
    Map<String, String> told = told();
    int compared = 0;
    Matcher read = READ.matcher(settings);
    while (read.find()) {
      String onPage = told.get(read.group(1));
      if (onPage.startsWith("`")) {
        assertThat(onPage).as(read.group(1)).isEqualTo("`" + read.group(2) + "`");
        compared++;
      } else {
        assertThat(read.group(2)).as(read.group(1) + " has no value on the page").isEmpty();
      }
    }
    assertThat(compared).isGreaterThan(8);
  }

  /** Returns the defaults on the page by name; several names of one row have the first's. */
  private static Map<String, String> told() throws IOException {
    Map<String, String> told = new TreeMap<>();
    Matcher rows = ROW.matcher(Files.readString(PAGE));
    while (rows.find()) {
      String first = null;
      Matcher names = NAME.matcher(rows.group(1));
      while (names.find()) {
        String name = names.group(1);
        if (first == null) {
          first = name;
        } else {
          name = first.substring(0, first.lastIndexOf('.')) + name;
        }
        told.put(name, name.equals(first) ? rows.group(2).strip() : "as told there");
      }
    }
    return told;
  }
}
