package org.demandwright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.demandwright.core.demand.SeriesKey;

/**
 * Measures every model alone, the product, and the product without one of its parts, on panels
 * whose outcome is known, and writes the tables of {@code models.md}: {@code ./mvnw -q -Pbench test
 * -Dbench=ModelTable -Dargs="--panels DIR --out FILE.md"}.
 *
 * <p>Which panels and further learners there are stands in {@code src/bench/panels.properties}, or
 * in the file that {@code --index} names, such as {@code src/bench/cuts.properties}: the same
 * panels with short histories. If the written file exists, what stands between its lines {@value
 * #BEGIN} and {@value #END} is replaced, else it is made.
 */
public final class ModelTable {
  static final String BEGIN = "<!-- tables -->";
  static final String END = "<!-- end of tables -->";

  private static final String USAGE =
      "usage: ModelTable --panels DIR --out FILE.md [--index FILE.properties] [--threads N]";
  private static final Set<String> NAMES = Set.of("--panels", "--out", "--index", "--threads");

  private final Map<String, BenchMethod> methods;
  private final Workers workers;

  private ModelTable(Map<String, BenchMethod> methods, Workers workers) {
    this.methods = methods;
    this.workers = workers;
  }

  public static void main(String... args) throws Exception {
    try {
      Map<String, String> given = options(args);
      PanelIndex index =
          PanelIndex.read(Path.of(given.getOrDefault("--index", "src/bench/panels.properties")));
      Workers workers = new Workers(Integer.parseInt(given.getOrDefault("--threads", "2")));
      ModelTable table = new ModelTable(index.rows(BenchMethods.all(index.pooled())), workers);
      TableText text = new TableText();
      for (PanelCase panel : index.panels(Path.of(given.get("--panels")))) {
        text.add(panel, table.rows(panel));
        write(Path.of(given.get("--out")), text.markdown());
      }
    } catch (IllegalArgumentException | IOException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private static Map<String, String> options(String... args) {
    Map<String, String> given = new TreeMap<>();
    for (int i = 0; i + 1 < args.length; i += 2) {
      given.put(args[i], args[i + 1]);
    }
    boolean complete = given.containsKey("--panels") && given.containsKey("--out");
    if (2 * given.size() != args.length || !complete || !NAMES.containsAll(given.keySet())) {
      throw new IllegalArgumentException(USAGE);
    }
    return given;
  }

  private List<TableRow> rows(PanelCase panel) throws InterruptedException, ExecutionException {
    List<TableRow> rows = new ArrayList<>();
    for (Map.Entry<String, BenchMethod> method : methods.entrySet()) {
      double start = Stages.cpuSeconds();
      Map<SeriesKey, BenchForecast> forecasts = method.getValue().forecast(panel, workers);
      double cpu = Stages.cpuSeconds() - start;
      TableRow row = TableRow.of(method.getKey(), panel, forecasts, cpu);
      rows.add(row);
      System.out.printf(
          Locale.ROOT,
          "%s, %s: RMSSE %.4f, CPU %.1f s%n",
          panel.name(),
          row.method(),
          row.whole().rmsse().orElse(Double.NaN),
          row.cpu());
    }
    return rows;
  }

  private static void write(Path file, String tables) throws IOException {
    String page = Files.exists(file) ? Files.readString(file) : BEGIN + "\n" + END + "\n";
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(
          "%s has no lines %s and %s to put the tables between".formatted(file, BEGIN, END));
    }
    Files.writeString(file, page.substring(0, begin) + BEGIN + "\n" + tables + page.substring(end));
  }
}
