package org.demandwright.core.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.core.demand.DemandPattern;

/**
 * Collects the contests of many series into a {@link ClassPrior}. Add series in key order: the sums
 * are then the same to the last bit however the series were spread over threads.
 *
 * <p>A class of which few series were tested borrows from the whole panel: its own figure has the
 * weight n ÷ (n + {@link #BORROWED}), n its number of tests.
 *
 * <p>A model whose forecasts of an intermittent or lumpy class {@link Shortfall fall short} gets an
 * advantage of at least {@link #NO_CREDIT}, whatever its loss: forecasting nothing has a small loss
 * there and serves nobody.
 */
public final class ClassExperience {
  /** Tests that the whole panel stands for beside a class's own. */
  public static final int BORROWED = 50;

  /** Advantage that no useful model has: e times the loss of the flat guess. */
  public static final double NO_CREDIT = 1;

  private final Map<DemandPattern, Map<String, Sum>> byClass = new EnumMap<>(DemandPattern.class);
  private final Map<String, Sum> panel = new TreeMap<>();

  /** Adds one series. */
  public void add(DemandPattern pattern, List<Contestant> contestants, Contestant flat) {
    for (Contestant c : contestants) {
      byClass
          .computeIfAbsent(pattern, p -> new TreeMap<>())
          .computeIfAbsent(c.modelId(), id -> new Sum())
          .add(c, flat);
      panel.computeIfAbsent(c.modelId(), id -> new Sum()).add(c, flat);
    }
  }

  /** Returns what is known so far. */
  public ClassPrior prior() {
    List<ClassPrior.Row> rows = new ArrayList<>();
    byClass.forEach(
        (pattern, models) ->
            models.forEach(
                (id, own) -> {
                  double known = own.borrowing(panel.get(id));
                  double credit =
                      pattern.intermittent() && own.shortfall.isGrave()
                          ? Math.max(NO_CREDIT, known)
                          : known;
                  rows.add(new ClassPrior.Row(pattern, id, credit, own.tests));
                }));
    return new ClassPrior(rows);
  }

  private static final class Sum {
    private double loss = ChampionRule.LOSS_FLOOR;
    private double flatLoss = ChampionRule.LOSS_FLOOR;
    private final Shortfall shortfall = new Shortfall();
    private int tests;

    void add(Contestant contestant, Contestant flat) {
      shortfall.add(contestant, flat);
      for (Trial trial : contestant.trials()) {
        loss += trial.loss();
        flatLoss += ChampionRule.at(trial, flat).loss();
        tests++;
      }
    }

    double borrowing(Sum whole) {
      double weight = tests / (double) (tests + BORROWED);
      return weight * advantage() + (1 - weight) * whole.advantage();
    }

    double advantage() {
      return Math.log(loss / flatLoss);
    }
  }
}
