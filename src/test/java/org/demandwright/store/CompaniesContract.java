package org.demandwright.store;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What a store says of one company does not change by another one being there that uses the same
 * identities: what is asked by series, version or company stays the same row for row, and what is
 * asked of all doubles, row for row and sum for sum.
 */
abstract class CompaniesContract {
  /** Stores of things that belong to no company. */
  private static final Set<String> KNOW_NO_COMPANY =
      Set.of(
          "AccountStore",
          "AuditStore",
          "CalendarStore",
          "EventStore",
          "FileStore",
          "MappingStore",
          "ModelStore",
          "PlanStore",
          "RunDetailStore",
          "RunStore",
          "ScheduleStore",
          "SignalStore");

  /** Methods that return something but change the store. */
  private static final Set<String> COMMANDS =
      Set.of(
          "IntakeRunStore.begin",
          "IntakeRunStore.close",
          "LayerStore.add",
          "LayerStore.withdraw",
          "QualityStore.begin",
          "RunDayStore.today",
          "SeriesStore.idsOf",
          "VersionStore.open");

  /** Returns an empty database. */
  abstract DataSource database() throws SQLException;

  @TestFactory
  List<DynamicTest> anotherCompanyChangesNothing() throws SQLException {
    Stores one = Stores.of(database());
    Companies.fill(one, "A");
    Stores two = Stores.of(database());
    Companies.fill(two, "A", "B");
    return CompanyQueries.all().stream()
        .map(
            query ->
                dynamicTest(
                    query.name(),
                    () -> {
                      List<?> alone = query.of(one);
                      assertThat(alone).as("the question finds something").isNotEmpty();
                      assertThat(query.of(two)).isEqualTo(query.expected(alone));
                    }))
        .toList();
  }

  @Test
  void everyQueryOfEveryStoreIsAsked() {
    Set<String> asked =
        CompanyQueries.all().stream().map(CompanyQueries.Query::name).collect(sorted());
    assertThat(queries().filter(q -> !COMMANDS.contains(nameOf(q))).collect(sorted()))
        .as("add what is missing to CompanyQueries; what changes the store, to COMMANDS")
        .isEqualTo(asked);
  }

  @Test
  void everyTableThatKnowsCompaniesIsFilledWithBoth() throws SQLException {
    Stores two = Stores.of(database());
    Companies.fill(two, "A", "B");
    List<String> tables =
        two.sql()
            .list(
                row -> row.getString(1),
                "select lower(table_name) from information_schema.columns"
                    + " where lower(column_name) = 'org_id' and lower(table_schema) = 'public'");
    assertThat(tables).contains("series", "item", "site", "price", "promotion", "stock_out");
    for (String table : tables) {
      assertThat(two.sql().number("select count(distinct org_id) from " + table))
          .as(table)
          .isEqualTo(2);
    }
  }

  /** Public methods that return something, or hand something on. */
  private static Stream<String> queries() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.demandwright.store")
            .stream()
            .filter(c -> c.isAnnotatedWith(ApplicationScoped.class))
            .filter(c -> !c.getPackageName().equals("org.demandwright.store.sql"))
            .filter(
                c ->
                    c.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
            .filter(c -> !KNOW_NO_COMPANY.contains(c.getSimpleName()))
            .map(JavaClass::reflect)
            .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
            .filter(
                m -> Modifier.isPublic(m.getModifiers()) && !Modifier.isStatic(m.getModifiers()))
            .filter(m -> !m.isSynthetic())
            .filter(CompaniesContract::answers)
            .map(CompaniesContract::signature);
  }

  private static boolean answers(Method method) {
    return method.getReturnType() != void.class
        || Arrays.asList(method.getParameterTypes()).contains(Consumer.class)
        || Arrays.asList(method.getParameterTypes()).contains(java.util.function.BiConsumer.class);
  }

  private static String signature(Method m) {
    return m.getDeclaringClass().getSimpleName()
        + "."
        + m.getName()
        + Arrays.stream(m.getParameterTypes()).map(Class::getSimpleName).toList();
  }

  private static String nameOf(String signature) {
    return signature.substring(0, signature.indexOf('['));
  }

  private static java.util.stream.Collector<String, ?, TreeSet<String>> sorted() {
    return toCollection(TreeSet::new);
  }
}
