package org.demandwright.store.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.sql.Sql;

/** What part of the data accounts may see, a row for each name; no row of a part means all. */
final class AccountScopes {
  private enum Part {
    COMPANY,
    SITE,
    CATEGORY
  }

  private record Named(String account, Part part, String name) {}

  private final Sql sql;

  AccountScopes(Sql sql) {
    this.sql = sql;
  }

  /** Returns the scope of each of these accounts. */
  Map<String, DataScope> of(Collection<String> accounts) {
    Map<String, List<Named>> rows =
        sql
            .listIn(
                row ->
                    new Named(
                        row.getString("account_name"),
                        Part.valueOf(row.getString("part")),
                        row.getString("part_name")),
                "select account_name, part, part_name from account_scope where account_name in (#)",
                accounts)
            .stream()
            .collect(Collectors.groupingBy(Named::account));
    return accounts.stream()
        .collect(
            Collectors.toMap(Function.identity(), a -> scope(rows.getOrDefault(a, List.of()))));
  }

  private static DataScope scope(List<Named> rows) {
    return new DataScope(
        part(rows, Part.COMPANY), part(rows, Part.SITE), part(rows, Part.CATEGORY));
  }

  private static Optional<Set<String>> part(List<Named> rows, Part part) {
    Set<String> names =
        rows.stream()
            .filter(row -> row.part() == part)
            .map(Named::name)
            .collect(Collectors.toCollection(TreeSet::new));
    return Optional.of(names).filter(some -> !some.isEmpty());
  }

  void replace(String account, DataScope scope) {
    sql.update("delete from account_scope where account_name = ?", account);
    List<Object[]> rows = new ArrayList<>();
    add(rows, account, Part.COMPANY, scope.companies());
    add(rows, account, Part.SITE, scope.sites());
    add(rows, account, Part.CATEGORY, scope.categories());
    sql.batch("insert into account_scope (account_name, part, part_name) values (?, ?, ?)", rows);
  }

  private static void add(
      List<Object[]> rows, String account, Part part, Optional<Set<String>> names) {
    names.ifPresent(
        some -> some.forEach(name -> rows.add(new Object[] {account, part.name(), name})));
  }
}
