package org.demandwright.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A page of the documents of which parts are written from the code, each between {@code <!-- NAME:
 * written by a test -->} and {@code <!-- end of NAME -->}.
 *
 * @param file in the folder of the site
 */
public record WrittenPage(Path file) {
  public static final WrittenPage CONFIGURATION =
      new WrittenPage(Path.of("src/site/markdown/configuration.md"));

  /** Fails, with the text that should stand there, unless a part is as the code says. */
  public void holds(String part, String text) throws IOException {
    String page = Files.readString(file);
    String head = "<!-- " + part + ": written by a test -->\n\n";
    int from = page.indexOf(head) + head.length();
    int to = page.indexOf("<!-- end of " + part + " -->");
    assertThat(from).as("the part " + part + " of " + file).isBetween(head.length(), to);
    if (Boolean.getBoolean("renew")) {
      Files.writeString(file, page.substring(0, from) + text + page.substring(to));
      return;
    }
    assertThat(page.substring(from, to))
        .as(
            "%s does not say what the code does. Renew it: ./mvnw test -Drenew=true"
                + " -Dtest='ConfigurationPageTest,JobParameterTest'. The part '%s' should be:%n%s",
            file, part, text)
        .isEqualTo(text);
  }

  /** Returns a row of a table. */
  public static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
