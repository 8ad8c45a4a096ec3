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
 */
public final class ClassExperience {
  /** Tests that the whole panel stands for beside a class's own. */
  public static final int BORROWED = 50;

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
                  double weight = own.tests / (double) (own.tests + BORROWED);
                  double advantage =
                      weight * own.advantage() + (1 - weight) * panel.get(id).advantage();
                  rows.add(new ClassPrior.Row(pattern, id, advantage, own.tests));
                }));
    return new ClassPrior(rows);
  }

  private static final class Sum {
    private double loss = ChampionRule.LOSS_FLOOR;
    private double flatLoss = ChampionRule.LOSS_FLOOR;
    private int tests;

    void add(Contestant contestant, Contestant flat) {
      for (Trial trial : contestant.trials()) {
        loss += trial.loss();
        flatLoss += ChampionRule.at(trial, flat).loss();
        tests++;
      }
    }

    double advantage() {
      return Math.log(loss / flatLoss);
    }
  }
}
