package org.demandwright.core.demand;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Correction.Kind;

/**
 * A series and the corrections laid over it; the raw series stays, so each can be taken back.
 *
 * @param raw the series as it was booked
 * @param corrections at most one for each period, in the order of time
 */
public record Cleaned(DemandSeries raw, List<Correction> corrections) {

  public Cleaned {
    Objects.requireNonNull(raw, "raw");
    corrections = List.copyOf(corrections);
    int last = -1;
    for (Correction c : corrections) {
      if (c.index() <= last || c.index() >= raw.size()) {
        throw new IllegalArgumentException(
            raw.key() + ": correction at " + c.index() + " is out of order or of the series");
      }
      if (c.from() != raw.units().get(c.index())) {
        throw new IllegalArgumentException(
            "%s: correction in %s replaces %s, but demand is %s"
                .formatted(raw.key(), raw.period(c.index()), c.from(), raw.units().get(c.index())));
      }
      last = c.index();
    }
  }

  /** Returns the raw series with the corrections applied; availability stays as it was. */
  public DemandSeries series() {
    return with(c -> true);
  }

  /** Returns the raw series, but for news that nothing has confirmed: that counts in part. */
  public DemandSeries withNewsInPart() {
    return with(Cleaned::isNews);
  }

  /** Returns the raw series in which news that nothing has confirmed is not observed yet. */
  public DemandSeries withoutNews() {
    if (corrections.stream().noneMatch(Cleaned::isNews)) {
      return raw;
    }
    double[] availability = raw.availability().toArray();
    corrections.stream().filter(Cleaned::isNews).forEach(c -> availability[c.index()] = 0);
    return new DemandSeries(raw.key(), raw.first(), raw.units(), DoubleVector.of(availability));
  }

  /** Returns the sentence about newest demand that nothing has confirmed; empty without any. */
  public Optional<Words> news() {
    return corrections.stream().filter(Cleaned::isNews).findFirst().map(Correction::reason);
  }

  private static boolean isNews(Correction c) {
    return c.kind() == Kind.UNCONFIRMED;
  }

  private DemandSeries with(Predicate<Correction> which) {
    if (corrections.stream().noneMatch(which)) {
      return raw;
    }
    double[] units = raw.units().toArray();
    corrections.stream().filter(which).forEach(c -> units[c.index()] = c.to());
    return raw.withUnits(DoubleVector.of(units));
  }

  /** Returns this without the correction at {@code index}, for a planner who knows better. */
  public Cleaned without(int index) {
    return new Cleaned(raw, corrections.stream().filter(c -> c.index() != index).toList());
  }
}
