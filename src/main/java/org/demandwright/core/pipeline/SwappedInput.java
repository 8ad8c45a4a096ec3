package org.demandwright.core.pipeline;

import java.time.LocalDate;
import java.util.List;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Covariates;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.EventCalendar;
import org.demandwright.core.demand.EventDays;
import org.demandwright.core.demand.Period;

/**
 * The input of a series while one part after the other is taken from a later version; what is taken
 * covers the periods that this one knows, and its horizon.
 *
 * @param input as it is so far
 * @param horizon steps behind it
 */
record SwappedInput(SeriesInput input, int horizon) {
  /** Share of a price below which two are the same: they are relative to another median each. */
  private static final double SAME = 1e-9;

  private static final double USUAL = 1;
  private static final double NO_PROMOTION = 0;

  private DemandSeries series() {
    return input.series();
  }

  private Covariates known() {
    return input.covariates();
  }

  /** Returns the input with another history that ends where this one does. */
  SwappedInput with(DemandSeries history) {
    return history.equals(series())
        ? this
        : with(new SeriesInput(history, moved(known(), series().first(), history)));
  }

  /** Returns the input with the events and the category of another one. */
  SwappedInput withEventsOf(SeriesInput other) {
    Covariates c = other.covariates();
    return c.category().equals(known().category())
            && concerning(c.events()).equals(concerning(known().events()))
        ? this
        : with(
            new Covariates(
                known().price(),
                known().promotion(),
                c.category(),
                EventCalendar.of(
                    c.events().days().stream().filter(e -> e.first().isBefore(end())).toList()),
                known().signals()));
  }

  /** Returns the input with the prices and promotions of another one. */
  SwappedInput withPricesOf(SeriesInput other) {
    Covariates c = moved(other.covariates(), other.series().first(), series());
    return same(usual(c), usual(known())) && c.promotion().equals(known().promotion())
        ? this
        : with(
            new Covariates(
                c.price(), c.promotion(), known().category(), known().events(), known().signals()));
  }

  /** Returns the input with the signals of another one, as far as they were known by its end. */
  SwappedInput withSignalsOf(SeriesInput other) {
    Covariates c = moved(other.covariates(), other.series().first(), series());
    return c.signals().equals(known().signals().head(series().size()))
        ? this
        : with(known().with(c.signals()));
  }

  private SwappedInput with(Covariates covariates) {
    return with(new SeriesInput(series(), covariates));
  }

  private SwappedInput with(SeriesInput other) {
    return new SwappedInput(other, horizon);
  }

  private LocalDate end() {
    return series().end().plus(horizon).start();
  }

  private List<EventDays> concerning(EventCalendar events) {
    return events.days().stream()
        .filter(e -> e.first().isBefore(end()) && !e.last().isBefore(series().first().start()))
        .toList();
  }

  private DoubleVector usual(Covariates covariates) {
    return covariates.asKnownAt(series().size()).price();
  }

  private static boolean same(DoubleVector a, DoubleVector b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (Math.abs(a.get(i) - b.get(i)) > SAME * Math.abs(b.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** What is known beside one history, told for another one that may begin elsewhere. */
  private Covariates moved(Covariates c, Period first, DemandSeries history) {
    int later = first.until(history.first());
    int all = history.size() + horizon;
    return new Covariates(
        moved(c.price(), later, all, USUAL),
        moved(c.promotion(), later, all, NO_PROMOTION),
        c.category(),
        c.events(),
        c.signals().from(later).head(history.size()));
  }

  private static DoubleVector moved(DoubleVector values, int later, int size, double unknown) {
    if (values.isEmpty()) {
      return values;
    }
    double[] moved = new double[size];
    for (int i = 0; i < size; i++) {
      int at = i + later;
      moved[i] = at >= 0 && at < values.size() ? values.get(at) : unknown;
    }
    return DoubleVector.of(moved);
  }
}
