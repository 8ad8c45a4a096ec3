package org.demandwright.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jberet.creation.ArchiveXmlLoader;
import org.jberet.job.model.Job;
import org.jberet.job.model.JobElement;
import org.jberet.job.model.Step;
import org.jberet.job.model.Transition;
import org.jberet.tools.MetaInfBatchJobsJobXmlResolver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The runtime can read every job file, and every way from a step leads to one that is there. */
class JobFilesTest {

  static List<String> jobs() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("batch-jobs"))) {
      return files.map(f -> f.getFileName().toString().replace(".xml", "")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void every_step_leads_to_one_that_is_there(String name) {
    Job job =
        ArchiveXmlLoader.loadJobXml(
            name,
            JobFilesTest.class.getClassLoader(),
            new ArrayList<>(),
            new MetaInfBatchJobsJobXmlResolver());
    List<String> steps = job.getJobElements().stream().map(JobElement::getId).toList();
    assertThat(steps).isNotEmpty().doesNotHaveDuplicates();
    for (JobElement element : job.getJobElements()) {
      Step step = (Step) element;
      assertThat(step.getChunk() == null ? step.getBatchlet() : step.getChunk())
          .as("work of " + step.getId())
          .isNotNull();
      if (step.getAttributeNext() != null) {
        assertThat(steps).contains(step.getAttributeNext());
      }
      for (Transition way : step.getTransitionElements()) {
        assertThat(way).isInstanceOf(Transition.Next.class);
        assertThat(steps).contains(((Transition.Next) way).getTo());
      }
    }
  }
}
