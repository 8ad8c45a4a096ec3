package org.demandwright.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.model.Objective;
import org.demandwright.core.pipeline.EngineOptions;
import org.demandwright.core.pipeline.SeriesInput;

/**
 * A panel whose forecasts are to be scored.
 *
 * @param name of the panel
 * @param options with which the product forecasts it
 * @param panel its series up to the origin, in key order
 * @param actuals what then happened
 */
record PanelCase(
    String name,
    EngineOptions options,
    List<SeriesInput> panel,
    Map<SeriesKey, TestColumn.Actual> actuals) {
  private static final int WHOLE = 3;
  private static final int CUT = 6;

  /**
   * Reads a panel.
   *
   * @param form bucket, season and horizon, such as {@code WEEK 52 13}; or {@code WEEK 52 13 26 of
   *     FILE} for the newest 26 periods of the panel in that file
   */
  static PanelCase read(String name, Path file, String form) throws IOException {
    String[] words = words(name, form);
    EngineOptions defaults = EngineOptions.defaults(Bucket.valueOf(words[0]));
    EngineOptions options =
        new EngineOptions(
            defaults.bucket(),
            Integer.parseInt(words[1]),
            Integer.parseInt(words[2]),
            defaults.origins(),
            defaults.seed(),
            defaults.models(),
            Objective.RMSSE,
            defaults.without());
    int periods = words.length == WHOLE ? Integer.MAX_VALUE : Integer.parseInt(words[WHOLE]);
    List<SeriesInput> panel =
        PanelFile.read(file, options.bucket()).stream()
            .map(input -> newest(input, periods))
            .sorted(Comparator.comparing(i -> i.series().key()))
            .toList();
    return new PanelCase(name, options, panel, TestColumn.read(file, options.horizon()));
  }

  /** Returns the name of the file that a panel is read from: its own, or the one that it names. */
  static String file(String name, String form) {
    String[] words = words(name, form);
    return words.length == WHOLE ? name : words[CUT - 1];
  }

  private static String[] words(String name, String form) {
    String[] words = form.trim().split("\\s+", -1);
    if (words.length != WHOLE && words.length != CUT) {
      throw new IllegalArgumentException(
          "panel %s is '%s'; it must be BUCKET SEASON HORIZON, such as WEEK 52 13, or BUCKET SEASON HORIZON PERIODS of FILE"
              .formatted(name, form));
    }
    return words;
  }

  private static SeriesInput newest(SeriesInput input, int periods) {
    DemandSeries s = input.series();
    int from = Math.max(0, s.size() - periods);
    return new SeriesInput(
        new DemandSeries(
            s.key(),
            s.period(from),
            s.units().slice(from, s.size()),
            s.availability().slice(from, s.size())),
        input.covariates());
  }

  /** Returns the ends of the three thirds of the horizon, exclusive. */
  int[] thirds() {
    int[] ends = new int[3];
    Arrays.setAll(ends, i -> Math.round((i + 1) * options.horizon() / 3f));
    return ends;
  }
}
