package org.demandwright.store.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.decide.OrderQuantity;
import org.demandwright.core.decide.OrderQuantity.Cause;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.decide.Suggestion;

/** Orders that are suggested. */
public final class AnySuggestion {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private AnySuggestion() {}

  private static BigDecimal units(String text) {
    return new BigDecimal(text);
  }

  /**
   * Returns a suggestion.
   *
   * @param whole whether it says something in every part, or only where it must
   */
  public static SuggestedOrder order(long number, String org, String item, boolean whole) {
    return new SuggestedOrder(
        number,
        new PolicySubject.Key(org, item, "S1"),
        "V1",
        whole
            ? Optional.of(new SuggestedOrder.PurchaseUnit("BOX", units("12.000000")))
            : Optional.empty(),
        whole ? Optional.of("EUR") : Optional.empty(),
        new Suggestion(
            new OrderQuantity(
                units("24.000000"),
                List.of(
                    new OrderQuantity.Part(Cause.NEED, units("26")),
                    new OrderQuantity.Part(Cause.LIMIT, units("-2")))),
            DAY,
            DAY.plusDays(2),
            DAY.plusDays(9),
            whole ? Optional.of(DAY.plusDays(11)) : Optional.empty(),
            whole,
            whole ? Optional.of(units("60.000000")) : Optional.empty(),
            0.75,
            0.0625,
            whole ? Optional.of(DAY.plusDays(12)) : Optional.empty(),
            DAY.plusDays(90),
            23));
  }
}
