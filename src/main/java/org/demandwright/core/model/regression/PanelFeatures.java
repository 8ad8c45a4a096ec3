package org.demandwright.core.model.regression;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
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
            .map(name -> isSignal(name) ? SignalLevels.LAST + encoded(signal(name)) : name)
            .toList());
  }

  /** Returns the features with these names: those of the demand and of signals behind them. */
  static FeaturePipeline restore(FeaturePipeline demand, String text) {
    List<String> signals =
        Arrays.stream(text.split(" "))
            .filter(PanelFeatures::isSignal)
            .map(name -> decoded(signal(name)))
            .toList();
    return signals.isEmpty() ? demand : demand.with(new SignalLevels(signals));
  }

  private static boolean isSignal(String name) {
    return name.startsWith(SignalLevels.LAST);
  }

  private static String signal(String name) {
    return name.substring(SignalLevels.LAST.length());
  }

  /** The name of a signal is what people chose: it may hold spaces. */
  private static String encoded(String signal) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(signal.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String text) {
    return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
  }
}
