package org.demandwright.core.evaluate;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The contestants of one series, weighed by {@link ModelWeights}.
 *
 * @param standings of all, those with the greatest weight first, then by expectation; the weights
 *     sum to 1
 * @param simple the simple methods alone, weighed among themselves: what would forecast if there
 *     were no learned model; empty if none could be tested
 * @param flat the flat guess, tested at every origin at which any contestant was
 * @param flatForeseen the squared loss that the panel lets expect of the flat guess, relative to
 *     the mean of all models; empty if the panel tells nothing
 * @param panelTests number of tests of other series behind what the panel lets expect
 */
public record Weighing(
    List<Standing> standings,
    List<Standing> simple,
    Contestant flat,
    OptionalDouble flatForeseen,
    int panelTests) {
  public Weighing {
    standings = List.copyOf(standings);
    simple = List.copyOf(simple);
    Objects.requireNonNull(flat, "flat");
    Objects.requireNonNull(flatForeseen, "flatForeseen");
  }
}
