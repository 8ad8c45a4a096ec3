package org.demandwright.erp.file;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demandwright.erp.Detected;
import org.demandwright.erp.Detected.Sureness;

/** Finds the delimiter by which the first lines of a text file fall into equally many fields. */
final class DelimiterFinder {
  private static final List<Character> KNOWN = List.of(',', ';', '\t', '|');

  private DelimiterFinder() {}

  /**
   * How well one delimiter parts the lines.
   *
   * @param fields the number of fields that most lines have
   * @param share of the lines that have it
   */
  private record Fit(char delimiter, int fields, double share) {}

  static Detected<Character> find(List<String> lines) {
    List<Fit> fits =
        KNOWN.stream().map(d -> fit(d, lines)).filter(fit -> fit.fields() > 1).toList();
    Fit best = fits.stream().reduce((a, b) -> better(b, a) ? b : a).orElse(new Fit(',', 1, 1));
    boolean alone = fits.stream().filter(fit -> fit.share() >= 0.9).count() == 1;
    if (fits.isEmpty()) {
      return new Detected<>(
          ',', Sureness.LIKELY, "no delimiter parts the lines; there is one column");
    }
    String why =
        "it parts %.0f %% of the lines into %d fields".formatted(100 * best.share(), best.fields());
    return new Detected<>(best.delimiter(), alone ? Sureness.CERTAIN : Sureness.LIKELY, why);
  }

  private static boolean better(Fit a, Fit b) {
    int byShare = Double.compare(a.share(), b.share());
    return byShare > 0 || (byShare == 0 && a.fields() > b.fields());
  }

  private static Fit fit(char delimiter, List<String> lines) {
    CsvReader.CsvReaderBuilder csv = CsvTable.parser(delimiter);
    Map<Integer, Long> counts =
        lines.stream()
            .map(line -> CsvTable.parse(csv, line))
            .filter(Objects::nonNull)
            .map(List::size)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(most -> new Fit(delimiter, most.getKey(), (double) most.getValue() / lines.size()))
        .orElse(new Fit(delimiter, 1, 0));
  }
}
