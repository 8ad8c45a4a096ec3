package org.demandwright.core.demand;

import org.demandwright.core.PackedVector;

/**
 * The demand of one series and what is known beside it, kept in little room: a few bytes a period.
 * Panels are made of these, so that all series of a large company fit into memory.
 */
public final class PackedDemand {
  private final SeriesKey key;
  private final Period first;
  private final int size;
  private final PackedVector units;
  private final PackedVector availability;
  private final PackedVector price;
  private final PackedVector promotion;

  /** Shared, or without vectors. */
  private final Covariates rest;

  private PackedDemand(DemandSeries series, Covariates covariates) {
    key = series.key();
    first = series.first();
    size = series.size();
    units = PackedVector.of(series.units());
    availability = PackedVector.of(series.availability());
    price = PackedVector.of(covariates.price());
    promotion = PackedVector.of(covariates.promotion());
    rest =
        new Covariates(
            Covariates.none().price(),
            Covariates.none().promotion(),
            covariates.category(),
            covariates.events(),
            covariates.signals());
  }

  public static PackedDemand of(DemandSeries series, Covariates covariates) {
    return new PackedDemand(series, covariates);
  }

  public SeriesKey key() {
    return key;
  }

  /** Returns the first period after the series: its forecast origin. */
  public Period end() {
    return first.plus(size);
  }

  /** Returns the series as it was packed. */
  public DemandSeries series() {
    return new DemandSeries(key, first, units.vector(), availability.vector());
  }

  /** Returns the covariates as they were packed. */
  public Covariates covariates() {
    return new Covariates(
        price.vector(), promotion.vector(), rest.category(), rest.events(), rest.signals());
  }
}
