package org.demandwright.store.decide;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.Words;
import org.demandwright.core.decide.DayDistribution;
import org.demandwright.core.decide.ItemSpread;
import org.demandwright.core.decide.LeadTime;
import org.demandwright.core.decide.Policy;
import org.demandwright.core.decide.PolicyField;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.decide.StockPlan;

/**
 * The stock of one item at one site, as it was planned.
 *
 * @param number its place in the decision
 * @param said what counts, each value with where it comes from
 * @param protectionDays expected calendar days for which the stock has to last
 * @param by empty = refused
 * @param refused why; empty where it was planned
 * @param plan empty where it was refused
 * @param spread of the demand of the protection interval; empty where it was refused, or decided
 *     before it was kept
 */
public record PlannedStock(
    long number,
    PolicySubject subject,
    List<Said> said,
    Lead lead,
    double protectionDays,
    Optional<By> by,
    Optional<Words> refused,
    Optional<StockPlan> plan,
    Optional<ItemSpread.Deviation> spread,
    Stock stock) {

  /** What a stock is planned by. */
  public enum By {
    /** The distribution of demand over the protection interval, as it is forecast. */
    FORECAST,
    /** Usual demand, since no forecast is recommended. */
    RATE
  }

  /** A value of a policy, in words for people and machines. */
  public record Said(String field, String value, Policy.Origin origin, String by) {}

  /** The lead time in working days, and what it rests on. */
  public record Lead(
      double mean,
      double deviation,
      LeadTime.Source source,
      double receipts,
      double vendorReceipts,
      double weightOfItem,
      double weightOfVendor,
      Optional<Double> late) {
    /** Of a place that could not be planned. */
    public static final Lead UNKNOWN =
        new Lead(0, 0, LeadTime.Source.DEFAULT, 0, 0, 0, 0, Optional.empty());

    /**
     * Returns what counts.
     *
     * @param learned what it rests on
     * @param counts its distribution, moved where somebody says how long it is
     */
    public static Lead of(LeadTime learned, DayDistribution counts) {
      return new Lead(
          counts.mean(),
          counts.deviation(),
          learned.source(),
          learned.receipts(),
          learned.vendorReceipts(),
          learned.weights().item(),
          learned.weights().vendor(),
          learned.punctuality().map(LeadTime.Punctuality::late));
    }
  }

  /**
   * What is there.
   *
   * @param onHand empty = the ERP tells no stock
   * @param stockOut probability that it does not last until an order of today arrives; empty where
   *     that is not known
   * @param waiting customers; empty = the ERP does not tell of them, or it was decided before that
   *     was kept
   */
  public record Stock(
      Optional<BigDecimal> onHand,
      BigDecimal reserved,
      BigDecimal onOrder,
      Optional<Double> stockOut,
      Optional<Waiting> waiting) {}

  /**
   * What customers have ordered and did not get.
   *
   * @param ordered out of the own stock
   * @param unreserved of it, for which nothing is reserved
   * @param dropShip what vendors deliver beside it, for which no stock is wanted
   */
  public record Waiting(BigDecimal ordered, BigDecimal unreserved, BigDecimal dropShip) {}

  public PlannedStock {
    said = List.copyOf(said);
  }

  /** Returns the smallest quantity: a piece, or the part of one in which it is ordered. */
  public BigDecimal unit() {
    return said.stream()
        .filter(s -> s.field().equals(PolicyField.MULTIPLE.name()))
        .map(s -> new BigDecimal(s.value()))
        .findFirst()
        .map(multiple -> multiple.min(BigDecimal.ONE))
        .orElse(BigDecimal.ONE);
  }
}
