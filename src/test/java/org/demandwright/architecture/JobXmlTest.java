package org.demandwright.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The job files and the batch artifacts name each other: nothing missing, nothing left over. */
class JobXmlTest {
  private static final Path JOBS = Path.of("batch-jobs");

  @Test
  void every_ref_names_an_artifact_and_every_artifact_is_used() throws Exception {
    Set<String> refs = new TreeSet<>();
    for (Path file : jobFiles()) {
      refs.addAll(refs(parse(file)));
    }
    assertThat(refs).as("refs in batch-jobs/*.xml and @Named classes below batch").isNotEmpty();
    assertThat(refs).isEqualTo(artifacts());
  }

  @Test
  void a_job_is_called_like_its_file() throws Exception {
    for (Path file : jobFiles()) {
      String id = parse(file).getDocumentElement().getAttribute("id");
      assertThat(id + ".xml").isEqualTo(file.getFileName().toString());
    }
  }

  @Test
  void every_step_leads_to_a_step_of_its_job() throws Exception {
    for (Path file : jobFiles()) {
      List<Element> steps = steps(parse(file));
      List<String> ids = attribute(steps, "id");
      assertThat(ids).as(file.toString()).isNotEmpty().doesNotHaveDuplicates();
      assertThat(ids).as(file.toString()).containsAll(attribute(steps, "next"));
    }
  }

  @Test
  void every_inherited_step_is_there() throws Exception {
    for (Path file : jobFiles()) {
      for (Element step : steps(parse(file))) {
        if (step.hasAttribute("parent")) {
          Path ancestor = JOBS.resolve(step.getAttribute("jsl-name") + ".xml");
          assertThat(attribute(steps(parse(ancestor)), "id")).contains(step.getAttribute("parent"));
        }
      }
    }
  }

  private static List<Element> steps(Document job) {
    return elements(job, "step");
  }

  /** Returns the values of an attribute, of those elements that have it. */
  private static List<String> attribute(List<Element> elements, String name) {
    return elements.stream()
        .filter(e -> e.hasAttribute(name))
        .map(e -> e.getAttribute(name))
        .toList();
  }

  private static List<Element> elements(Document job, String name) {
    NodeList found = job.getElementsByTagNameNS("*", name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static List<Path> jobFiles() throws IOException {
    try (Stream<Path> files = Files.list(JOBS)) {
      return files.filter(f -> f.toString().endsWith(".xml")).sorted().toList();
    }
  }

  private static Document parse(Path file) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(file.toFile());
  }

  private static Set<String> refs(Document job) {
    return new TreeSet<>(attribute(elements(job, "*"), "ref"));
  }

  private static Set<String> artifacts() {
    return new ClassFileImporter()
        .withImportOption(new WithoutTests()).importPackages("org.demandwright.batch").stream()
            .filter(c -> c.isAnnotatedWith(Named.class))
            .map(JobXmlTest::beanName)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String beanName(JavaClass artifact) {
    String given = artifact.getAnnotationOfType(Named.class).value();
    String simple = artifact.getSimpleName();
    return given.isEmpty() ? Character.toLowerCase(simple.charAt(0)) + simple.substring(1) : given;
  }
}
