package org.demandwright.erp;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A JDBC URL that somebody typed in, allowed only with settings that are known to be harmless: a
 * driver's URL can otherwise run scripts, load classes, and read and write files of the server.
 *
 * @param dialect of the database
 * @param text with what every such connection needs
 */
record SafeUrl(Dialect dialect, String text) {
  private static final Pattern H2_PLACE =
      Pattern.compile("jdbc:h2:(tcp://|ssl://|file:)[^;?&\\\\]+");
  private static final Pattern SERVER_PLACE =
      Pattern.compile("jdbc:(postgresql|mariadb)://[A-Za-z0-9._:\\[\\],-]+/[^;?&\\\\/]+");
  private static final Duration CONNECTING = Duration.ofSeconds(10);
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_.,: -]*");

  private static final Map<Dialect, Set<String>> SETTINGS =
      Map.of(
          Dialect.H2,
          Set.of("ifexists", "schema", "mode", "lock_timeout", "case_insensitive_identifiers"),
          Dialect.POSTGRESQL,
          Set.of("currentschema", "sslmode", "applicationname", "targetservertype", "tcpkeepalive"),
          Dialect.MARIADB,
          Set.of("sslmode", "usecompression", "tcpkeepalive", "connectiontimezone", "timezone"));

  /** Checks a URL; what is refused is named with what is allowed. */
  static SafeUrl of(String url) {
    Dialect dialect =
        Arrays.stream(Dialect.values())
            .filter(d -> url.startsWith("jdbc:" + d + ":"))
            .findFirst()
            .orElseThrow(
                () ->
                    new UnusableErp(
                        "A JDBC URL must begin with jdbc:postgresql:, jdbc:mariadb: or jdbc:h2:."));
    String separator = dialect == Dialect.H2 ? ";" : "[?&]";
    List<String> parts = Arrays.asList(url.split(separator, -1));
    requirePlace(dialect, parts.get(0));
    parts.stream().skip(1).filter(p -> !p.isEmpty()).forEach(p -> requireHarmless(dialect, p));
    return new SafeUrl(dialect, dialect == Dialect.H2 ? onlyExisting(url) : url);
  }

  private static void requirePlace(Dialect dialect, String place) {
    boolean fits = (dialect == Dialect.H2 ? H2_PLACE : SERVER_PLACE).matcher(place).matches();
    if (!fits || place.contains("..")) {
      throw new UnusableErp(
          "This JDBC URL is not taken: write "
              + (dialect == Dialect.H2
                  ? "jdbc:h2:tcp://host/path or jdbc:h2:file:/path"
                  : "jdbc:" + dialect + "://host:port/database")
              + ", without user and password, which have fields of their own.");
    }
  }

  private static void requireHarmless(Dialect dialect, String setting) {
    String[] pair = setting.split("=", 2);
    Set<String> allowed = SETTINGS.get(dialect);
    if (pair.length != 2
        || !allowed.contains(pair[0].toLowerCase(Locale.ROOT))
        || !VALUE.matcher(pair[1]).matches()) {
      throw new UnusableErp(
          "The setting "
              + pair[0]
              + " is not taken in a JDBC URL, because settings of a driver can run scripts and"
              + " touch files of this server; allowed are "
              + String.join(", ", new TreeSet<>(allowed))
              + ". What the plugin itself connects with is configured by dw.erp.url.");
    }
  }

  /** H2 would make an empty database where there is none. */
  private static String onlyExisting(String url) {
    return url.toUpperCase(Locale.ROOT).contains(";IFEXISTS=TRUE") ? url : url + ";IFEXISTS=TRUE";
  }

  /**
   * Returns what a driver is told beside the URL: who, and how long to wait.
   *
   * @param silence how long the database may say nothing once it is open, whole seconds
   */
  static Properties properties(Dialect dialect, String user, String password, Duration silence) {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    switch (dialect) {
      case POSTGRESQL -> {
        properties.setProperty("connectTimeout", Long.toString(CONNECTING.toSeconds()));
        properties.setProperty("loginTimeout", Long.toString(CONNECTING.toSeconds()));
        properties.setProperty("socketTimeout", Long.toString(silence.toSeconds()));
      }
      case MARIADB -> {
        properties.setProperty("connectTimeout", Long.toString(CONNECTING.toMillis()));
        properties.setProperty("socketTimeout", Long.toString(silence.toMillis()));
        properties.setProperty("allowLocalInfile", "false");
        // The server's own key must not be offered as the client's certificate.
        properties.setProperty("fallbackToSystemKeyStore", "false");
      }
      case H2 -> properties.setProperty("NETWORK_TIMEOUT", Long.toString(silence.toMillis()));
    }
    return properties;
  }
}
