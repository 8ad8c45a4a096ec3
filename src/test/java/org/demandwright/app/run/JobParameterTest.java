package org.demandwright.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demandwright.app.settings.WrittenPage;
import org.junit.jupiter.api.Test;

/** Job XML and the list of parameters say the same. */
class JobParameterTest {
  private static final Path JOBS = Path.of("batch-jobs");
  private static final Pattern READ =
      Pattern.compile("#\\{jobParameters\\['(\\w+)']}(?:\\?:([^;]*);)?");
  private static final Pattern INHERITED = Pattern.compile("jsl-name=\"([a-z-]+)\"");

  /** Fixed by {@link JobCatalog#check} before the job starts. */
  private static final Set<String> FIXED = Set.of("partitions");

  @Test
  void what_a_job_is_said_to_understand_its_steps_read() throws IOException {
    for (JobDescription job : JobCatalog.jobs()) {
      assertThat(read(job.name()).keySet())
          .as(job.name())
          .containsAll(JobParameter.names(job.parameters()));
    }
  }

  @Test
  void what_steps_read_is_a_parameter_of_the_list_with_its_default() throws IOException {
    int compared = 0;
    for (JobDescription job : JobCatalog.jobs()) {
      for (Map.Entry<String, Set<String>> read : read(job.name()).entrySet()) {
        JobParameter parameter = JobParameter.named(read.getKey()).orElseThrow();
        if (!FIXED.contains(read.getKey())) {
          assertThat(read.getValue())
              .as(job.name() + ": " + read.getKey())
              .containsExactly(parameter.value().orElse(""));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(10);
  }

  @Test
  void thePageTellsTheList() throws IOException {
    StringBuilder table =
        new StringBuilder(
            "| parameter | default | jobs | allowed | meaning |\n|---|---|---|---|---|\n");
    for (JobParameter p : JobParameter.values()) {
      String jobs =
          JobCatalog.jobs().stream()
              .filter(job -> job.parameters().contains(p))
              .map(JobDescription::name)
              .collect(Collectors.joining(", "));
      String otherwise = p.value().map(value -> "`" + value + "`").orElse(p.byDefault());
      table.append(
          WrittenPage.row(
              List.of("`" + p.parameter() + "`", otherwise, jobs, p.allowed(), p.meaning())));
    }
    WrittenPage.CONFIGURATION.holds("job parameters", table.append("\n").toString());
  }

  @Test
  void everyDefaultIsAllowed() {
    for (JobParameter parameter : JobParameter.values()) {
      parameter.value().ifPresent(v -> assertThat(parameter.read(v)).isEqualTo(v));
      assertThat(parameter.allowed()).isNotBlank();
    }
  }

  /** Returns the defaults in the XML by parameter, empty where it has none. */
  private static Map<String, Set<String>> read(String job) throws IOException {
    String xml = Files.readString(JOBS.resolve(job + ".xml"));
    Set<String> files =
        INHERITED.matcher(xml).results().map(r -> r.group(1)).collect(Collectors.toSet());
    Map<String, Set<String>> read = new TreeMap<>();
    for (String file : Stream.concat(Stream.of(job), files.stream()).toList()) {
      Matcher found = READ.matcher(Files.readString(JOBS.resolve(file + ".xml")));
      while (found.find()) {
        String otherwise = found.group(2) == null ? "" : found.group(2);
        read.computeIfAbsent(found.group(1), name -> new TreeSet<>()).add(otherwise);
      }
    }
    return read;
  }
}
