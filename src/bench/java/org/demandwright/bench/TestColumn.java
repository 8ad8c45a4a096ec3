package org.demandwright.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.SeriesKey;

/**
 * What happened after the origin of a panel: the column {@code test} of its file. It is kept apart
 * from {@link PanelFile}, so that no forecast can look at it.
 */
final class TestColumn {

  /**
   * Demand of the horizon.
   *
   * @param units base units per period, 0 where not observed
   * @param observed 1 where the value counts, else 0
   */
  record Actual(DoubleVector units, DoubleVector observed) {}

  private TestColumn() {}

  /** Reads the first {@code horizon} values; throws if a series has fewer. */
  static Map<SeriesKey, Actual> read(Path file, int horizon) throws IOException {
    Map<SeriesKey, Actual> actuals = new HashMap<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(PanelFile.reader(file))) {
      for (NamedCsvRecord row : rows) {
        String[] values = row.getField("test").trim().split("\\s+", -1);
        if (values.length < horizon) {
          throw new IOException(
              "%s: series %s has %d test values; the horizon is %d"
                  .formatted(file, row.getField("series"), values.length, horizon));
        }
        actuals.put(SeriesKey.of(row.getField("series")), actual(Arrays.copyOf(values, horizon)));
      }
    }
    return actuals;
  }

  private static Actual actual(String... values) {
    double[] units = new double[values.length];
    double[] observed = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      if (!values[i].equals("NA")) {
        units[i] = Double.parseDouble(values[i]);
        observed[i] = 1;
      }
    }
    return new Actual(DoubleVector.of(units), DoubleVector.of(observed));
  }
}
