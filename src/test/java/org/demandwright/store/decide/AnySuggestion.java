package org.demandwright.store.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.decide.OrderQuantity;
import org.demandwright.core.decide.OrderQuantity.Cause;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.decide.Suggestion;
import org.demandwright.core.decide.SuggestionKind;
import org.demandwright.core.decide.VendorOrder;

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
        0,
        0,
        new PolicySubject.Key(org, item, "S1"),
        SuggestedOrder.Source.vendor("V1"),
        whole
            ? Optional.of(new SuggestedOrder.PurchaseUnit("BOX", units("12.000000")))
            : Optional.empty(),
        whole ? Optional.of(AnyCase.TERMS) : Optional.empty(),
        whole ? Optional.of("EUR") : Optional.empty(),
        whole ? VendorOrder.Why.TOPPED_UP : VendorOrder.Why.DUE,
        whole
            ? Optional.of(new SuggestedOrder.VendorMinimum(units("100.000000"), units("40.000000")))
            : Optional.empty(),
        new Suggestion(
            SuggestionKind.BUY,
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
            23,
            whole ? Optional.of(units("7.000000")) : Optional.empty()));
  }

  /** Returns a suggestion to send something from another site. */
  public static SuggestedOrder transfer(long place, String org, String item) {
    return new SuggestedOrder(
        place,
        0,
        0,
        new PolicySubject.Key(org, item, "S1"),
        SuggestedOrder.Source.site("S2"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        VendorOrder.Why.DUE,
        Optional.empty(),
        new Suggestion(
            SuggestionKind.TRANSFER,
            new OrderQuantity(
                units("5.000000"), List.of(new OrderQuantity.Part(Cause.NEED, units("5")))),
            DAY,
            DAY,
            DAY.plusDays(1),
            Optional.empty(),
            false,
            Optional.empty(),
            0.5,
            0.25,
            Optional.empty(),
            DAY.plusDays(90),
            4,
            Optional.empty()));
  }
}
