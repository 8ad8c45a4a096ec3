package org.demandwright.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How things are named and introduced, so that a newcomer finds them. */
@AnalyzeClasses(packages = "org.demandwright", importOptions = WithoutTests.class)
class NamingTest {
  private static final Path MAIN = Path.of("src/main/java");

  @ArchTest
  static final ArchRule names_say_the_role =
      noClasses()
          .should()
          .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Dto|DTO|Base)")
          .because("a planner would say HoltWinters or OverrideForecast; a suffix says nothing");

  @ArchTest
  static final ArchRule rows_stay_in_their_edge =
      classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .should()
          .notBePublic()
          .andShould()
          .resideInAnyPackage("org.demandwright.store..", "org.demandwright.erp.jpa..")
          .because(
              "a row is the shape of a table; what leaves the edge is a core record, so a column"
                  + " can change without a page noticing");

  @ArchTest
  static final ArchRule rows_are_called_rows =
      classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .should()
          .haveSimpleNameEndingWith("Row")
          .because("the reader must see at once that this is not the value");

  @ArchTest
  static final ArchRule entity_managers_stay_at_the_data =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.demandwright.store..", "org.demandwright.erp.jpa..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("jakarta\\.persistence\\.EntityManager.*")
          .because("queries lie beside the tables they know");

  @ArchTest
  static final ArchRule instants_not_dates =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.demandwright.store..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.util\\.(Date|Calendar)|java\\.sql\\.(Date|Time|Timestamp)")
          .because(
              "java.time says whether a moment or a local day is meant; only the batch runtime's own"
                  + " tables, which the store reads, keep stamps in the server's time zone");

  @Test
  void every_package_introduces_itself() throws IOException {
    for (String name : packages()) {
      Path introduction = MAIN.resolve(name).resolve("package-info.java");
      assertThat(introduction)
          .as("say what lives in %s, who may call it and what does not belong", name)
          .exists();
      assertThat(Files.readString(introduction)).contains("/**").hasSizeGreaterThan(120);
    }
  }

  private static List<String> packages() throws IOException {
    try (Stream<Path> files = Files.walk(MAIN)) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .map(f -> MAIN.relativize(f.getParent()).toString().replace('\\', '/'))
          .distinct()
          .sorted()
          .toList();
    }
  }
}
