package org.demandwright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.demandwright.core.Words;
import org.junit.jupiter.api.Test;

class WordbookTest {
  private static final Path BUNDLES = Path.of("src/main/resources/org/demandwright/words");
  private static final Pattern KEY =
      Pattern.compile(
          "\"((?:decide|demand|failure|forecast|intake|link|neighbour|quality|risk|run|version)\\.[a-z.-]+)\"");

  @Test
  void oneThingHasAFormOfItsOwn() {
    Wordbook english = Wordbook.english();
    assertThat(english.say(Words.of("forecast.periods", 1))).isEqualTo("1 period");
    assertThat(english.say(Words.of("forecast.periods", 12345))).isEqualTo("12345 periods");
  }

  @Test
  void partsAreWordedWithinTheirSentence() {
    Words mean =
        Words.of(
            "forecast.mean",
            Words.list(
                List.of(
                    Words.of("forecast.member", "Theta", Words.decimal(60.4, 0)),
                    Words.of("forecast.member", "Mean", Words.decimal(39.6, 0)))));
    assertThat(Wordbook.english().say(mean)).isEqualTo("Mean of Theta 60 %, Mean 40 %");
    assertThat(Wordbook.english().say(Words.literal("It's {0} %.").and(mean)))
        .isEqualTo("It's {0} %. Mean of Theta 60 %, Mean 40 %");
  }

  @Test
  void aLanguageWithoutWordsOfItsOwnIsSaidInEnglish() {
    assertThat(Wordbook.of(Locale.CHINESE).say(Words.of("demand.pattern.lumpy")))
        .isEqualTo("lumpy");
  }

  @Test
  void aLanguageHasOneWordbook() {
    assertThat(Wordbook.of(Locale.CHINESE)).isSameAs(Wordbook.of(Locale.CHINESE));
  }

  @Test
  void everyKeyThatIsSaidIsWordedAndEveryWordingIsSaid() throws IOException {
    Set<String> said = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(WordbookTest::mayKeepWords).toList()) {
        Matcher keys = KEY.matcher(Files.readString(source));
        keys.results().map(r -> r.group(1)).forEach(said::add);
      }
    }
    Set<String> worded = new TreeSet<>();
    try (Stream<Path> bundles = Files.list(BUNDLES)) {
      for (Path bundle : bundles.filter(f -> !f.toString().contains("_")).toList()) {
        Properties lines = new Properties();
        lines.load(Files.newBufferedReader(bundle));
        worded.addAll(lines.stringPropertyNames());
      }
    }
    assertThat(said).as("keys in the source").isNotEmpty();
    for (String key : said) {
      assertThat(worded).as(key).anyMatch(w -> w.equals(key) || w.startsWith(key));
    }
    for (String key : worded) {
      assertThat(said).as("nobody says " + key).anyMatch(key::startsWith);
    }
  }

  /** Pages, the adapters' properties and what webhooks are told have keys of their own. */
  private static boolean mayKeepWords(Path source) {
    String name = source.toString().replace('\\', '/');
    return name.endsWith(".java")
        && !name.contains("/console/")
        && !name.contains("/erp/")
        && !name.endsWith("/app/Announcement.java");
  }
}
