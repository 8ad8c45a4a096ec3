package org.demandwright.erp.adapter;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.demandwright.erp.Dialect;
import org.demandwright.erp.UnusableErp;

/** Who may read the views, and how a database writes their names. */
final class Grants {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$.-]*");
  private static final Pattern NAME_AT_HOST =
      Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$.-]*(@[A-Za-z0-9_.%:-]+)?");

  private Grants() {}

  /** Returns a user's name as it stands in a grant; H2 keeps names in capitals. */
  static String quoted(Dialect dialect, String user) {
    if (!(dialect == Dialect.MARIADB ? NAME_AT_HOST : NAME).matcher(user).matches()) {
      throw new UnusableErp(
          "'"
              + user
              + "' is no name of a user: letters, digits and _ $ . - are"
              + (dialect == Dialect.MARIADB ? ", then @host where it is not @%." : "."));
    }
    if (dialect == Dialect.MARIADB) {
      String[] parts = user.split("@", 2);
      return "'" + parts[0] + "'@'" + (parts.length == 2 ? parts[1] : "%") + "'";
    }
    return '"' + (dialect == Dialect.H2 ? user.toUpperCase(Locale.ROOT) : user) + '"';
  }

  /**
   * Returns who may read the sales lines now, quoted: dropping a view forgets it. MariaDB keeps
   * rights by name, whatever becomes of the view.
   */
  static List<String> readers(Connection connection, Dialect dialect) throws SQLException {
    if (dialect == Dialect.MARIADB) {
      return List.of();
    }
    List<String> readers = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select distinct grantee from information_schema.table_privileges"
                    + " where lower(table_name) = 'dw_sales_line' and privilege_type = 'SELECT'"
                    + " and table_schema = current_schema and grantee <> current_user")) {
      while (row.next()) {
        String reader = row.getString(1);
        readers.add(reader.equals("PUBLIC") ? "public" : '"' + reader.replace("\"", "\"\"") + '"');
      }
    }
    return readers;
  }
}
