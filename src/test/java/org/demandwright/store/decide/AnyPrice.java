package org.demandwright.store.decide;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.decide.price.PriceFit;
import org.demandwright.core.decide.price.PriceResponse;
import org.demandwright.core.decide.price.PriceSupport;
import org.demandwright.core.decide.price.PriceUnknown;
import org.demandwright.core.decide.price.WhatIf;

/** What was learned of a price, and a scenario, for tests that do not care which. */
public final class AnyPrice {
  private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

  private AnyPrice() {}

  /** A price of which the answer is known. */
  public static PlacePrice known(long number, String org, String item) {
    PriceSupport support = new PriceSupport("S1", 10, 8.5, 12, 4, 6, 400, 20, 5, 1);
    PriceFit fit = new PriceFit(-1.75, 0.25, 60, List.of(support), Optional.empty());
    return new PlacePrice(
        number,
        new PolicySubject.Key(org, item, "S1"),
        "goods",
        Optional.of("EUR"),
        support,
        new PriceResponse(fit, 0.5, -1.25, -1.5, 0.375, Optional.empty()));
  }

  /** A price of which nothing can be known. */
  public static PlacePrice unknown(long number, String org, String item) {
    PriceSupport support = new PriceSupport("S1", 10, 10, 10, 1, 0, 400, 20, 5, 3);
    Optional<PriceUnknown> why = Optional.of(PriceUnknown.WITH_PROMOTION);
    PriceFit fit = new PriceFit(0, 0, 60, List.of(support), why);
    return new PlacePrice(
        number,
        new PolicySubject.Key(org, item, "S1"),
        "",
        Optional.empty(),
        support,
        new PriceResponse(fit, 0, 0, 0, 0, why));
  }

  /** A scenario with an answer at these sites. */
  public static Scenario scenario(String org, String item, String... sites) {
    return new Scenario(
        0,
        "default",
        Scenario.Kind.PRICE,
        "cheaper " + item,
        org,
        item,
        1,
        DAY,
        DAY.plusDays(1),
        DAY.plusDays(7),
        number("9.5"),
        "EUR",
        Instant.parse("2026-04-01T02:00:00.123456Z"),
        "ann",
        List.of(sites).stream().map(site -> new Scenario.Site(site, outcome())).toList());
  }

  private static WhatIf.Outcome outcome() {
    WhatIf.Band band = new WhatIf.Band(number("1.5"), number("2"), number("3.25"));
    return new WhatIf.Outcome(
        number("10"),
        number("9.5"),
        Optional.of(number("6.25")),
        band,
        band,
        band,
        Optional.of(
            new WhatIf.Stock(
                number("4"),
                number("0"),
                Optional.of(DAY.plusDays(3)),
                0.5,
                number("1.25"),
                Optional.empty(),
                0.25)));
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text).setScale(6);
  }
}
