package org.demandwright.app.forecast;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Quantity;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.store.forecast.ResultStore;
import org.demandwright.store.forecast.SnapshotStore;

/**
 * The past of one series in a version, from the first period of raw or corrected demand on: what
 * was booked, what people made of it, and what the models saw. Nothing that lies over raw demand
 * changes it.
 */
final class SeriesHistory {
  private final SnapshotStore.Snapshot snapshot;
  private final ResultStore.Detail detail;
  private final double scale;

  SeriesHistory(SnapshotStore.Snapshot snapshot, ResultStore.Detail detail) {
    this.snapshot = snapshot;
    this.detail = detail;
    this.scale = snapshot.input().series().units().stream().max().orElse(0);
  }

  List<SeriesChart.Past> periods() {
    DemandSeries raw = snapshot.raw();
    DemandSeries corrected = snapshot.input().series();
    Period first =
        raw.first().ordinal() < corrected.first().ordinal() ? raw.first() : corrected.first();
    int size = first.until(corrected.first()) + corrected.size();
    return IntStream.range(0, size).mapToObj(i -> past(first.plus(i))).toList();
  }

  private SeriesChart.Past past(Period period) {
    DemandSeries raw = snapshot.raw();
    DemandSeries corrected = snapshot.input().series();
    int booked = raw.first().until(period);
    int seen = corrected.first().until(period);
    DoubleVector cleaned = detail.cleaned().isEmpty() ? corrected.units() : detail.cleaned();
    DoubleVector fitted = detail.fitted();
    return new SeriesChart.Past(
        period.start(),
        at(raw.units(), booked).orElse(0.0),
        at(corrected.units(), seen),
        at(snapshot.returned(), seen).orElse(0.0),
        at(cleaned, seen).map(this::told),
        at(fitted, seen - (corrected.size() - fitted.size())).map(this::told),
        at(raw.availability(), booked).orElse(1.0));
  }

  /** Returns a number of this series, zero where it is dust of its demand. */
  double told(double units) {
    return Quantity.aboveDust(units, scale);
  }

  private static Optional<Double> at(DoubleVector values, int i) {
    return i < 0 || i >= values.size() ? Optional.empty() : Optional.of(values.get(i));
  }
}
