package org.demandwright.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The job files and the batch artifacts name each other: nothing missing, nothing left over. */
class JobXmlTest {
  private static final Path JOBS = Path.of("batch-jobs");

  @BeforeAll
  static void job_files_are_there() {
    assumeTrue(Files.isDirectory(JOBS), "no job files yet");
  }

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
    Set<String> refs = new TreeSet<>();
    NodeList elements = job.getElementsByTagNameNS("*", "*");
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      if (element.hasAttribute("ref")) {
        refs.add(element.getAttribute("ref"));
      }
    }
    return refs;
  }

  private static Set<String> artifacts() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.demandwright.batch")
            .stream()
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
