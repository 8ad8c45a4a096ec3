package org.demandwright.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.demandwright.core.demand.Bucket;
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

  /**
   * Reads a panel.
   *
   * @param form bucket, season and horizon, such as {@code WEEK 52 13}
   */
  static PanelCase read(String name, Path file, String form) throws IOException {
    String[] words = form.trim().split("\\s+", -1);
    if (words.length != 3) {
      throw new IllegalArgumentException(
          "panel %s is '%s'; it must be BUCKET SEASON HORIZON, such as WEEK 52 13"
              .formatted(name, form));
    }
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
    List<SeriesInput> panel =
        PanelFile.read(file, options.bucket()).stream()
            .sorted(Comparator.comparing(i -> i.series().key()))
            .toList();
    return new PanelCase(name, options, panel, TestColumn.read(file, options.horizon()));
  }

  /** Returns the ends of the three thirds of the horizon, exclusive. */
  int[] thirds() {
    int[] ends = new int[3];
    Arrays.setAll(ends, i -> Math.round((i + 1) * options.horizon() / 3f));
    return ends;
  }
}
