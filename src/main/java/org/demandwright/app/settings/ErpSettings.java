package org.demandwright.app.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * How the ERP is read. The server itself reads class and password, for its data source.
 *
 * @param url where the configured ERP is, for another user to log in to
 * @param user as whom the plugin reads it
 * @param adapters folder of adapters that are not part of the product
 * @param checkLimit how long one query of the connection check may take
 * @param checkBeforeRun how long the check before a run may take in all; what it has no time for is
 *     left to a check by hand
 */
public record ErpSettings(
    String url,
    String user,
    Optional<Path> adapters,
    Duration checkLimit,
    Duration checkBeforeRun) {
  private static final Setting<String> DATABASE =
      Setting.of(
          "dw.erp.class",
          "org.h2.jdbcx.JdbcDataSource",
          "",
          new Allowed<>("a class of data sources", String::strip),
          "the same for the ERP; `org.mariadb.jdbc.MariaDbDataSource` for"
              + " [MariaDB](#an-erp-on-mariadb)");

  private static final Setting<String> URL =
      Setting.of(
          "dw.erp.url",
          "jdbc:h2:file:./demandwright-data/erp;IFEXISTS=TRUE",
          "",
          new Allowed<>("a JDBC address", String::strip),
          "where it is");

  private static final Setting<String> USER =
      Setting.of(
          "dw.erp.user",
          "DEMANDWRIGHT",
          "",
          Allowed.AS_IS,
          "as whom the plugin reads it: a user who needs SELECT on the views `dw_*` and nothing"
              + " else");

  private static final Setting<Optional<String>> PASSWORD =
      Setting.open("dw.erp.password", "empty", "", Allowed.AS_IS, "of that user");

  private static final Setting<Optional<Path>> ADAPTERS =
      Setting.open(
          "dw.erp.adapters",
          "none",
          "",
          Allowed.parsed("a folder", Path::of),
          "adapters of your own, one folder each: see [views over your ERP](erp-views.md)");

  private static final Setting<Integer> CHECK =
      Setting.of(
          "dw.erp.check.seconds",
          "30",
          "seconds",
          Allowed.between(1, 3600),
          "limit of each query of the connection check; all together have ten times that");

  private static final Setting<Integer> CHECK_BEFORE_RUN =
      Setting.of(
          "dw.erp.check.run-seconds",
          "5",
          "seconds",
          Allowed.between(1, 3600),
          "time of the check before a run that reads all lines, all queries together (at most two"
              + " seconds where only changes are read); what it does not suffice for is left to a"
              + " check by hand");

  static final Concern CONCERN =
      new Concern("ERP", List.of(DATABASE, URL, USER, PASSWORD, ADAPTERS, CHECK, CHECK_BEFORE_RUN));

  static ErpSettings in(Config config) {
    return new ErpSettings(
        URL.in(config),
        USER.in(config),
        ADAPTERS.in(config),
        Duration.ofSeconds(CHECK.in(config)),
        Duration.ofSeconds(CHECK_BEFORE_RUN.in(config)));
  }
}
