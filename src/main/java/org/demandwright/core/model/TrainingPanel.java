package org.demandwright.core.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.demandwright.core.demand.PackedDemand;
import org.demandwright.core.feature.History;

/**
 * All series as they were known at one origin, in the order of their keys: what global models are
 * trained on.
 *
 * <p>Models that derive the same thing from it (seasons, training rows, their weights) derive it
 * once: see {@link #derived}. A model's result is a function of the histories all the same, so it
 * makes no difference which model came first or whether there was another one. A panel keeps what
 * was derived until it is thrown away; make one per origin.
 *
 * <p>The histories are packed and unpacked when they are looked at, one at a time: who keeps them
 * keeps many times as much as the panel does.
 */
public final class TrainingPanel {
  private final List<History> histories;
  private final Map<Derivation<?>, Object> derived = new HashMap<>();

  /**
   * A pure function of a panel and of its own components. Make it a record: two that are equal are
   * derived once.
   */
  public interface Derivation<T> {
    T from(TrainingPanel panel);
  }

  private TrainingPanel(List<PackedDemand> packed) {
    this.histories = new PackedHistories(packed);
  }

  /**
   * Makes a panel of histories in any order.
   *
   * @throws IllegalArgumentException if a series is in it twice or if two end at different origins
   */
  public static TrainingPanel of(Collection<History> histories) {
    return of(histories.stream());
  }

  /**
   * Makes a panel of histories in any order, of which it takes one after the other.
   *
   * @throws IllegalArgumentException if a series is in it twice or if two end at different origins
   */
  public static TrainingPanel of(Stream<History> histories) {
    List<PackedDemand> sorted =
        histories
            .map(history -> PackedDemand.of(history.series(), history.covariates()))
            .sorted(Comparator.comparing(PackedDemand::key))
            .toList();
    for (int i = 1; i < sorted.size(); i++) {
      requireSiblings(sorted.get(i - 1), sorted.get(i));
    }
    return new TrainingPanel(sorted);
  }

  private static void requireSiblings(PackedDemand one, PackedDemand next) {
    if (one.key().equals(next.key())) {
      throw new IllegalArgumentException(one.key() + " is in the panel twice");
    }
    if (!one.end().equals(next.end())) {
      throw new IllegalArgumentException(
          "%s ends before %s but %s before %s; fill all series up to the same origin"
              .formatted(one.key(), one.end(), next.key(), next.end()));
    }
  }

  /** Returns the histories in the order of their keys. */
  public List<History> histories() {
    return histories;
  }

  /** Returns the number of series. */
  public int size() {
    return histories.size();
  }

  /** Returns what the derivation makes of this panel, made once. */
  public synchronized <T> T derived(Derivation<T> derivation) {
    @SuppressWarnings("unchecked") // put there under this derivation only
    T known = (T) derived.get(derivation);
    if (known == null) {
      known = derivation.from(this);
      derived.put(derivation, known);
    }
    return known;
  }
}
