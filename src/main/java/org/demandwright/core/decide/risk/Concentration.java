package org.demandwright.core.decide.risk;

import java.util.List;
import org.demandwright.core.Words;

/**
 * How much of the demand of an item at a site one customer makes: of the weeks in which nobody took
 * more, what that customer took, over the demand of all weeks. What the customer took in other
 * weeks is not counted, so that the true share is no smaller.
 *
 * @param customer by the ERP's own key
 * @param share 0–1, at least
 * @param units that the customer took, base units
 * @param weeks that were looked at
 */
public record Concentration(String customer, double share, double units, int weeks) {
  public Concentration {
    if (customer.isEmpty() || !(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("customer '%s' makes %s".formatted(customer, share));
    }
  }

  /** Returns what is to be said of it; at stake is what the customer would take in as long. */
  public Risk risk() {
    return Risk.ofAll(
        RiskKind.CONCENTRATION,
        share,
        units,
        Risk.Worth.PRICE,
        List.of(
            Risk.Figure.of("share", share),
            Risk.Figure.of("customerUnits", units),
            Risk.Figure.of("weeks", weeks)),
        Words.of("risk.concentration", customer, Risk.percent(share), weeks));
  }
}
