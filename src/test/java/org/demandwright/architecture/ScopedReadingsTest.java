package org.demandwright.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demandwright.core.demand.DataScope;
import org.demandwright.rest.wire.OfAllData;
import org.demandwright.security.CallerScope;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whoever may see a part of the data is answered within it: a use case that an operation of the API
 * calls is told the scope of the caller, unless the operation is {@link OfAllData}, or the use case
 * is one of those below, which say nothing of items, sites or series.
 */
class ScopedReadingsTest {
  private static final String ROOT = "org.demandwright.";

  /** What they tell, or do, is the same whatever part of the data somebody sees. */
  private static final Set<String> OF_NO_PART =
      Set.of(
          // the caller's own password; what was looked up within the scope and is written out
          "Accounts.changeOwnPassword",
          "Exports.block",
          "ForecastEvidence.write",
          // which runs there were, of which days, and currencies: no rows
          "DataQuality.comparison",
          "DataQuality.lastInspection",
          "DataQuality.runs",
          "QualityRuns.unfinished",
          "ReadForecasts.namedBy",
          // plans, and which version of them readers were shown when, not what it holds
          "ForecastAccuracy.span",
          "ForecastNervousness.span",
          "ForecastPlans.readable",
          "LeadTimeDemand.published",
          "LeadTimeDemand.version",
          "PublicationFeed.end",
          "PublicationFeed.page",
          "ReadForecasts.changedOver",
          // decisions of plans, not what was decided
          "StockPlans.decision",
          "StockPlans.newest",
          // as of when prices of a plan were learned, not what was
          "PriceResponses.lesson",
          "PriceResponses.newest",
          // whether automation is on, and that only; who sees a part may switch it off
          "ReleaseRules.state",
          "ReleaseRules.turn",
          // judged one by one before it is told (FollowedEvents.isFor), or told administrators
          // alone
          "FollowedEvents.after",
          "FollowedEvents.ends",
          "FollowedEvents.runs",
          // money and settings
          "ReportingCurrency.code",
          "ReportingCurrency.conversion",
          "ReportingCurrency.rates",
          "ReportingCurrency.today",
          "Settings.intake");

  private static JavaClasses all;

  @BeforeAll
  static void read() {
    all =
        new ClassFileImporter()
            .withImportOption(new WithoutTests())
            .importPackages("org.demandwright");
  }

  @Test
  void a_use_case_is_told_what_the_caller_may_see() {
    Set<String> unscoped =
        operations()
            .filter(m -> !isOfAllData(m))
            .flatMap(ScopedReadingsTest::useCases)
            .filter(useCase -> !takesScope(useCase))
            .map(ScopedReadingsTest::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(unscoped)
        .as("give them the scope of the caller, or mark the operation @OfAllData")
        .isEqualTo(new TreeSet<>(OF_NO_PART));
  }

  @Test
  void only_doors_ask_what_the_caller_may_see() {
    assertThat(all.get(CallerScope.class).getDirectDependenciesToSelf())
        .extracting(
            d -> d.getOriginClass().getPackageName().replaceAll("(\\w+\\.\\w+\\.\\w+).*", "$1"))
        .isSubsetOf(ROOT + "rest", ROOT + "console", ROOT + "security");
  }

  @Test
  void the_test_sees_scopes_within_questions() {
    assertThat(useCase("ReadForecasts", "page")).matches(ScopedReadingsTest::takesScope);
    assertThat(useCase("DecideOverrides", "publish")).matches(ScopedReadingsTest::takesScope);
    assertThat(useCase("JobControl", "jobs")).matches(m -> !takesScope(m));
  }

  private static JavaCodeUnit useCase(String owner, String method) {
    return all.stream()
        .filter(c -> c.getSimpleName().equals(owner))
        .flatMap(c -> c.getMethods().stream())
        .filter(m -> m.getName().equals(method))
        .filter(m -> m.getModifiers().contains(JavaModifier.PUBLIC))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<JavaMethod> operations() {
    return all.stream()
        .filter(c -> c.isAnnotatedWith(Path.class))
        .flatMap(c -> c.getMethods().stream())
        .filter(m -> m.isMetaAnnotatedWith(HttpMethod.class));
  }

  private static boolean isOfAllData(JavaMethod operation) {
    return operation.isAnnotatedWith(OfAllData.class)
        || operation.getOwner().isAnnotatedWith(OfAllData.class);
  }

  /** Use cases that an operation calls, by itself or through methods of the door. */
  private static Stream<JavaCodeUnit> useCases(JavaCodeUnit operation) {
    Set<JavaCodeUnit> seen = new HashSet<>();
    Set<JavaCodeUnit> found = new HashSet<>();
    collect(operation, seen, found);
    return found.stream();
  }

  private static void collect(JavaCodeUnit of, Set<JavaCodeUnit> seen, Set<JavaCodeUnit> found) {
    if (!seen.add(of)) {
      return;
    }
    for (JavaAccess<?> access : of.getAccessesFromSelf()) {
      if (access.getTarget().resolveMember().orElse(null) instanceof JavaMethod target) {
        if (target.getOwner().getPackageName().startsWith(ROOT + "rest")) {
          collect(target, seen, found);
        } else if (isUseCase(target)) {
          found.add(target);
        }
      }
    }
  }

  /** A method of a bean of the use cases; records and words carry what was read already. */
  private static boolean isUseCase(JavaMethod target) {
    JavaClass owner = target.getOwner();
    return owner.getPackageName().startsWith(ROOT + "app.")
        && owner.isAnnotatedWith(jakarta.enterprise.context.ApplicationScoped.class)
        && !target.getModifiers().contains(JavaModifier.STATIC);
  }

  /** Whether a parameter is a scope, or a question that holds one. */
  private static boolean takesScope(JavaCodeUnit method) {
    return method.getParameterTypes().stream()
        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
        .map(JavaClass::reflect)
        .anyMatch(type -> holdsScope(type, new HashSet<>()));
  }

  private static boolean holdsScope(Class<?> type, Set<Class<?>> seen) {
    return type == DataScope.class
        || type.isRecord()
            && type.getPackageName().startsWith("org.demandwright")
            && seen.add(type)
            && Arrays.stream(type.getRecordComponents())
                .anyMatch(part -> holdsScope(part.getType(), seen));
  }

  private static String name(JavaCodeUnit method) {
    return method.getOwner().getSimpleName() + "." + method.getName();
  }
}
