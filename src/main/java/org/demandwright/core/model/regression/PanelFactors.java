package org.demandwright.core.model.regression;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.core.feature.History;
import org.demandwright.core.feature.ObservedUnits;
import org.demandwright.core.feature.SeasonIndex;
import org.demandwright.core.feature.SeasonTrainer;
import org.demandwright.core.feature.TargetTransform;

/** The factors that a panel has taught: what its season does. */
record PanelFactors(SeasonIndex season) {

  static PanelFactors train(List<History> panel, int season) {
    return new PanelFactors(new SeasonTrainer(season, ObservedUnits::of).train(panel));
  }

  List<TargetTransform> transforms() {
    return List.of(season);
  }

  void write(StateText text) {
    text.put("season", season.season(), season.strength());
    season.pools().forEach((category, index) -> text.put("season." + category, index));
  }

  static PanelFactors read(StateText text) {
    double[] season = text.numbers("season");
    Map<String, double[]> pools = new TreeMap<>();
    for (String name : text.names("season.")) {
      pools.put(name.substring("season.".length()), text.numbers(name));
    }
    return new PanelFactors(new SeasonIndex((int) season[0], season[1], pools));
  }
}
