package org.demandwright.erp;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;

/** Opens single connections by the driver itself: no pool keeps them or their password. */
public final class Drivers {
  private static final Map<Dialect, String> CLASSES =
      Map.of(
          Dialect.H2, "org.h2.Driver",
          Dialect.POSTGRESQL, "org.postgresql.Driver",
          Dialect.MARIADB, "org.mariadb.jdbc.Driver");

  private Drivers() {}

  /**
   * Opens a URL that a person typed in; see {@link SafeUrl} for what is refused.
   *
   * @param silence how long the database may say nothing
   */
  public static Connection openTyped(String url, String user, String password, Duration silence)
      throws SQLException {
    SafeUrl safe = SafeUrl.of(url);
    return open(safe.dialect(), safe.text(), user, password, silence);
  }

  /** Opens the URL of the configuration, which may have any setting. */
  public static Connection openTrusted(String url, String user, String password, Duration silence)
      throws SQLException {
    return open(dialect(url), url, user, password, silence);
  }

  /** Returns the driver's class for the URL of the configuration. */
  public static String className(String url) {
    return CLASSES.get(dialect(url));
  }

  private static Dialect dialect(String url) {
    return Arrays.stream(Dialect.values())
        .filter(d -> url.startsWith("jdbc:" + d + ":"))
        .findFirst()
        .orElseThrow(
            () ->
                new UnusableErp(
                    "The configured address of the ERP (dw.erp.url, dw.source.<name>.url) names"
                        + " none of "
                        + Dialect.known()
                        + "."));
  }

  private static Connection open(
      Dialect dialect, String url, String user, String password, Duration silence)
      throws SQLException {
    Properties properties = SafeUrl.properties(dialect, user, password, silence);
    Connection connection = driver(dialect).connect(url, properties);
    if (connection == null) {
      throw new SQLException("the driver does not know this form of URL");
    }
    return connection;
  }

  private static Driver driver(Dialect dialect) {
    try {
      return (Driver) Class.forName(CLASSES.get(dialect)).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new UnusableErp(
          "The driver %s is not part of this installation.".formatted(CLASSES.get(dialect)), e);
    }
  }
}
