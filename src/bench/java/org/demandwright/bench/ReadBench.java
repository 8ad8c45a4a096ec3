package org.demandwright.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.demandwright.bench.ReadCourse.Way;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.server.SharedMariaDb;
import org.demandwright.server.TestDatabase;
import org.demandwright.server.TestErp;

/**
 * How fast the sales view is read through JPA against plain JDBC, on H2, MariaDB and PostgreSQL,
 * and on PostgreSQL with ten times the lines: every way in turn, several rounds in one run.
 *
 * <p>{@code ./mvnw -Pbench test -Dbench=ReadBench}, with {@code -Dargs="postgresql"} for PostgreSQL
 * alone. The PostgreSQL with its data stays in {@code target/bench/postgres} for the next run.
 * Leaves with status 1 where JPA stays below {@value #LEAST_RATIO} of JDBC's rate, or the large
 * table's rate below as much of the small one's.
 */
public final class ReadBench {
  static final double LEAST_RATIO = 0.8;

  private static final long SMALL = 1_000_000;
  private static final long LARGE = 10_000_000;
  private static final int ROUNDS = 5;

  private ReadBench() {}

  public static void main(String[] args) throws Exception {
    boolean fast = true;
    if (!Arrays.asList(args).contains("postgresql")) {
      Path file = Files.createTempDirectory("read-bench").resolve("erp");
      fast = demo("H2", TestDatabase.h2("jdbc:h2:file:" + file, "sa", "sa"));
      fast &= demo("MariaDB", SharedMariaDb.create("bench"));
    }
    try (BenchPostgres postgres = BenchPostgres.in(Path.of("target", "bench", "postgres"))) {
      fast &= postgres(postgres);
    }
    System.exit(fast ? 0 : 1);
  }

  /** The demo ERP, as it is generated. */
  private static boolean demo(String name, TestDatabase empty) throws SQLException {
    try (ReadCourse course = new ReadCourse(name, TestErp.load(empty, DemoSize.full()))) {
      run(List.of(course));
      return report(course);
    }
  }

  private static boolean postgres(BenchPostgres postgres) throws SQLException {
    TestErp smallErp = postgres.bulkErp(SMALL);
    TestErp largeErp = postgres.bulkErp(LARGE);
    try (ReadCourse small = new ReadCourse("PostgreSQL", smallErp);
        ReadCourse large = new ReadCourse("PostgreSQL", largeErp)) {
      run(List.of(small, large));
      boolean fast = report(small);
      fast &= report(large);
      for (Way way : Way.values()) {
        Spread growth = large.rate(way).over(small.rate(way));
        print("%s of %,d lines over %,d", growth, way, LARGE, SMALL);
        fast &= way != Way.JPA || growth.median() >= LEAST_RATIO;
      }
      PagePlans.print(largeErp, LARGE);
      return fast;
    }
  }

  /**
   * Runs every way on every course in turn. The first course begins one round earlier, to warm up;
   * the others, larger ones, end two rounds earlier.
   */
  private static void run(List<ReadCourse> courses) throws SQLException {
    ReadCourse first = courses.get(0);
    for (Way way : Way.values()) {
      first.run(way);
    }
    first.forget();
    for (int round = 0; round < ROUNDS; round++) {
      for (Way way : Way.values()) {
        first.run(way);
        if (round < ROUNDS - 2) {
          for (ReadCourse other : courses.subList(1, courses.size())) {
            other.run(way);
          }
        }
      }
    }
  }

  private static boolean report(ReadCourse course) {
    System.out.printf(Locale.ROOT, "%n%s, %,d lines%n", course.name(), course.lines());
    for (Way way : Way.values()) {
      print("%s, lines/s", course.rate(way), way);
    }
    System.out.printf(Locale.ROOT, "unbounded keyset, lines/s  %,.0f%n", course.keysetRate());
    Spread ratio = course.rate(Way.JPA).over(course.rate(Way.JDBC));
    print("JPA over JDBC", ratio);
    print("JPA over STREAM", course.rate(Way.JPA).over(course.rate(Way.STREAM)));
    return ratio.median() >= LEAST_RATIO;
  }

  private static void print(String label, Spread s, Object... of) {
    String format =
        s.median() < 100 ? "%-42s %8.2f  (%.2f to %.2f)%n" : "%-42s %,8.0f  (%,.0f to %,.0f)%n";
    System.out.printf(Locale.ROOT, format, label.formatted(of), s.median(), s.least(), s.most());
  }
}
