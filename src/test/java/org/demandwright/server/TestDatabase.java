package org.demandwright.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a database is and who opens it.
 *
 * @param dataSourceClass what a server must be told to open it
 */
public record TestDatabase(String dataSourceClass, String url, String user, String password) {
  private static final String H2 = "org.h2.jdbcx.JdbcDataSource";
  private static final String POSTGRES = "org.postgresql.ds.PGSimpleDataSource";
  private static final String MARIADB = "org.mariadb.jdbc.MariaDbDataSource";

  public static TestDatabase h2(String url, String user, String password) {
    return new TestDatabase(H2, url, user, password);
  }

  public static TestDatabase postgres(String url, String user, String password) {
    return new TestDatabase(POSTGRES, url, user, password);
  }

  public static TestDatabase mariaDb(String url, String user, String password) {
    return new TestDatabase(MARIADB, url, user, password);
  }

  public boolean isH2() {
    return dataSourceClass.equals(H2);
  }

  public boolean isMariaDb() {
    return dataSourceClass.equals(MARIADB);
  }

  public Connection open() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /** Returns what opens it, for stores that no server manages. */
  public DataSource dataSource() {
    if (isH2()) {
      JdbcDataSource h2 = new JdbcDataSource();
      h2.setURL(url);
      h2.setUser(user);
      h2.setPassword(password);
      return h2;
    }
    PGSimpleDataSource postgres = new PGSimpleDataSource();
    postgres.setUrl(url);
    postgres.setUser(user);
    postgres.setPassword(password);
    return postgres;
  }

  /** Returns the same database as somebody else sees it. */
  public TestDatabase as(String otherUser, String otherPassword) {
    return new TestDatabase(dataSourceClass, url, otherUser, otherPassword);
  }

  /** Runs statements, each in a transaction of its own. */
  public void run(String... statements) throws SQLException {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Points a server's data source {@code store} or {@code erp} here; takes effect at its start. */
  public void connect(PayaraServer server, String source) {
    server.set("dw." + source + ".class", dataSourceClass);
    server.set("dw." + source + ".url", url);
    server.set("dw." + source + ".user", user);
    server.set("dw." + source + ".password", password);
  }
}
