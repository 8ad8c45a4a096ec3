package org.demandwright.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.erp.ErpSalesLine;
import org.demandwright.erp.SalesLinePages;
import org.demandwright.erp.SalesLineSource;
import org.demandwright.erp.Watermark;
import org.demandwright.erp.jpa.StandaloneErp;
import org.demandwright.server.SharedPostgres;
import org.demandwright.server.TestDatabase;
import org.demandwright.server.TestErp;

/**
 * How fast the sales view is read through JPA against plain JDBC: the product's pages of the same
 * view into the same records, on H2 and on PostgreSQL, turn by turn in one run. Beside it the usual
 * unbounded keyset in JDBC, for as many pages as ten seconds allow.
 *
 * <p>{@code ./mvnw -Pbench test -Dbench=ReadBench}, with {@code -Dargs=N} for about N lines instead
 * of a million. Leaves with status 1 where JPA stays below {@value #LEAST_RATIO} of JDBC's rate.
 */
public final class ReadBench {
  static final double LEAST_RATIO = 0.8;

  private static final int PAGE = 4_000;
  private static final int ROUNDS = 5;
  private static final long KEYSET_NANOS = 10_000_000_000L;

  private ReadBench() {}

  public static void main(String[] args) throws Exception {
    int lines = args.length > 0 ? Integer.parseInt(args[0]) : DemoSize.full().lines();
    Path file = Files.createTempDirectory("read-bench").resolve("erp");
    TestDatabase h2 = TestDatabase.h2("jdbc:h2:file:" + file, "sa", "sa");
    System.out.printf(
        "%-10s %9s %12s %12s %7s %14s%n",
        "database", "lines", "JPA /s", "JDBC /s", "ratio", "JDBC keyset /s");
    boolean fast = measure("H2", h2, lines);
    fast &= measure("PostgreSQL", SharedPostgres.create("bench"), lines);
    System.exit(fast ? 0 : 1);
  }

  private static boolean measure(String name, TestDatabase empty, int lines) throws Exception {
    DemoSize full = DemoSize.full();
    TestErp erp =
        TestErp.load(
            empty,
            new DemoSize(
                full.items(), full.sites(), full.days(), lines, full.lastDay(), full.seed()));
    List<Double> jpaRates = new ArrayList<>();
    List<Double> jdbcRates = new ArrayList<>();
    try (StandaloneErp jpa = new StandaloneErp(erp.reader());
        Connection connection = erp.reader().open()) {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      JdbcLines jdbc = new JdbcLines(connection);
      LocalDateTime end = jpa.source().lastChange().orElseThrow();
      long count = jpa.source().countLines(null, end);
      for (int round = 0; round < ROUNDS; round++) {
        jpaRates.add(rate(jpa.source(), end, count));
        jdbcRates.add(rate(jdbc, end, count));
      }
      double keyset = keysetRate(jdbc);
      double ratio = median(jpaRates) / median(jdbcRates);
      System.out.printf(
          Locale.ROOT,
          "%-10s %9d %12.0f %12.0f %7.2f %14.0f%n",
          name,
          count,
          median(jpaRates),
          median(jdbcRates),
          ratio,
          keyset);
      return ratio >= LEAST_RATIO;
    }
  }

  /** Reads everything once; lines per second. The count is checked, so that no page is lost. */
  private static double rate(SalesLineSource source, LocalDateTime end, long expected) {
    SalesLinePages pages = new SalesLinePages(source, Watermark.START, end, expected, PAGE);
    long begin = System.nanoTime();
    long read = 0;
    for (List<ErpSalesLine> page = pages.next(); !page.isEmpty(); page = pages.next()) {
      read += page.size();
    }
    if (read != expected) {
      throw new IllegalStateException("read " + read + " lines of " + expected);
    }
    return read / ((System.nanoTime() - begin) / 1e9);
  }

  private static double keysetRate(JdbcLines jdbc) {
    long begin = System.nanoTime();
    Watermark last = new Watermark(Watermark.START.changedAt(), 0, "");
    long read = 0;
    List<ErpSalesLine> page;
    do {
      page = jdbc.keyset(last.changedAt(), last.sourceKey(), PAGE);
      read += page.size();
      last = page.isEmpty() ? last : page.get(page.size() - 1).watermark();
    } while (!page.isEmpty() && System.nanoTime() - begin < KEYSET_NANOS);
    return read / ((System.nanoTime() - begin) / 1e9);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}
