package org.demandwright.core.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Period;
import org.demandwright.core.plan.LayerEffect.Outcome;

/**
 * The final figures of a version: its forecasts with overrides laid over them, one on top of the
 * other, so that the last one holds exactly.
 *
 * <p>The new total of an override's scope and days is spread over the periods by what the scope has
 * in each so far, and within a period over the series likewise; both by {@link Spread}, so that it
 * adds up. It is spread in whole units where the series have one unit that is counted in whole ones
 * and the total is whole, else to {@value Spread#DECIMALS} decimals. Where everything is 0, periods
 * get equal parts for each day, and series that are still active equal parts, or all where none is.
 * Of a period of which some days are meant alone, the part of its figure that falls on them by
 * their number changes.
 *
 * <p>Series that are not recommended to forecast have no figure that readers see. An override
 * leaves them out, unless its scope holds no other: then it gives them figures, and a percentage of
 * nothing does not apply.
 */
public final class LayeredForecast {
  private final List<Period> periods;
  private final SeriesInScope index;
  private final Map<Long, DoubleVector> means;
  private final Set<Long> active;
  private final Predicate<String> whole;
  private final Map<Long, FinalSeries> finals = new TreeMap<>();

  /**
   * Begins with the forecast alone.
   *
   * @param periods of the version, in order
   * @param index its series
   * @param means their means by their numbers, one a period; of those in scopes that will be laid
   * @param active those of them that still sell
   * @param whole which units are counted in whole ones
   */
  public LayeredForecast(
      List<Period> periods,
      SeriesInScope index,
      Map<Long, DoubleVector> means,
      Set<Long> active,
      Predicate<String> whole) {
    this.periods = List.copyOf(periods);
    this.index = index;
    this.means = means;
    this.active = active;
    this.whole = whole;
  }

  /** Returns the series on which overrides lie, by their numbers. */
  public Map<Long, FinalSeries> finals() {
    return Collections.unmodifiableMap(finals);
  }

  /** Lays one override over all that was laid before, and returns what it does. */
  public LayerEffect lay(OverrideLayer layer) {
    List<PlannedSeries> series = concerned(index.of(layer.scope()));
    return whyNot(layer, series)
        .map(why -> LayerEffect.none(layer, why, series.size()))
        .orElseGet(() -> new OneLayer(layer, series).lay());
  }

  /**
   * Returns what the series that an override concerns have together so far, one total a period.
   *
   * @param layer whose scope will be, or was, laid
   */
  public List<BigDecimal> totals(OverrideLayer layer) {
    List<FinalSeries> seen =
        concerned(index.of(layer.scope())).stream()
            .map(
                s -> {
                  FinalSeries laid = finals.get(s.seriesId());
                  return laid == null ? new FinalSeries(means.get(s.seriesId()), s.usable()) : laid;
                })
            .toList();
    return IntStream.range(0, periods.size())
        .mapToObj(p -> sum(seen.stream().map(f -> f.at(p)).toList()))
        .toList();
  }

  private static List<PlannedSeries> concerned(List<PlannedSeries> inScope) {
    List<PlannedSeries> usable = inScope.stream().filter(PlannedSeries::usable).toList();
    return usable.isEmpty() ? inScope : usable;
  }

  private Optional<Outcome> whyNot(OverrideLayer layer, List<PlannedSeries> series) {
    boolean inUnits = layer.adjustment().inUnits();
    if (layer.last().isBefore(periods.get(0).start())) {
      return Optional.of(Outcome.PAST);
    } else if (!layer.first().isBefore(periods.get(periods.size() - 1).end())) {
      return Optional.of(Outcome.BEYOND);
    } else if (series.isEmpty()) {
      return Optional.of(Outcome.NO_SERIES);
    } else if (!inUnits && !series.get(0).usable()) {
      return Optional.of(Outcome.NO_FIGURES);
    } else if (inUnits && unit(series).isEmpty()) {
      return Optional.of(Outcome.SEVERAL_UNITS);
    }
    return Optional.empty();
  }

