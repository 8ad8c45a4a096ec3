package org.demandwright.core.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.demandwright.core.demand.Signals;
import org.demandwright.core.explain.Drivers;

/**
 * Two features a signal: how far its last period, and the mean of its last four, are from its own
 * level in the last 26, as a share of that level's size. So a signal of any unit means the same for
 * every series: +0.5 is half as much again as usual.
 *
 * <p>Only what was known before the origin is there to be read. A signal that a series does not
 * have or that is missing is 0, as usual.
 */
public final class SignalLevels implements FeatureStep {
  /** How the name of a feature begins that has the name of its signal behind it. */
  public static final String LAST = "signalLast:";

  private static final int LEVEL = 26;
  private static final int RECENT = 4;

  private final List<String> signals;

  /**
   * @param signals names, in the order in which the features are written
   */
  public SignalLevels(List<String> signals) {
    this.signals = List.copyOf(signals);
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (String signal : signals) {
      names.add(LAST + signal);
      names.add("signalRecent:" + signal);
    }
    return names;
  }

  @Override
  public String driverOf(String feature) {
    return Drivers.SIGNALS;
  }

  @Override
  public Running begin() {
    return (past, row, at) -> {
      Signals.Past known = past.signals();
      for (int s = 0; s < signals.size(); s++) {
        row[at + 2 * s] = relative(known, signals.get(s), 1);
        row[at + 2 * s + 1] = relative(known, signals.get(s), RECENT);
      }
    };
  }

  private static double relative(Signals.Past known, String signal, int window) {
    OptionalDouble recent = known.mean(signal, window);
    double size = known.size(signal, LEVEL).orElse(0);
    return recent.isEmpty() || size == 0
        ? 0
        : (recent.getAsDouble() - known.mean(signal, LEVEL).getAsDouble()) / size;
  }
}
