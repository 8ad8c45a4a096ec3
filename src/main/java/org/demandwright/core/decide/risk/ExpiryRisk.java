package org.demandwright.core.decide.risk;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.Words;

/**
 * How much of the lots of an item at a site is not sold before it expires, where what expires first
 * is sold first.
 *
 * <p>Let q₁ … qᵢ be the lots up to one, in the order of their days, and D the demand up to its last
 * day. Whatever was sold until then was of these lots as long as there were any, so that at least
 * q₁ + … + qᵢ − D of them expire; the most of these over all lots does, and no lot that expires is
 * counted twice. The expectation is taken of each, E[(q₁ + … + qᵢ − D)⁺], and the most of them is
 * told, a lower bound of the expected most.
 *
 * <p>Worked: 10 units that may be sold 5 days longer and 20 that may for 30, with 1 unit wanted a
 * day: 5 of the first expire; of both together 30 − 30 = 0 do; 5 in all.
 *
 * @param probability 0–1 that anything expires
 * @param expiring expected base units that do
 * @param of the quantity of all lots that expire
 * @param first the day of the first lot of which something does
 */
public record ExpiryRisk(double probability, double expiring, double of, LocalDate first) {
  private static final double FEW = 1e-9;

  /**
   * A lot.
   *
   * @param quantity base units, above 0
   * @param lastDay on which it may be sold
   */
  public record Lot(double quantity, LocalDate lastDay) {
    public Lot {
      Objects.requireNonNull(lastDay, "lastDay");
    }
  }

  /**
   * Returns the risk; empty without a lot that expires.
   *
   * @param today the day of which it is morning
   */
  public static Optional<ExpiryRisk> of(DemandAhead demand, List<Lot> lots, LocalDate today) {
    List<Lot> inOrder = new ArrayList<>(lots);
    inOrder.removeIf(lot -> lot.quantity() <= 0);
    inOrder.sort(Comparator.comparing(Lot::lastDay));
    double upTo = 0;
    double probability = 0;
    double expiring = 0;
    LocalDate first = null;
    for (Lot lot : inOrder) {
      upTo += lot.quantity();
      int days = (int) ChronoUnit.DAYS.between(today, lot.lastDay()) + 1;
      OverstockRisk left =
          days <= 0 ? new OverstockRisk(1, upTo) : OverstockRisk.of(demand, upTo, days);
      if (left.left() > expiring + FEW) {
        expiring = left.left();
        first = first == null ? lot.lastDay() : first;
      }
      probability = Math.max(probability, left.probability());
    }
    return inOrder.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ExpiryRisk(
                probability, expiring, upTo, first == null ? inOrder.get(0).lastDay() : first));
  }

  /** Returns what is to be said of it. */
  public Risk risk(LocalDate today) {
    return Risk.ofAll(
        RiskKind.EXPIRY,
        probability,
        expiring,
        Risk.Worth.COST,
        List.of(
            Risk.Figure.of("probability", probability),
            Risk.Figure.of("expiringUnits", expiring),
            Risk.Figure.of("lotUnits", of),
            Risk.Figure.of("daysToFirst", ChronoUnit.DAYS.between(today, first))),
        Words.of(
            "risk.expiry",
            Risk.told(expiring),
            Risk.told(of),
            first.toString(),
            Risk.percent(probability)));
  }
}
