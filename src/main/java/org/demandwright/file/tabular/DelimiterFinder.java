package org.demandwright.file.tabular;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.file.Detected;
import org.demandwright.file.Detected.Sureness;

/** Finds the delimiter by which the first records of a text file have equally many fields. */
final class DelimiterFinder {
  private static final int SAMPLED_RECORDS = 200;
  private static final List<Character> KNOWN = List.of(',', ';', '\t', '|');

  private final Path file;
  private final Charset encoding;

  DelimiterFinder(Path file, Charset encoding) {
    this.file = file;
    this.encoding = encoding;
  }

  /**
   * How well one delimiter parts the records.
   *
   * @param fields the number of fields that most of them have
   * @param share of the lines that are in such records
   */
  private record Fit(char delimiter, int fields, double share) {}

  Detected<Character> find() throws IOException {
    Optional<Character> said = said();
    if (said.isPresent()) {
      return new Detected<>(said.get(), Sureness.CERTAIN, "the first line of the file says so");
    }
    List<Fit> fits = new ArrayList<>();
    for (char delimiter : KNOWN) {
      Fit fit = fit(delimiter);
      if (fit.fields() > 1) {
        fits.add(fit);
      }
    }
    if (fits.isEmpty()) {
      return new Detected<>(
          ',', Sureness.LIKELY, "no delimiter parts the lines; there is one column");
    }
    Fit best = fits.stream().reduce((a, b) -> better(b, a) ? b : a).orElseThrow();
    boolean alone = fits.stream().filter(fit -> fit.share() >= 0.9).count() == 1;
    String why =
        "it parts %.0f %% of the lines into %d fields".formatted(100 * best.share(), best.fields());
    return new Detected<>(best.delimiter(), alone ? Sureness.CERTAIN : Sureness.LIKELY, why);
  }

  private Optional<Character> said() throws IOException {
    try (PhysicalLines lines = new PhysicalLines(file, encoding)) {
      String first = lines.next();
      return first == null ? Optional.empty() : SeparatorLine.of(first);
    }
  }

  private static boolean better(Fit a, Fit b) {
    int byShare = Double.compare(a.share(), b.share());
    return byShare > 0 || (byShare == 0 && a.fields() > b.fields());
  }

  /** Returns how many fields most records have with this delimiter. */
  int fields(char delimiter) throws IOException {
    return fit(delimiter).fields();
  }

  private Fit fit(char delimiter) throws IOException {
    Map<Integer, Integer> linesByFields = new HashMap<>();
    int all = 0;
    try (CsvRecords records = new CsvRecords(new PhysicalLines(file, encoding), delimiter, 0)) {
      CsvRecord record = records.next();
      for (int i = 0; i < SAMPLED_RECORDS && record != null; i++) {
        all += record.lines();
        if (!record.isBroken()) {
          linesByFields.merge(record.fields().size(), record.lines(), Integer::sum);
        }
        record = records.next();
      }
    }
    int lines = all;
    return linesByFields.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(most -> new Fit(delimiter, most.getKey(), (double) most.getValue() / lines))
        .orElse(new Fit(delimiter, 1, 0));
  }
}
