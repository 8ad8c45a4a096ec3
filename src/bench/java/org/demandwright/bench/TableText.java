package org.demandwright.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.demandwright.core.evaluate.Evaluation;

/** Writes the results of {@link ModelTable} as Markdown. */
final class TableText {
  private static final String NONE = "–";

  private final Map<PanelCase, List<TableRow>> results = new LinkedHashMap<>();

  void add(PanelCase panel, List<TableRow> rows) {
    results.put(panel, List.copyOf(rows));
  }

  /** Returns one table per measure over all panels, then the whole figures of each panel. */
  String markdown() {
    List<String> lines = new ArrayList<>();
    overview(lines, "RMSSE", e -> number("%.4f", e.rmsse()));
    overview(lines, "cumWAPE", e -> number("%.4f", e.cumulativeWape()));
    overview(lines, "bias", e -> number("%+.3f", e.bias()));
    results.forEach((panel, rows) -> whole(lines, panel, rows));
    return String.join("\n", lines) + "\n";
  }

  private void overview(List<String> lines, String title, Function<Evaluation, String> figure) {
    lines.add("### " + title);
    lines.add("");
    lines.add(row("", results.keySet().stream().map(PanelCase::name).toList()));
    lines.add(rule(results.size()));
    int methods = results.values().iterator().next().size();
    for (int i = 0; i < methods; i++) {
      int at = i;
      List<String> cells =
          results.values().stream().map(rows -> figure.apply(rows.get(at).whole())).toList();
      lines.add(row(results.values().iterator().next().get(i).method(), cells));
    }
    lines.add("");
  }

  private static void whole(List<String> lines, PanelCase panel, List<TableRow> rows) {
    lines.add(
        "### %s: %d series, %s, season %d, %d steps"
            .formatted(
                panel.name(),
                panel.panel().size(),
                panel.options().bucket(),
                panel.options().season(),
                panel.options().horizon()));
    lines.add("");
    List<String> columns =
        List.of(
            "RMSSE",
            "MASE",
            "sMAPE",
            "WAPE",
            "cumWAPE",
            "bias",
            "below p10",
            "up to p90",
            "refused",
            "CPU s");
    lines.add(row("", columns));
    lines.add(rule(columns.size()));
    rows.forEach(r -> lines.add(row(r.method(), figures(r))));
    lines.add("");
    coverage(lines, panel, rows);
  }

  private static List<String> figures(TableRow r) {
    Evaluation e = r.whole();
    return List.of(
        number("%.4f", e.rmsse()),
        number("%.4f", e.mase()),
        number("%.3f", e.smape()),
        number("%.4f", e.wape()),
        number("%.4f", e.cumulativeWape()),
        number("%+.3f", e.bias()),
        number("%.3f", e.below10()),
        number("%.3f", e.upTo90()),
        r.refused() == 0 ? "" : Integer.toString(r.refused()),
        String.format(Locale.ROOT, "%.1f", r.cpu()));
  }

  /** Coverage by thirds of the horizon, of the methods that have bands. */
  private static void coverage(List<String> lines, PanelCase panel, List<TableRow> rows) {
    int[] ends = panel.thirds();
    lines.add(
        row(
            "below p10 / up to p90 / inside",
            List.of(
                "steps 1–" + ends[0],
                "%d–%d".formatted(ends[0] + 1, ends[1]),
                "%d–%d".formatted(ends[1] + 1, ends[2]),
                "all")));
    lines.add(rule(4));
    for (TableRow r : rows) {
      if (r.whole().upTo90().isPresent()) {
        List<String> cells = new ArrayList<>(r.thirds().stream().map(TableText::coverage).toList());
        cells.add(coverage(r.whole()));
        lines.add(row(r.method(), cells));
      }
    }
    lines.add("");
  }

  private static String coverage(Evaluation e) {
    double low = e.below10().orElseThrow();
    double high = e.upTo90().orElseThrow();
    return String.format(Locale.ROOT, "%.3f / %.3f / %.3f", low, high, high - low);
  }

  private static String number(String format, OptionalDouble value) {
    return value.isEmpty() ? NONE : String.format(Locale.ROOT, format, value.getAsDouble());
  }

  private static String row(String head, List<String> cells) {
    return "| " + head + " | " + String.join(" | ", cells) + " |";
  }

  private static String rule(int columns) {
    return "|---|" + "---:|".repeat(columns);
  }
}
