package org.demandwright.erp.adapter;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.demandwright.erp.Dialect;

/**
 * Says what the user may do beyond {@code SELECT} on the canonical views. Each database is asked in
 * its own words, because the standard's privilege tables leave out what comes through roles.
 */
final class RightsCheck {
  private static final int MOST_RIGHTS = 200;
  private static final int SHOWN = 3;

  /** Each query gives a privilege and the object that it is for. */
  private static final String OF_H2 =
      """
      select 'everything, as administrator', 'the database' from information_schema.users
      where user_name = current_user and is_admin
      union all
      select privilege_type, table_name from information_schema.table_privileges
      where (grantee = current_user or grantee in (select role_name from information_schema.roles))
        and (privilege_type <> 'SELECT' or lower(table_name) not like 'dw\\_%' escape '\\')
        and table_schema <> 'INFORMATION_SCHEMA'
      """;

  private static final String OF_POSTGRESQL =
      """
      select 'everything, as superuser', 'the database' from pg_roles
      where rolname = current_user and rolsuper
      union all
      select 'CREATE', 'schema ' || nspname from pg_namespace
      where has_schema_privilege(oid, 'CREATE') and nspname not like 'pg\\_%'
        and not (select rolsuper from pg_roles where rolname = current_user)
      union all
      select p.privilege, c.relname
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      cross join (values ('SELECT'), ('INSERT'), ('UPDATE'), ('DELETE'), ('TRUNCATE')) p (privilege)
      where c.relkind in ('r', 'v', 'm', 'p', 'f') and n.nspname <> 'information_schema'
        and n.nspname not like 'pg\\_%' and has_schema_privilege(n.oid, 'USAGE')
        and has_table_privilege(c.oid, p.privilege)
        and (p.privilege <> 'SELECT' or c.relname not like 'dw\\_%')
        and not (select rolsuper from pg_roles where rolname = current_user)
      """;

  private static final String OF_MARIADB =
      """
      select privilege_type, 'every database' from information_schema.user_privileges
      where privilege_type <> 'USAGE'
      union all
      select privilege_type, concat('database ', table_schema) from information_schema.schema_privileges
      where table_schema = database()
      union all
      select privilege_type, table_name from information_schema.table_privileges
      where table_schema = database()
        and (privilege_type <> 'SELECT' or lower(table_name) not like 'dw\\_%')
      union all
      select privilege_type, concat(table_name, '.', column_name) from information_schema.column_privileges
      where table_schema = database()
        and (privilege_type <> 'SELECT' or lower(table_name) not like 'dw\\_%')
      """;

  private record Right(String privilege, String object) {}

  private final LimitedQueries queries;
  private final Unfinished unfinished;

  /**
   * @param unfinished takes the rights where there was no time to ask for them
   */
  RightsCheck(LimitedQueries queries, Unfinished unfinished) {
    this.queries = queries;
    this.unfinished = unfinished;
  }

  /** Returns one sentence a privilege, none where the user may read the views and nothing else. */
  List<String> beyondReading() {
    try {
      String sql =
          switch (Dialect.of(queries.connection())) {
            case H2 -> OF_H2;
            case POSTGRESQL -> OF_POSTGRESQL;
            case MARIADB -> OF_MARIADB;
          };
      return words(
          queries.list(sql, MOST_RIGHTS, row -> new Right(row.getString(1), row.getString(2))));
    } catch (SQLException e) {
      if (LimitedQueries.tooSlow(e)) {
        unfinished.add("the user's rights", e, queries);
        return List.of();
      }
      return List.of("The rights of the user cannot be read: " + queries.words(e) + ".");
    }
  }

  private static List<String> words(List<Right> rights) {
    Map<String, TreeSet<String>> objects = new LinkedHashMap<>();
    rights.forEach(
        r -> objects.computeIfAbsent(r.privilege(), p -> new TreeSet<>()).add(r.object()));
    List<String> words = new ArrayList<>();
    objects.forEach(
        (privilege, on) ->
            words.add(
                "The user may "
                    + privilege
                    + " on "
                    + String.join(", ", on.stream().limit(SHOWN).toList())
                    + (on.size() > SHOWN ? " and " + (on.size() - SHOWN) + " more" : "")
                    + ": give it SELECT on the views and nothing else (sql/erp/grants.sql)."));
    return words;
  }
}
