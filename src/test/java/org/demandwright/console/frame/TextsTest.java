package org.demandwright.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.batch.runtime.BatchStatus;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.core.explain.Drivers;
import org.demandwright.store.forecast.VersionStatus;
import org.demandwright.store.run.RunStatus;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("org.demandwright.console.messages");
  private static final Pattern USED = Pattern.compile("msg\\['([A-Za-z0-9_.]+)'\\]");
  private static final Pattern WORDED = Pattern.compile("wording\\.text\\('([A-Za-z0-9_.]+)'");

  @Test
  void every_word_on_a_page_is_there() throws IOException {
    TreeSet<String> missing = new TreeSet<>();
    int pages = 0;
    try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
      for (Path page : files.filter(file -> file.toString().endsWith(".xhtml")).toList()) {
        pages++;
        for (Pattern pattern : List.of(USED, WORDED)) {
          Matcher found = pattern.matcher(Files.readString(page));
          found
              .results()
              .map(r -> r.group(1))
              .filter(k -> !BUNDLE.containsKey(k))
              .forEach(missing::add);
        }
      }
    }
    assertThat(pages).isGreaterThanOrEqualTo(5);
    assertThat(missing).isEmpty();
  }

  @Test
  void every_value_of_the_domain_has_a_word() {
    Stream.of(Verdict.values()).forEach(v -> isThere("verdict." + v));
    Stream.of(Verdict.values()).forEach(v -> isThere("verdict." + v + ".help"));
    Stream.of(DemandPattern.values()).forEach(p -> isThere("pattern." + p));
    Stream.of(Bucket.values()).forEach(b -> isThere("bucket." + b));
    Stream.of(Bucket.values()).forEach(b -> isThere("chart.axis." + b));
    Stream.of(VersionStatus.values()).forEach(s -> isThere("version." + s));
    drivers().forEach(d -> isThere("driver." + d));
    Stream.of(RunStatus.values()).forEach(s -> isThere("status." + s));
  }

  @Test
  void runs_stand_where_jakarta_batch_lets_them() {
    assertThat(Stream.of(RunStatus.values()).map(Enum::name))
        .containsExactlyElementsOf(Stream.of(BatchStatus.values()).map(Enum::name).toList());
  }

  @Test
  void puts_values_in() {
    assertThat(Texts.of("jobs.started", "nightly", "12"))
        .isEqualTo("Job nightly has started as run 12.");
  }

  @Test
  void a_name_that_others_added_stands_for_itself() {
    assertThat(Texts.orElse("driver.season", "season")).isEqualTo("Season");
    assertThat(Texts.orElse("driver.weather", "weather")).isEqualTo("weather");
  }

  private static Stream<String> drivers() {
    return Stream.of(Drivers.class.getFields()).map(TextsTest::constant);
  }

  private static String constant(Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(field.toString(), e);
    }
  }

  private static void isThere(String key) {
    assertThat(BUNDLE.containsKey(key)).as("a text for %s", key).isTrue();
  }
}
