package org.demandwright.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class BrowserTest {
  @Test
  void finds_a_browser_in_the_path(@TempDir Path folder) throws IOException {
    Path browser = Files.createFile(folder.resolve("chromium-browser"));
    assertThat(Browser.find("/nowhere:" + folder)).isEmpty();
    assertThat(browser.toFile().setExecutable(true)).isTrue();
    assertThat(Browser.find("/nowhere:" + folder)).contains(browser);
  }

  @Test
  void skips_loudly_without_a_browser() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertThatThrownBy(
            () -> Browser.missing("PagesPageIT", false, new PrintStream(err, true, UTF_8)))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("PagesPageIT needs Chromium");
    assertThat(err.toString(UTF_8)).contains("BROWSER TESTS SKIPPED");
  }

  @Test
  void fails_without_a_browser_where_one_is_required() {
    assertThatThrownBy(() -> Browser.missing("PagesPageIT", true, System.err))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("forbids skipping");
  }
}
