package org.demandwright.app.settings;

import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * What goes out to other systems.
 *
 * @param exports how long an export is kept after it ended
 */
public record ExchangeSettings(Duration exports) {
  private static final Setting<Integer> EXPORTS =
      Setting.of(
          "dw.exports.keep-days",
          "7",
          "days",
          Allowed.between(1, 3_650),
          "how long an export of forecasts is kept after it ended, with its content, which lies in"
              + " the store");

  static final Concern CONCERN = new Concern("Exchange", List.of(EXPORTS));

  static ExchangeSettings in(Config config) {
    return new ExchangeSettings(Duration.ofDays(EXPORTS.in(config)));
  }
}
