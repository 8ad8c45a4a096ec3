package org.demandwright.store;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.demandwright.core.demand.DataScope;
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
          "DeliveryStore",
          "ErasureStore",
          "EventStore",
          "WebhookStore",
          "ExportStore",
          "FileStore",
          "HappeningLog",
          "ImportStore",
          "MappingStore",
          "ModelStore",
          "NamedRequestStore",
          "PlanStore",
          "RateStore",
          "RunDetailStore",
          "RunStore",
          "ScheduleStore",
          "SignalStore",
          "SourceStore");

  /** Returns an empty store. */
  abstract DataSource database() throws SQLException;

  @TestFactory
  List<DynamicTest> anotherCompanyChangesNothing() throws SQLException {
    Stores one = Stores.of(database());
    Companies.fill(one, "A");
    Stores two = Stores.of(database());
    Companies.fill(two, "A", "B");
    return CompanyQueries.of(DataScope.unrestricted()).stream()
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

  /** Whoever may see a part is answered as if nothing else were there. */
  @TestFactory
  List<DynamicTest> what_may_not_be_seen_is_not_there() throws SQLException {
    Stores one = Stores.of(database());
    Companies.fill(one, "A");
    Stores two = Stores.of(database());
    Companies.fill(two, "A", "B");
    List<CompanyQueries.Query> all = scoped(DataScope.unrestricted());
    List<CompanyQueries.Query> company = scoped(companies("A"));
    List<CompanyQueries.Query> category = scoped(categories("goods of A"));
    List<CompanyQueries.Query> other = scoped(companies("B"));
    return IntStream.range(0, all.size())
        .mapToObj(
            i ->
                dynamicTest(
                    all.get(i).name(),
                    () -> {
                      List<?> alone = all.get(i).of(one);
                      assertThat(company.get(i).of(two)).isEqualTo(alone);
                      if (!all.get(i).name().startsWith("MasterDataPages.sites")) {
                        assertThat(category.get(i).of(two)).isEqualTo(alone);
                      }
                      if (!all.get(i).doubles()) { // a sum is the same of either company
                        assertThat(other.get(i).of(two)).isNotEqualTo(alone);
                      }
                    }))
        .toList();
  }

  private static List<CompanyQueries.Query> scoped(DataScope reader) {
    return CompanyQueries.of(reader).stream().filter(CompanyQueries.Query::isScoped).toList();
  }

  private static DataScope companies(String name) {
    return new DataScope(Optional.of(Set.of(name)), Optional.empty(), Optional.empty());
  }

  private static DataScope categories(String name) {
    return new DataScope(Optional.empty(), Optional.empty(), Optional.of(Set.of(name)));
  }

  @Test
  void everyQueryOfEveryStoreIsAsked() {
    Set<String> asked =
        CompanyQueries.of(DataScope.unrestricted()).stream()
            .map(CompanyQueries.Query::name)
            .collect(sorted());
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
