package org.demandwright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.demandwright.server.PayaraServer;
import org.demandwright.server.TestDatabase;

/**
 * A night of the size of the M5 competition, or of a share of it: 30,490 daily series of 1,941 days
 * in about 20 million order lines, from an empty store; then a night after one more day, and the
 * lighter runs. A real server with {@code -Xmx3g}, and a PostgreSQL of the bench that holds the ERP
 * and the store and is removed afterwards.
 *
 * <p>{@code ./mvnw -q -Pbench package -Dbench=ScaleBench -Dbench.phase=package "-Dargs=1/16 1/4"};
 * {@code -Dargs=1} is the full size. Further arguments are runs that follow the first full night,
 * see {@link ScaleRun}; without any they are {@link ScaleRun#USUAL}. With several shares the
 * processor time a line and a series of the last is compared with that of the one before.
 */
public final class ScaleBench {
  /** Bytes that the full size needs for a moment: ERP, store, sorting, write-ahead log. */
  private static final double BYTES = 18e9;

  /** Bytes of a server without data, its log at its largest. */
  private static final double LEAST_BYTES = 6e9;

  private ScaleBench() {}

  public static void main(String[] args) throws Exception {
    List<Double> shares = new ArrayList<>();
    List<ScaleRun> runs = new ArrayList<>();
    for (String arg : args) {
      if (Character.isDigit(arg.charAt(0))) {
        shares.add(share(arg));
      } else {
        runs.add(ScaleRun.of(arg));
      }
    }
    if (shares.isEmpty()) {
      shares.add(1.0 / 16);
    }
    Path folder = Path.of("target", "bench", "scale");
    requireSpace(folder, shares.stream().mapToDouble(s -> s).max().orElseThrow());
    List<ScaleNight.Cost> costs = new ArrayList<>();
    try (BenchPostgres postgres = BenchPostgres.passing(folder)) {
      for (double share : shares) {
        costs.add(measure(postgres, share, runs.isEmpty() ? ScaleRun.USUAL : runs));
      }
    }
    for (int i = 1; i < costs.size(); i++) {
      System.out.printf(
          Locale.ROOT,
          "processor time at %s over %s: %.2f a line, %.2f a series%n",
          shares.get(i),
          shares.get(i - 1),
          costs.get(i).perLine() / costs.get(i - 1).perLine(),
          costs.get(i).perSeries() / costs.get(i - 1).perSeries());
    }
  }

  private static double share(String text) {
    String[] parts = text.split("/", 2);
    return Double.parseDouble(parts[0]) / (parts.length == 1 ? 1 : Double.parseDouble(parts[1]));
  }

  private static void requireSpace(Path folder, double share) throws IOException {
    double needed = LEAST_BYTES + share * BYTES;
    double free = Files.getFileStore(Files.createDirectories(folder)).getUsableSpace();
    System.out.printf(
        Locale.ROOT,
        "needs up to %.0f GB of disk in %s, which has %.0f GB free%n",
        needed / 1e9,
        folder.toAbsolutePath(),
        free / 1e9);
    if (free < needed) {
      throw new IllegalStateException(
          "not enough disk: free some, or ask for a smaller share than " + share);
    }
  }

  private static ScaleNight.Cost measure(BenchPostgres postgres, double share, List<ScaleRun> runs)
      throws Exception {
    int items = Math.max(1, (int) Math.round(share * ScaleErp.ITEMS));
    long start = System.nanoTime();
    ScaleErp erp = ScaleErp.load(postgres.create("erp"), items);
    System.out.printf(
        Locale.ROOT,
        "%n%s of M5: %,d series of %,d days, %,d lines, made in %.0f s%n",
        share,
        erp.series(),
        ScaleErp.DAYS,
        erp.lines(),
        (System.nanoTime() - start) / 1e9);
    TestDatabase store = postgres.create("store");
    try (PayaraServer server = PayaraServer.in(PayaraServer.freshFolder("scale-bench"))) {
      erp.erp().reader().connect(server, "erp");
      store.connect(server, "store");
      server.jvm("-Xmx3g").start();
      ScaleNight nights = new ScaleNight(server, postgres, erp);
      ScaleNight.Cost cost = nights.run(ScaleRun.FULL);
      for (ScaleRun run : runs) {
        nights.run(run);
      }
      return cost;
    } finally {
      drop(postgres);
    }
  }

  private static void drop(BenchPostgres postgres) throws SQLException {
    postgres.drop("erp");
    postgres.drop("store");
  }
}
