package org.demandwright.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.lang.annotation.Annotation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demandwright.app.exchange.NamedRequests;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.sql.Sql;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever is changed through a door is recorded: from every use case that a resource or a page
 * calls and that comes to a writing statement, a way leads to the audit, too.
 */
class AuditedWritesTest {
  private static final String ROOT = "org.demandwright.";

  private static final Set<Class<? extends Annotation>> CHANGING =
      Set.of(POST.class, PUT.class, PATCH.class, DELETE.class);

  private static final Set<String> WRITING =
      Set.of("update", "batch", "insertAll", "insertNew", "updateIn");

  /** Requests with a body that change nothing: what they answer is all they do. */
  private static final Set<String> ASKING =
      Set.of(
          "CustomerErasuresResource.preview",
          "ErpResource.check",
          "FilesResource.preview",
          "FilesResource.dryRun",
          "NotDemandResource.preview",
          "PolicyRulesResource.preview",
          "AutomationRulesResource.preview",
          "ScenariosResource.preview");

  private static JavaClasses all;

  @BeforeAll
  static void read() {
    all =
        new ClassFileImporter()
            .withImportOption(new WithoutTests())
            .importPackages("org.demandwright");
  }

  /** But for the book of requests, which says that one was made: what it did is recorded by it. */
  @Test
  void a_use_case_that_writes_is_audited() {
    Set<String> silent =
        useCases()
            .filter(useCase -> reaches(useCase, AuditedWritesTest::writes))
            .filter(useCase -> !reaches(useCase, AuditedWritesTest::records))
            .filter(useCase -> !useCase.getOwner().isEquivalentTo(NamedRequests.class))
            .map(AuditedWritesTest::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(silent).as("record what they change with AuditTrail.record").isEmpty();
  }

  @Test
  void a_request_that_may_change_something_is_audited() {
    Set<String> silent =
        all.stream()
            .filter(c -> c.getPackageName().startsWith(ROOT + "rest"))
            .flatMap(c -> c.getMethods().stream())
            .filter(m -> CHANGING.stream().anyMatch(m::isAnnotatedWith))
            .filter(m -> !reaches(m, AuditedWritesTest::records))
            .map(AuditedWritesTest::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(silent).as("requests that leave no trace").isEqualTo(new TreeSet<>(ASKING));
  }

  @Test
  void the_test_sees_writes_and_records() {
    assertThat(useCases().filter(u -> reaches(u, AuditedWritesTest::writes)).map(m -> name(m)))
        .contains("DemandCorrections.withdraw", "VersionControl.publish", "EventPlanning.add");
    assertThat(useCases().filter(u -> !reaches(u, AuditedWritesTest::records)).map(m -> name(m)))
        .contains("DemandCorrections.all");
  }

  /** Public methods of use cases that doors call. */
  private static Stream<JavaCodeUnit> useCases() {
    return all.stream()
        .filter(c -> c.getPackageName().matches(ROOT.replace(".", "\\.") + "(rest|console).*"))
        .flatMap(c -> c.getAccessesFromSelf().stream())
        .flatMap(AuditedWritesTest::targets)
        .filter(m -> m.getOwner().getPackageName().startsWith(ROOT + "app"))
        .distinct();
  }

  private static boolean reaches(JavaCodeUnit start, Predicate<JavaMember> wanted) {
    Set<JavaCodeUnit> seen = new LinkedHashSet<>(List.of(start));
    Deque<JavaCodeUnit> next = new ArrayDeque<>(seen);
    while (!next.isEmpty()) {
      JavaCodeUnit method = next.poll();
      for (JavaAccess<?> access : method.getAccessesFromSelf()) {
        if (targets(access).anyMatch(wanted)) {
          return true;
        }
        targets(access).filter(seen::add).forEach(next::add);
      }
    }
    return false;
  }

  /** Methods of ours that an access may come to: of an interface, those that implement it. */
  private static Stream<JavaCodeUnit> targets(JavaAccess<?> access) {
    if (!(access.getTarget().resolveMember().orElse(null) instanceof JavaMethod method)
        || !method.getOwner().getPackageName().startsWith("org.demandwright")) {
      return Stream.of();
    }
    Stream<JavaCodeUnit> others =
        method.getOwner().getAllSubclasses().stream()
            .flatMap(c -> c.tryGetMethod(method.getName(), parameters(method)).stream());
    return Stream.concat(Stream.of(method), others);
  }

  private static String[] parameters(JavaMethod method) {
    return method.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
  }

  private static boolean writes(JavaMember member) {
    return member.getOwner().isEquivalentTo(Sql.class) && WRITING.contains(member.getName());
  }

  private static boolean records(JavaMember member) {
    return member.getOwner().isEquivalentTo(AuditTrail.class) && member.getName().equals("record");
  }

  private static String name(JavaMember member) {
    return member.getOwner().getSimpleName() + "." + member.getName();
  }
}
