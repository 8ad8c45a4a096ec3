package org.demandwright.store.decide;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.demandwright.core.decide.price.WhatIf;

/**
 * A question that somebody asked and kept, with its answer.
 *
 * @param plan whose published version it rests on
 * @param asOf the morning whose stock it rests on
 * @param price that is asked about
 * @param currency of all money
 * @param sites those that whoever reads it may see
 */
public record Scenario(
    long scenarioId,
    String plan,
    Kind kind,
    String name,
    String org,
    String item,
    long versionId,
    LocalDate asOf,
    LocalDate first,
    LocalDate last,
    BigDecimal price,
    String currency,
    Instant madeAt,
    String madeBy,
    List<Site> sites) {

  /** What is changed. */
  public enum Kind {
    /** The price of an item. */
    PRICE
  }

  /** The answer at a site. */
  public record Site(String site, WhatIf.Outcome outcome) {}

  public Scenario {
    Objects.requireNonNull(kind, "kind");
    sites = List.copyOf(sites);
  }

  /** Returns the same under a number. */
  Scenario numbered(long number, List<Site> of) {
    return new Scenario(
        number, plan, kind, name, org, item, versionId, asOf, first, last, price, currency, madeAt,
        madeBy, of);
  }
}