  /** Returns the unit of series that have one alone. */
  private static Optional<String> unit(List<PlannedSeries> series) {
    String first = series.get(0).uom();
    return series.stream().allMatch(s -> s.uom().equals(first))
        ? Optional.of(first)
        : Optional.empty();
  }

  private FinalSeries figures(PlannedSeries series) {
    return finals.computeIfAbsent(
        series.seriesId(), id -> new FinalSeries(means.get(id), series.usable()));
  }

  /** One override while it is laid. */
  private final class OneLayer {
    private final OverrideLayer layer;
    private final List<PlannedSeries> series;
    private final List<FinalSeries> figures;

    /** Index of the first period that it is about, and of the first behind them. */
    private final int from;

    private final int to;

    OneLayer(OverrideLayer layer, List<PlannedSeries> series) {
      this.layer = layer;
      this.series = series;
      this.figures = series.stream().map(LayeredForecast.this::figures).toList();
      int first = 0;
      while (layer.daysOf(periods.get(first)) == 0) {
        first++;
      }
      int behind = first;
      while (behind < periods.size() && layer.daysOf(periods.get(behind)) > 0) {
        behind++;
      }
      this.from = first;
      this.to = behind;
    }

    LayerEffect lay() {
      List<BigDecimal> before = new ArrayList<>();
      List<BigDecimal> days = new ArrayList<>();
      for (int p = from; p < to; p++) {
        before.add(sum(shares(p)));
        days.add(BigDecimal.valueOf(layer.daysOf(periods.get(p))));
      }
      BigDecimal old = sum(before);
      BigDecimal total = layer.adjustment().over(old, sum(days).longValueExact(), layer.days());
      int decimals = decimals(total);
      List<BigDecimal> totals = Spread.of(total, old.signum() == 0 ? days : before, decimals);
      for (int p = from; p < to; p++) {
        spread(p, totals.get(p - from), decimals);
      }
      return new LayerEffect(
          layer.id(),
          Outcome.APPLIED,
          series.size(),
          unit(series).orElse(""),
          old,
          total,
          Optional.of(meant()));
    }

    private int decimals(BigDecimal total) {
      return unit(series).filter(whole).isPresent() && Spread.isWhole(total) ? 0 : Spread.DECIMALS;
    }

    private void spread(int period, BigDecimal total, int decimals) {
      List<BigDecimal> now = shares(period);
      List<BigDecimal> parts =
          Spread.of(total, sum(now).signum() == 0 ? equalShares() : now, decimals);
      for (int i = 0; i < parts.size(); i++) {
        BigDecimal rest = figures.get(i).at(period).subtract(now.get(i));
        figures.get(i).put(period, rest.add(parts.get(i)), layer.id());
      }
    }

    /** What each series has in the days of a period that are meant. */
    private List<BigDecimal> shares(int p) {
      Period period = periods.get(p);
      BigDecimal meant = BigDecimal.valueOf(layer.daysOf(period));
      BigDecimal days = BigDecimal.valueOf(period.days());
      return figures.stream()
          .map(f -> f.at(p))
          .map(units -> units.multiply(meant).divide(days, Spread.DECIMALS, RoundingMode.DOWN))
          .toList();
    }

    /** The same for each series that still sells, or for all where none does. */
    private List<BigDecimal> equalShares() {
      boolean some = series.stream().anyMatch(s -> active.contains(s.seriesId()));
      return series.stream()
          .map(s -> !some || active.contains(s.seriesId()) ? BigDecimal.ONE : BigDecimal.ZERO)
          .toList();
    }

    private LayerEffect.Days meant() {
      LocalDate first = periods.get(from).start();
      LocalDate last = periods.get(to - 1).end().minusDays(1);
      return new LayerEffect.Days(
          layer.first().isAfter(first) ? layer.first() : first,
          layer.last().isBefore(last) ? layer.last() : last);
    }
  }

  private static BigDecimal sum(List<BigDecimal> units) {
    return units.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
