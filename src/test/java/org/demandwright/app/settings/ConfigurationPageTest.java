package org.demandwright.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.sql.DataSourceDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demandwright.security.FirstAdministrator;
import org.demandwright.store.sql.DataSources;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The page of the settings, what the server reads of them, and their lists say the same. */
class ConfigurationPageTest {
  private static final Pattern KEY = Pattern.compile("\"(dw\\.[a-z]+[a-z.-]*[a-z])\"");
  private static final Pattern READ_BY_THE_SERVER =
      Pattern.compile("\\$\\{MPCONFIG=(dw\\.[a-z.]+):([^}]*)}");

  @Test
  void thePageTellsTheListsOfSettings() throws IOException {
    WrittenPage.CONFIGURATION.holds("settings", tables());
  }

  @Test
  void noKeyIsReadThatIsInNoList() throws IOException {
    Map<String, String> known = byDefault();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher read = KEY.matcher(Files.readString(source));
        while (read.find()) {
          assertThat(known).as(source.toString()).containsKey(read.group(1));
        }
      }
    }
  }

  @Test
  void whatTheServerItselfReadsHasTheDefaultOfTheList() throws NoSuchFieldException {
    Map<String, String> known = byDefault();
    String read =
        Arrays.stream(DataSources.class.getAnnotationsByType(DataSourceDefinition.class))
            .flatMap(d -> Stream.of(d.className(), d.url(), d.user(), d.password()))
            .collect(Collectors.joining());
    Matcher keys = READ_BY_THE_SERVER.matcher(read);
    int compared = 0;
    while (keys.find()) {
      assertThat(known).containsEntry(keys.group(1), keys.group(2));
      compared++;
    }
    assertThat(compared).isEqualTo(8);
    ConfigProperty folder =
        FirstAdministrator.class.getDeclaredField("dataDir").getAnnotation(ConfigProperty.class);
    assertThat(known).containsEntry(folder.name(), folder.defaultValue());
  }

  private static Map<String, String> byDefault() {
    Map<String, String> values = new TreeMap<>();
    for (Concern concern : Concern.all()) {
      for (Setting<?> setting : concern.settings()) {
        assertThat(values.put(setting.key(), setting.value())).as(setting.key()).isNull();
      }
    }
    return values;
  }

  private static String tables() {
    StringBuilder text = new StringBuilder();
    for (Concern concern : Concern.all()) {
      text.append("### ").append(concern.name()).append("\n\n");
      text.append("| name | default | unit | allowed | meaning |\n|---|---|---|---|---|\n");
      for (Setting<?> s : concern.settings()) {
        text.append(
            WrittenPage.row(
                List.of("`" + s.key() + "`", told(s), s.unit(), s.allowed().words(), s.meaning())));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String told(Setting<?> setting) {
    if (!setting.value().isEmpty()) {
      return "`" + setting.value() + "`";
    }
    return setting.otherwise().isEmpty() ? "none" : setting.otherwise();
  }
}
