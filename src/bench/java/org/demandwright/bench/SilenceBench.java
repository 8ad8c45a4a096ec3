package org.demandwright.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.evaluate.SilenceRule;
import org.demandwright.core.pipeline.ForecastEngine;
import org.demandwright.core.pipeline.SeriesInput;

/**
 * Counts, on panels whose outcome is known, how many series are declared silent and how many of
 * these sold again within the horizon: {@code ./mvnw -q -Pbench test -Dbench=SilenceBench
 * -Dargs="DIR"}. The rule is once as it would be without neighbours and once as the panel taught
 * it.
 */
public final class SilenceBench {
  private SilenceBench() {}

  public static void main(String... args) throws Exception {
    if (args.length != 1) {
      System.err.println("usage: SilenceBench DIR, the folder of the panels");
      System.exit(2);
    }
    PanelIndex index = PanelIndex.read(Path.of("src/bench/panels.properties"));
    try {
      for (PanelCase panel : index.panels(Path.of(args[0]))) {
        report(panel);
      }
    } catch (IOException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private static void report(PanelCase panel) {
    SilenceRule taught = new ForecastEngine(panel.options()).silence(panel.panel());
    print(panel, "untaught", SilenceRule.untaught());
    print(panel, String.format(Locale.ROOT, "taught, limit %.2g", taught.limit()), taught);
  }

  private static void print(PanelCase panel, String name, SilenceRule rule) {
    int silent = 0;
    int back = 0;
    for (SeriesInput input : panel.panel()) {
      DemandSeries series = input.series();
      if (rule.of(series).isPresent()) {
        silent++;
        back += panel.actuals().get(series.key()).units().sum() > 0 ? 1 : 0;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s, %s: %d of %d series silent, %d sold again within %d periods%n",
        panel.name(),
        name,
        silent,
        panel.panel().size(),
        back,
        panel.options().horizon());
  }
}
