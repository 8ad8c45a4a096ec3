package org.demandwright.app.forecast;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.Words;
import org.demandwright.core.demand.DataScope;

/**
 * Port to what simulations say of forecasting methods: what it cost to order by each. Implemented
 * in {@code app.decide} and found by CDI, since what is decided comes after what is forecast.
 */
public interface MethodCosts {
  /** The name of a group of all series. */
  String ALL = "";

  /**
   * Returns what the newest simulation of a plan says.
   *
   * @param scope whoever sees a part is told of what was simulated within the same part
   */
  Costs of(DataScope scope, String plan);

  /**
   * Whose cost it is.
   *
   * @param group a demand class, or {@link #ALL}
   * @param method name of a model, or {@link Leaderboard#PUBLISHED}
   */
  record Key(String group, String method) {}

  /**
   * What was simulated.
   *
   * @param currency of all costs
   * @param costs in the test, money
   */
  record Simulated(long simulationId, String way, String currency, Map<Key, BigDecimal> costs) {
    public Simulated {
      costs = Map.copyOf(costs);
    }
  }

  /**
   * What is known.
   *
   * @param simulated empty where nothing is
   * @param lacking why nothing is, or why a method has no cost
   */
  record Costs(Optional<Simulated> simulated, Words lacking) {
    public Costs {
      Objects.requireNonNull(simulated, "simulated");
      Objects.requireNonNull(lacking, "lacking");
    }
  }
}
