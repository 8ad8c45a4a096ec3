package org.demandwright.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.demandwright.app.Wordbook;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Covariates;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.pipeline.BandedStep;
import org.demandwright.core.pipeline.Calibration;
import org.demandwright.core.pipeline.ForecastEngine;
import org.demandwright.core.pipeline.SeriesInput;
import org.demandwright.core.pipeline.SeriesResult;

/**
 * The file formats of the panel bench: {@code series,start,train} in (values are separated by
 * spaces, NA = not observed), {@code series,step,mean,p10,p50,p90,method,verdict,reason} out.
 */
final class PanelFile {
  private static final List<String> COLUMNS = List.of("series", "start", "train");

  /** What happened after the origin: it may stand in the file but nobody reads it. */
  private static final String IGNORED = "test";

  private PanelFile() {}

  /**
   * Reads the training part. All series are moved to the same origin: the competition panels bring
   * series of different years together.
   */
  static List<SeriesInput> read(Path file, Bucket bucket) throws IOException {
    List<SeriesInput> panel = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(reader(file))) {
      for (NamedCsvRecord row : rows) {
        requireColumns(file, row.getHeader());
        if (!keys.add(row.getField("series"))) {
          throw new IOException(file + ": series " + row.getField("series") + " is there twice");
        }
        panel.add(input(row, bucket));
      }
    }
    if (panel.isEmpty()) {
      throw new IOException(file + ": no series in it");
    }
    return endingTogether(panel);
  }

  private static void requireColumns(Path file, List<String> header) throws IOException {
    Set<String> unknown = new TreeSet<>(header);
    unknown.removeAll(COLUMNS);
    unknown.remove(IGNORED);
    if (!unknown.isEmpty()) {
      throw new IOException(
          "%s: unknown columns %s; known are %s and %s"
              .formatted(file, unknown, String.join(", ", COLUMNS), IGNORED));
    }
    if (!header.containsAll(COLUMNS)) {
      throw new IOException("%s: has the columns %s; it needs %s".formatted(file, header, COLUMNS));
    }
  }

  static void write(
      Path file, ForecastEngine engine, List<SeriesResult> results, Calibration calibration)
      throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord("series", "step", "mean", "p10", "p50", "p90", "method", "verdict", "reason");
      for (SeriesResult result : results) {
        for (BandedStep step : engine.bands(result, calibration).steps()) {
          csv.writeRecord(
              result.cleaned().key().item(),
              Integer.toString(step.step()),
              Double.toString(step.mean()),
              Double.toString(step.p10()),
              Double.toString(step.p50()),
              Double.toString(step.p90()),
              result.selection().modelId(),
              result.selection().verdict().name(),
              Wordbook.english().say(result.selection().reason()));
        }
      }
    }
  }

  private static SeriesInput input(NamedCsvRecord row, Bucket bucket) {
    String name = row.getField("series");
    String[] values = row.getField("train").trim().split("\\s+");
    double[] units = new double[values.length];
    double[] availability = new double[values.length];
    for (int t = 0; t < values.length; t++) {
      boolean observed = !values[t].equals("NA");
      units[t] = observed ? units(name, t, values[t]) : 0;
      availability[t] = observed ? 1 : 0;
    }
    Period first = Period.of(bucket, LocalDate.parse(row.getField("start")));
    DemandSeries series =
        new DemandSeries(
            SeriesKey.of(row.getField("series")),
            first,
            DoubleVector.of(units),
            DoubleVector.of(availability));
    return new SeriesInput(series, Covariates.none());
  }

  private static double units(String series, int index, String text) {
    double units;
    try {
      units = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      units = Double.NaN;
    }
    if (!(units >= 0 && units < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "series %s, value %d is '%s'; demand is a number of at least 0, or NA"
              .formatted(series, index + 1, text));
    }
    return units;
  }

  private static List<SeriesInput> endingTogether(List<SeriesInput> panel) {
    Period end =
        panel.stream().map(i -> i.series().end()).max(Comparator.naturalOrder()).orElseThrow();
    return panel.stream().map(i -> endingAt(i.series(), end)).toList();
  }

  private static SeriesInput endingAt(DemandSeries s, Period end) {
    return new SeriesInput(
        new DemandSeries(s.key(), end.plus(-s.size()), s.units(), s.availability()),
        Covariates.none());
  }

  /** Opens a panel file, packed or not. */
  static Reader reader(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    return new InputStreamReader(text, StandardCharsets.UTF_8);
  }
}
