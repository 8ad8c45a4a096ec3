package org.demandwright.core.model.regression;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.demandwright.core.feature.FeaturePipeline;
import org.demandwright.core.feature.SignalLevels;
import org.demandwright.core.model.TrainingPanel;

/**
 * The features of a panel: those of the demand, and those of the signals that its series have.
 *
 * @param demand compared by identity
 */
record PanelFeatures(FeaturePipeline demand) implements TrainingPanel.Derivation<FeaturePipeline> {

  @Override
  public FeaturePipeline from(TrainingPanel panel) {
    TreeSet<String> names = new TreeSet<>();
    panel.histories().forEach(h -> names.addAll(h.covariates().signals().names()));
    return names.isEmpty() ? demand : demand.with(new SignalLevels(List.copyOf(names)));
  }

  /** Returns the names of the features in one line, which {@link #restore} reads again. */
  static String text(FeaturePipeline features) {
    return String.join(
        " ",
        features.names().stream()
            .map(n -> URLEncoder.encode(n, StandardCharsets.UTF_8).replace("%3A", ":"))
            .toList());
  }

  /** Returns the features with these names: those of the demand and of signals behind them. */
  static FeaturePipeline restore(FeaturePipeline demand, String text) {
    List<String> signals =
        Arrays.stream(text.split(" "))
            .filter(name -> name.startsWith(SignalLevels.LAST))
            .map(name -> name.substring(SignalLevels.LAST.length()))
            .map(name -> URLDecoder.decode(name, StandardCharsets.UTF_8))
            .toList();
    return signals.isEmpty() ? demand : demand.with(new SignalLevels(signals));
  }
}
