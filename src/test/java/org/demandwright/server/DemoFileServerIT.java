package org.demandwright.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's command on files that it cannot use: it says so and leaves with status 1. */
class DemoFileServerIT {
  @TempDir Path folder;

  @Test
  void a_file_that_is_not_there() throws Exception {
    assertThat(demo(folder.resolve("nowhere.csv"))).contains("FAILED").contains("nowhere.csv");
  }

  @Test
  void a_file_with_another_header() throws Exception {
    Path file = Files.writeString(folder.resolve("cats.csv"), "name,colour\nTom,grey\n");
    assertThat(demo(file)).contains("FAILED").contains("cats.csv").containsIgnoringCase("header");
  }

  @Test
  void a_file_that_is_not_what_its_name_says() throws Exception {
    Path file = Files.writeString(folder.resolve("plain.csv.gz"), "this is not compressed");
    assertThat(demo(file)).contains("FAILED").contains("plain.csv.gz");
  }

  @Test
  void an_empty_file() throws Exception {
    Path file = Files.writeString(folder.resolve("empty.csv"), "");
    assertThat(demo(file)).contains("FAILED").contains("empty.csv");
  }

  /** Runs the command, which must fail, and returns what it printed. */
  private String demo(Path sales) throws Exception {
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "-Ddemo.data.dir=" + folder.resolve("data"),
                "-Ddemo.sales=" + sales,
                "-Ddemo.once=true",
                "-Ddemo.war=" + System.getProperty("demandwright.war"),
                "-Ddemo.micro=" + System.getProperty("payara.micro.jar"),
                "org.demandwright.demo.DemoMain")
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends by itself").isTrue();
      assertThat(process.exitValue()).isEqualTo(1);
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(out, UTF_8);
  }
}
