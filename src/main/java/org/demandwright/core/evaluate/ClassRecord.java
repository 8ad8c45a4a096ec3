package org.demandwright.core.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.demand.DemandPattern;

/**
 * How the models did on all tests of one class of demand, and which of them may not take part.
 *
 * <p>A learned model may not where its mean loss on the class is more than {@link #MARGIN} above
 * that of a simple one on the same tests: learning takes part where it pays. In an intermittent or
 * lumpy class no model may whose forecasts gravely {@link Shortfall fall short}: to forecast
 * nothing has a small loss there and serves nobody. Losses are relative to the flat guess's.
 */
final class ClassRecord {
  /** How much worse than a simple model a learned one may be, as a share of its loss. */
  static final double MARGIN = 0.05;

  private static final int LEAST_TESTS = 15;
  private static final double SAME_TESTS = 0.9;
  private static final double LOSS_FLOOR = 0.02;

  private final DemandPattern pattern;
  private final List<Map<String, Double>> tests = new ArrayList<>();
  private final Map<String, Shortfall> shortfalls = new HashMap<>();
  private final Set<String> learned = new HashSet<>();

  ClassRecord(DemandPattern pattern) {
    this.pattern = pattern;
  }

  /** Adds the tests of one series. */
  void add(List<Contestant> contestants, Contestant flat) {
    for (Contestant c : contestants) {
      shortfalls.computeIfAbsent(c.modelId(), id -> new Shortfall()).add(c, flat);
      if (c.learned()) {
        learned.add(c.modelId());
      }
    }
    for (Trial guess : flat.trials()) {
      Map<String, Double> losses = new HashMap<>();
      for (Contestant c : contestants) {
        c.at(guess.backtest().origin())
            .ifPresent(t -> losses.put(c.modelId(), t.loss() / (guess.loss() + LOSS_FLOOR)));
      }
      tests.add(losses);
    }
  }

  /** Returns the models, of these, that may not take part. */
  List<Outlook.Bar> barred(List<String> models) {
    List<Outlook.Bar> barred = new ArrayList<>();
    for (String id : models) {
      fallsShort(id)
          .or(() -> learned.contains(id) ? worse(id, models) : Optional.empty())
          .ifPresent(because -> barred.add(new Outlook.Bar(pattern, id, because)));
    }
    return barred;
  }

  private Optional<String> fallsShort(String id) {
    Shortfall shortfall = shortfalls.get(id);
    return pattern.intermittent() && shortfall != null && shortfall.isGrave()
        ? Optional.of("on " + name() + " demand it forecast less than half of what came")
        : Optional.empty();
  }

  private Optional<String> worse(String id, List<String> models) {
    for (String rival : models) {
      if (learned.contains(rival)) {
        continue;
      }
      double own = 0;
      double other = 0;
      int common = 0;
      int all = 0;
      for (Map<String, Double> test : tests) {
        all += test.containsKey(id) ? 1 : 0;
        if (test.containsKey(id) && test.containsKey(rival)) {
          own += test.get(id);
          other += test.get(rival);
          common++;
        }
      }
      if (common >= LEAST_TESTS && common >= SAME_TESTS * all && own > other * (1 + MARGIN)) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "on %d tests of %s demand its loss was %.0f %% above that of %s",
                common,
                name(),
                100 * (own / other - 1),
                rival));
      }
    }
    return Optional.empty();
  }

  private String name() {
    return pattern.name().toLowerCase(Locale.ROOT);
  }
}
