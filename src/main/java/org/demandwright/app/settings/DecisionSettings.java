package org.demandwright.app.settings;

import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * What is kept of decisions.
 *
 * @param suggestionDays how long suggestions are kept with what was answered, after the last
 *     decision that made them
 * @param priceDays between two lessons of how demand answers prices; 0 = never
 */
public record DecisionSettings(int suggestionDays, int priceDays) {
  private static final Setting<Integer> SUGGESTIONS =
      Setting.of(
          "dw.suggestions.keep-days",
          "1096",
          "days",
          Allowed.between(31, 36_500),
          "how long suggestions are kept with what people answered, after the last decision that"
              + " suggested them; each decision removes what is older, but for what is accepted and"
              + " waited for");

  private static final Setting<Integer> PRICES =
      Setting.of(
          "dw.prices.learn-every-days",
          "7",
          "days",
          Allowed.between(0, 365),
          "after so many days a decision learns anew how demand answers prices; 0 = it never does");

  static final Concern CONCERN = new Concern("Decisions", List.of(SUGGESTIONS, PRICES));

  static DecisionSettings in(Config config) {
    return new DecisionSettings(SUGGESTIONS.in(config), PRICES.in(config));
  }
}
