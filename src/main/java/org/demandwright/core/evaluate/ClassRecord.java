package org.demandwright.core.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.Words;
import org.demandwright.core.demand.DemandPattern;

/**
 * How the models did on all tests of one class of demand, and which of them may not take part.
 *
 * <p>A learned model may not where its mean loss on the class is above that of a simple one on the
 * same tests: learning takes part where it pays. In an intermittent or lumpy class no model may
 * whose forecasts gravely {@link Shortfall fall short}: to forecast nothing has a small loss there
 * and serves nobody. Losses are relative to the flat guess's.
 */
final class ClassRecord {
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

  private Optional<Words> fallsShort(String id) {
    Shortfall shortfall = shortfalls.get(id);
    return pattern.intermittent() && shortfall != null && shortfall.isGrave()
        ? Optional.of(Words.of("forecast.barred.short", demand()))
        : Optional.empty();
  }

  /** Says by how much a model is worse than the simple one that is furthest ahead of it. */
  private Optional<Words> worse(String id, List<String> models) {
    double worst = 1;
    Optional<Words> because = Optional.empty();
    for (String rival : models) {
      Comparison c = learned.contains(rival) ? Comparison.NONE : compared(id, rival);
      if (c.ratio() > worst) {
        worst = c.ratio();
        because =
            Optional.of(
                Words.of(
                    "forecast.barred.worse",
                    c.tests(),
                    demand(),
                    Words.decimal(100 * (c.ratio() - 1), 1),
                    rival));
      }
    }
    return because;
  }

  /** The loss of one model ÷ that of another on the tests that both had. */
  private record Comparison(double ratio, int tests) {
    static final Comparison NONE = new Comparison(0, 0);
  }

  private Comparison compared(String id, String rival) {
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
    boolean tells = common >= LEAST_TESTS && common >= SAME_TESTS * all && other > 0;
    return tells ? new Comparison(own / other, common) : Comparison.NONE;
  }

  private Words demand() {
    return Words.of("demand.pattern." + pattern.name().toLowerCase(Locale.ROOT));
  }
}
