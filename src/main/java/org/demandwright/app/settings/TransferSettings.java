package org.demandwright.app.settings;

import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * What is taken and sent over REST.
 *
 * @param exports lists that are sent in full at the same time, as CSV
 */
public record TransferSettings(int exports) {
  private static final Setting<Integer> EXPORTS =
      Setting.of(
          "dw.rest.exports",
          "8",
          "",
          Allowed.between(1, 100),
          "lists that are sent in full, as CSV, at the same time; whoever asks for one more is told"
              + " to come again (503 with `Retry-After`)");

  static final Concern CONCERN = new Concern("Transfers", List.of(EXPORTS));

  static TransferSettings in(Config config) {
    return new TransferSettings(EXPORTS.in(config));
  }
}
