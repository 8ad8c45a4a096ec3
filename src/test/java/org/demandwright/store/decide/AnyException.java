package org.demandwright.store.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.Words;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.decide.risk.AlertQuality;
import org.demandwright.core.decide.risk.Risk;
import org.demandwright.core.decide.risk.RiskKind;

/** Exceptions that are found. */
public final class AnyException {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private AnyException() {}

  /**
   * Returns one.
   *
   * @param money in EUR, which is the reporting currency; null = not known
   */
  public static StockException.Found found(RiskKind kind, String org, String item, String money) {
    return found(kind, org, item, money, "EUR", true);
  }

  /** Returns one in a currency. */
  public static StockException.Found found(
      RiskKind kind, String org, String item, String money, String currency, boolean rate) {
    Optional<BigDecimal> amount =
        Optional.ofNullable(money).map(m -> new BigDecimal(m).setScale(6));
    return new StockException.Found(
        new PolicySubject.Key(org, item, "S1"),
        new Risk(
            kind,
            kind == RiskKind.SUPPLIER_LATE ? "PO:1" : "",
            kind == RiskKind.SUPPLIER_LATE ? "V1" : "",
            0.75,
            new BigDecimal("12.5"),
            Risk.Worth.MARGIN,
            List.of(Risk.Figure.of("probability", 0.75), Risk.Figure.of("days", 9)),
            Words.of("risk.concentration", "C1", 80, 52)),
        amount.isEmpty()
            ? StockException.Stake.UNKNOWN
            : new StockException.Stake(
                Optional.of(currency), amount, rate ? amount : Optional.empty()));
  }

  /** Returns what a replay gave. */
  public static ExceptionQualityStore.Replayed replayed(RiskKind kind, boolean compared) {
    AlertQuality.Window earlier =
        new AlertQuality.Window(DAY, DAY.plusDays(70), 100, 30, 20, 25, 19);
    AlertQuality.Window later =
        new AlertQuality.Window(DAY.plusDays(77), DAY.plusDays(140), 50, 12, 8, 10, 7);
    return new ExceptionQualityStore.Replayed(
        kind,
        DAY.plusDays(150),
        0.6,
        new AlertQuality(
            0.45,
            true,
            earlier,
            later,
            new AlertQuality.Window(
                later.first(),
                later.last(),
                50,
                compared ? 11 : 0,
                compared ? 5 : 0,
                10,
                compared ? 4 : 0)),
        compared);
  }
}
