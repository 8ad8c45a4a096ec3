package org.demandwright.store;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
          "AuditEventStore",
          "AuditStore",
          "SecretStore",
          "CalendarStore",
          "EventStore",
          "FileStore",
          "MappingStore",
          "ModelStore",
          "NamedRequestStore",
          "PlanStore",
          "RateStore",
          "RunDetailStore",
          "RunStore",
          "ScheduleStore",
          "SignalStore");

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
    assertThat(queries().collect(sorted()))
        .as("add what is missing to CompanyQueries; what changes the store, to StoreBeans.COMMANDS")
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

  private static Stream<String> queries() {
    return StoreBeans.all().stream()
        .filter(store -> !KNOW_NO_COMPANY.contains(store.getSimpleName()))
        .flatMap(StoreBeans::queries)
        .map(StoreBeans::signature);
  }

  private static java.util.stream.Collector<String, ?, TreeSet<String>> sorted() {
    return toCollection(TreeSet::new);
  }
}
