package org.demandwright.core.decide.promotion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.core.decide.promotion.Shrinkage.Drawn;
import org.demandwright.core.decide.promotion.Shrinkage.Estimate;

/**
 * The logarithm of a factor of promotions, such as uplift, by item: its promotions weighed, brought
 * to one depth, and drawn to the category.
 */
final class PooledFactor {
  private static final double MOST_SLOPE = 2;

  private final Map<StudiedItem, Own> items = new HashMap<>();
  private final Map<String, Double> depths = new TreeMap<>();
  private double slope;
  private double again;
  private Shrinkage shrinkage;

  /**
   * What one promotion tells.
   *
   * @param logDepth logarithm of its depth; empty where unknown
   */
  record Told(StudiedItem item, Estimate estimate, Optional<Double> logDepth) {}

  /** What all promotions of an item tell together. */
  record Own(Estimate estimate, Optional<Double> logDepth) {}

  private PooledFactor() {}

  static PooledFactor of(List<Told> told) {
    PooledFactor learned = new PooledFactor();
    Map<StudiedItem, List<Told>> byItem = new HashMap<>();
    List<StudiedItem> order = new ArrayList<>();
    for (Told t : told) {
      byItem
          .computeIfAbsent(
              t.item(),
              item -> {
                order.add(item);
                return new ArrayList<>();
              })
          .add(t);
    }
    List<List<Told>> all = order.stream().map(byItem::get).toList();
    learned.slope = slope(all);
    learned.again = again(all, learned.slope);
    all.forEach(of -> learned.items.put(of.get(0).item(), own(of, learned.slope, learned.again)));
    learned.learnDepths(order);
    learned.shrinkage =
        Shrinkage.of(order.stream().map(item -> learned.atDepthOfCategory(item)).toList());
    return learned;
  }

  /** By how much the logarithm grows with that of the depth, within items. */
  private static double slope(List<List<Told>> items) {
    double both = 0;
    double squares = 0;
    for (List<Told> of : items) {
      List<Told> known = of.stream().filter(t -> t.logDepth().isPresent()).toList();
      double weights = 0;
      double values = 0;
      double depths = 0;
      for (Told t : known) {
        double w = 1 / t.estimate().variance();
        weights += w;
        values += w * t.estimate().value();
        depths += w * t.logDepth().get();
      }
      for (Told t : known) {
        double w = 1 / t.estimate().variance();
        double depth = t.logDepth().get() - depths / weights;
        both += w * depth * (t.estimate().value() - values / weights);
        squares += w * depth * depth;
      }
    }
    return squares <= 1 ? 0 : Math.max(0, Math.min(MOST_SLOPE, both / squares));
  }

  /** By how much promotions of one item differ beyond what their own evidence explains. */
  private static double again(List<List<Told>> items, double slope) {
    double scatter = 0;
    double freedom = 0;
    double scale = 0;
    for (List<Told> of : items) {
      Own own = own(of, slope, 0);
      double weights = 0;
      double squares = 0;
      for (Told t : of) {
        double w = 1 / t.estimate().variance();
        double off = brought(t, own.logDepth(), slope) - own.estimate().value();
        scatter += w * off * off;
        weights += w;
        squares += w * w;
      }
      freedom += of.size() - 1;
      scale += weights - squares / weights;
    }
    return scale <= 0 ? 0 : Math.max(0, (scatter - freedom) / scale);
  }

  private static double brought(Told t, Optional<Double> to, double slope) {
    return t.estimate().value()
        - (t.logDepth().isPresent() && to.isPresent()
            ? slope * (t.logDepth().get() - to.get())
            : 0);
  }

  private static Own own(List<Told> of, double slope, double again) {
    double known = 0;
    double depths = 0;
    for (Told t : of) {
      if (t.logDepth().isPresent()) {
        double w = 1 / (t.estimate().variance() + again);
        known += w;
        depths += w * t.logDepth().get();
      }
    }
    Optional<Double> depth = known > 0 ? Optional.of(depths / known) : Optional.empty();
    double weights = 0;
    double sum = 0;
    for (Told t : of) {
      double w = 1 / (t.estimate().variance() + again);
      weights += w;
      sum += w * brought(t, depth, slope);
    }
    return new Own(new Estimate(of.get(0).estimate().group(), sum / weights, 1 / weights), depth);
  }

  private void learnDepths(List<StudiedItem> order) {
    Map<String, double[]> sums = new TreeMap<>();
    for (StudiedItem item : order) {
      Own own = items.get(item);
      if (own.logDepth().isPresent()) {
        double[] sum = sums.computeIfAbsent(item.group(), group -> new double[2]);
        sum[0] += own.logDepth().get();
        sum[1]++;
      }
    }
    sums.forEach((group, sum) -> depths.put(group, sum[0] / sum[1]));
  }

  private double moved(Optional<Double> logDepth, String group) {
    return logDepth.isEmpty() || !depths.containsKey(group)
        ? 0
        : slope * (logDepth.get() - depths.get(group));
  }

  private Estimate atDepthOfCategory(StudiedItem item) {
    Own own = items.get(item);
    return new Estimate(
        item.group(),
        own.estimate().value() - moved(own.logDepth(), item.group()),
        own.estimate().variance());
  }

  /** Returns what an item tells itself; empty where it tells nothing. */
  Optional<Own> own(StudiedItem item) {
    return Optional.ofNullable(items.get(item));
  }

  /** Returns what it is taken to be of an item that tells something, at its own depth. */
  Optional<Drawn> drawn(StudiedItem item) {
    return own(item)
        .map(
            own -> {
              Drawn drawn = shrinkage.draw(atDepthOfCategory(item));
              return new Drawn(
                  drawn.value() + moved(own.logDepth(), item.group()),
                  drawn.variance(),
                  drawn.weight());
            });
  }

  /** Returns what another item of a category is taken to have, with how much items differ. */
  Shrinkage.Mean ofCategory(String group) {
    Shrinkage.Mean mean = shrinkage.mean(group);
    return new Shrinkage.Mean(mean.value(), mean.variance() + shrinkage.within());
  }

  /** Returns the depth of a category, as its logarithm. */
  Optional<Double> logDepth(String group) {
    return Optional.ofNullable(depths.get(group));
  }

  double slope() {
    return slope;
  }

  /** Returns by how much promotions of an item differ from each other, as a variance. */
  double again() {
    return again;
  }
}
