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
 * @param writer as whom reorder rules are written into the ERP; empty = nothing is written
 */
public record ErpSettings(
    String url,
    String user,
    Optional<Path> adapters,
    Duration checkLimit,
    Duration checkBeforeRun,
    Optional<Writer> writer) {
  /** A user of the ERP's database that may change minimum and maximum of its reorder rules. */
  public record Writer(String user, String password) {
    @Override
    public String toString() {
      return user;
    }
  }

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

  private static final Setting<Optional<String>> WRITER =
      Setting.open(
          "dw.erp.writer.user",
          "nobody: nothing is written into the ERP",
          "",
          Allowed.AS_IS,
          "as whom minimum and maximum of Odoo's reordering rules are written when somebody asks for"
              + " it: a user that may do this and nothing else, see [handing over](decisions-made.md#handing-over)");

  private static final Setting<Optional<String>> WRITER_PASSWORD =
      Setting.open("dw.erp.writer.password", "empty", "", Allowed.AS_IS, "of that user");

  static final Concern CONCERN =
      new Concern(
          "ERP",
          List.of(
              DATABASE,
              URL,
              USER,
              PASSWORD,
              ADAPTERS,
              CHECK,
              CHECK_BEFORE_RUN,
              WRITER,
              WRITER_PASSWORD));

  static ErpSettings in(Config config) {
    return new ErpSettings(
        URL.in(config),
        USER.in(config),
        ADAPTERS.in(config),
        Duration.ofSeconds(CHECK.in(config)),
        Duration.ofSeconds(CHECK_BEFORE_RUN.in(config)),
        WRITER.in(config).map(user -> new Writer(user, WRITER_PASSWORD.in(config).orElse(""))));
  }
}
