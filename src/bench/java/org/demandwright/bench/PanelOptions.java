package org.demandwright.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.model.Objective;
import org.demandwright.core.pipeline.EngineOptions;
import org.demandwright.core.pipeline.EnginePart;

/**
 * The command line of the panel bench.
 *
 * @param panel file to forecast
 * @param out file that is written
 * @param threads that test series at the same time
 * @param engine the nightly job's defaults, but for what the command line says
 */
record PanelOptions(Path panel, Path out, int threads, EngineOptions engine) {
  static final String USAGE =
      "PanelBench --panel FILE.csv[.gz] --bucket DAY|WEEK|MONTH|QUARTER --season M --horizon H"
          + " --out FILE.csv [--models id,id…] [--threads N] [--objective rmsse|mean]"
          + " [--without global_models,combination,weighting,calendar]";

  private static final List<String> NAMES =
      List.of(
          "panel",
          "bucket",
          "season",
          "horizon",
          "out",
          "models",
          "threads",
          "objective",
          "without");

  /** Reads the command line; throws with the usage if it is wrong. */
  static PanelOptions parse(String... args) {
    Map<String, String> given = new TreeMap<>();
    for (int i = 0; i < args.length; i += 2) {
      String name = args[i].startsWith("--") ? args[i].substring(2) : "";
      if (!NAMES.contains(name)) {
        throw wrong("'" + args[i] + "' is no option");
      }
      if (i + 1 == args.length || args[i + 1].startsWith("--")) {
        throw wrong("--" + name + " has no value");
      }
      if (given.put(name, args[i + 1]) != null) {
        throw wrong("--" + name + " is given twice");
      }
    }
    return new PanelOptions(
        Path.of(required(given, "panel")),
        Path.of(required(given, "out")),
        number(given.getOrDefault("threads", "1"), "threads"),
        engine(given));
  }

  private static EngineOptions engine(Map<String, String> given) {
    EngineOptions defaults = EngineOptions.defaults(bucket(required(given, "bucket")));
    String models = given.getOrDefault("models", String.join(",", defaults.models()));
    return new EngineOptions(
        defaults.bucket(),
        number(required(given, "season"), "season"),
        number(required(given, "horizon"), "horizon"),
        defaults.origins(),
        defaults.seed(),
        Arrays.asList(models.split(",")),
        Objective.named(given.getOrDefault("objective", "rmsse")),
        parts(given.getOrDefault("without", "")));
  }

  private static Set<EnginePart> parts(String text) {
    Set<EnginePart> parts = EnumSet.noneOf(EnginePart.class);
    for (String name : text.isEmpty() ? new String[0] : text.split(",")) {
      parts.add(
          Arrays.stream(EnginePart.values())
              .filter(p -> p.name().equalsIgnoreCase(name))
              .findFirst()
              .orElseThrow(() -> wrong("'" + name + "' is no part of the engine")));
    }
    return parts;
  }

  private static Bucket bucket(String text) {
    return Arrays.stream(Bucket.values())
        .filter(b -> b.name().equals(text.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> wrong("--bucket is '" + text + "'"));
  }

  private static int number(String text, String name) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw wrong("--" + name + " is '" + text + "'; it must be a whole number of at least 1");
    }
    throw wrong("--" + name + " is " + text + "; it must be at least 1");
  }

  private static String required(Map<String, String> given, String name) {
    String value = given.get(name);
    if (value == null) {
      throw wrong("--" + name + " is missing");
    }
    return value;
  }

  private static IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(what + "; usage: " + USAGE);
  }
}
