package org.demandwright.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What {@link ModelTable} measures beside the models of the catalog.
 *
 * @param entries {@code panel.NAME = BUCKET SEASON HORIZON}, with {@code PERIODS of FILE} behind it
 *     for another panel's newest periods alone; {@code pooled.ID = scheme options}; {@code rows =
 *     METHOD, METHOD …} where not all are wanted; in the order of the alphabet
 */
record PanelIndex(TreeMap<String, String> entries) {
  private static final String PANEL = "panel.";
  private static final String POOLED = "pooled.";
  private static final String ROWS = "rows";

  static PanelIndex read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    TreeMap<String, String> entries = new TreeMap<>();
    properties.stringPropertyNames().forEach(n -> entries.put(n, properties.getProperty(n)));
    return new PanelIndex(entries);
  }

  /** Reads the panels that are in the folder; throws if there is none. */
  List<PanelCase> panels(Path folder) throws IOException {
    List<PanelCase> panels = new ArrayList<>();
    for (Map.Entry<String, String> panel : named(PANEL).entrySet()) {
      String name = PanelCase.file(panel.getKey(), panel.getValue());
      Path packed = folder.resolve(name + ".csv.gz");
      Path file = Files.exists(packed) ? packed : folder.resolve(name + ".csv");
      if (Files.exists(file)) {
        panels.add(PanelCase.read(panel.getKey(), file, panel.getValue()));
      } else {
        System.out.println(packed + " is not there; the panel is left out");
      }
    }
    if (panels.isEmpty()) {
      throw new IOException(folder + ": none of the panels of the index is in it");
    }
    return panels;
  }

  /** Returns the further pooled models as {@code ID=scheme options}. */
  List<String> pooled() {
    return named(POOLED).entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
  }

  /** Returns the methods that are measured, of all there are. */
  Map<String, BenchMethod> rows(Map<String, BenchMethod> all) {
    String named = entries.get(ROWS);
    if (named == null) {
      return all;
    }
    Map<String, BenchMethod> rows = new LinkedHashMap<>();
    for (String name : named.split(",")) {
      if (!all.containsKey(name.trim())) {
        throw new IllegalArgumentException(
            "there is no row \"%s\"; known are %s".formatted(name.trim(), all.keySet()));
      }
      rows.put(name.trim(), all.get(name.trim()));
    }
    return rows;
  }

  private Map<String, String> named(String prefix) {
    Map<String, String> named = new TreeMap<>();
    entries.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            named.put(name.substring(prefix.length()), value);
          }
        });
    return named;
  }
}
