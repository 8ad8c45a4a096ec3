package org.demandwright.core.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demandwright.core.demand.DayTotal;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.ReturnsRule;

/**
 * How the demand that models received comes from rows of the ERP, period by period: what was sold,
 * less what the rule for returns takes from it, plus what each correction of people changes. Every
 * step is exact, so that the sum can be held against what the models received bit for bit.
 *
 * @param periods those that the models received, in order
 * @param outside units sold in periods that they did not receive: the one in which the item was
 *     launched, and the last one where the as-of day cuts it
 */
public record DemandLineage(List<Sum> periods, BigDecimal outside) {

  /**
   * One period.
   *
   * @param sold Σ of the quantities of rows that sell, base units
   * @param returned Σ of the quantities of rows that take back, ≥ 0
   * @param netted what the rule for returns takes from what was sold, ≥ 0
   * @param corrections what each layer changes, in the order of the layers; negative = less
   * @param received what the models received
   */
  public record Sum(
      Period period,
      BigDecimal sold,
      BigDecimal returned,
      BigDecimal netted,
      List<BigDecimal> corrections,
      double received) {
    public Sum {
      corrections = List.copyOf(corrections);
    }

    /** Returns Σ of what all layers change. */
    public BigDecimal corrected() {
      return corrections.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns what rows, rule and corrections come to. */
    public BigDecimal demand() {
      return sold.subtract(netted).add(corrected());
    }

    /** Returns whether that is what the models received. */
    public boolean proved() {
      return demand().doubleValue() == received;
    }
  }

  public DemandLineage {
    periods = List.copyOf(periods);
  }

  /** Returns how many periods do not come to what the models received. */
  public long unproved() {
    return periods.stream().filter(p -> !p.proved()).count();
  }

  /**
   * Derives the demand of a series once more.
   *
   * @param booked totals of days out of rows, in any order
   * @param layers the corrections that were laid, in the order in which they were
   * @param received what the models received
   * @param asOf the first day that was not known yet
   */
  public static DemandLineage of(
      List<DayTotal> booked,
      ReturnsRule returns,
      List<DemandLayer> layers,
      DemandSeries received,
      LocalDate asOf) {
    List<DayTotal> ruled = booked.stream().map(returns::apply).toList();
    List<Map<Period, BigDecimal>> stages = new ArrayList<>();
    for (int laid = 0; laid <= layers.size(); laid++) {
      stages.add(gross(LayeredDemand.of(ruled, layers.subList(0, laid), asOf).days(), received));
    }
    Map<Period, BigDecimal> sold = gross(booked, received);
    Map<Period, BigDecimal> returned = new HashMap<>();
    booked.forEach(d -> returned.merge(period(d, received), d.returned(), BigDecimal::add));
    List<Sum> periods = new ArrayList<>();
    BigDecimal inside = BigDecimal.ZERO;
    for (int i = 0; i < received.size(); i++) {
      Period period = received.period(i);
      BigDecimal ofPeriod = at(sold, period);
      List<BigDecimal> corrections = new ArrayList<>();
      for (int laid = 1; laid < stages.size(); laid++) {
        corrections.add(at(stages.get(laid), period).subtract(at(stages.get(laid - 1), period)));
      }
      periods.add(
          new Sum(
              period,
              ofPeriod,
              at(returned, period),
              ofPeriod.subtract(at(stages.get(0), period)),
              corrections,
              received.units().get(i)));
      inside = inside.add(ofPeriod);
    }
    BigDecimal all = sold.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return new DemandLineage(periods, all.subtract(inside));
  }

  private static Map<Period, BigDecimal> gross(List<DayTotal> days, DemandSeries series) {
    Map<Period, BigDecimal> sums = new HashMap<>();
    days.forEach(d -> sums.merge(period(d, series), d.gross(), BigDecimal::add));
    return sums;
  }

  private static Period period(DayTotal day, DemandSeries series) {
    return Period.of(series.first().bucket(), day.day());
  }

  private static BigDecimal at(Map<Period, BigDecimal> sums, Period period) {
    return sums.getOrDefault(period, BigDecimal.ZERO);
  }
}
