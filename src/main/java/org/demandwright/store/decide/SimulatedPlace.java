package org.demandwright.store.decide;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.Words;
import org.demandwright.core.decide.Abc;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.demand.DemandPattern;

/**
 * An item at a site that a simulation looks at.
 *
 * @param number by which it is known to the simulation's plan
 * @param currency in which its money is added up; empty = it has no price
 * @param terms by what it is ordered and charged
 * @param refused why it cannot be judged; empty = it can
 */
public record SimulatedPlace(
    long number,
    PolicySubject.Key key,
    String category,
    Optional<Abc> abc,
    Optional<DemandPattern> pattern,
    Optional<String> currency,
    List<Said> terms,
    Optional<Words> refused) {
  /**
   * One of the terms.
   *
   * @param name such as holdingRate
   * @param origin who said so, such as REQUEST, RULE or LEARNED
   */
  public record Said(String name, BigDecimal value, String origin) {
    public Said {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(origin, "origin");
    }
  }

  public SimulatedPlace {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(abc, "abc");
    Objects.requireNonNull(pattern, "pattern");
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(refused, "refused");
    terms = List.copyOf(terms);
    if (currency.isEmpty() && refused.isEmpty()) {
      throw new IllegalArgumentException(key + " is to be judged by money and has no price");
    }
  }
}
