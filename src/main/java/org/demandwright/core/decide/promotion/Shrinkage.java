package org.demandwright.core.decide.promotion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Estimates of many things drawn to the mean of their group, and the means of groups to the mean of
 * all, as far as their own evidence is thin (empirical Bayes).
 *
 * <p>With θ̂ᵢ of variance vᵢ and true values that lie around the mean A of their group with
 * variance τ², the posterior is w θ̂ᵢ + (1 − w) A with w = τ² ÷ (τ² + vᵢ) and the variance w vᵢ +
 * (1 − w)² var A. τ² is that of DerSimonian and Laird (1986, <i>Meta-analysis in clinical
 * trials</i>, Controlled Clinical Trials 7), of all groups together, since few of them are large;
 * that of means likewise.
 */
final class Shrinkage {
  private static final Mean NOTHING = new Mean(0, 1);

  private final double within;
  private final Mean all;
  private final Map<String, Mean> groups = new TreeMap<>();

  /**
   * An estimate.
   *
   * @param variance of it, above 0
   */
  record Estimate(String group, double value, double variance) {}

  /** A mean with its variance. */
  record Mean(double value, double variance) {}

  /** What an estimate is after it was drawn. */
  record Drawn(double value, double variance, double weight) {}

  private Shrinkage(double within, Mean all) {
    this.within = within;
    this.all = all;
  }

  /** Learns from estimates; without any everything is 0, and weighs nothing. */
  static Shrinkage of(List<Estimate> estimates) {
    return of(estimates, 0);
  }

  /**
   * Learns from estimates of which is known that they differ.
   *
   * @param least variance of true values within a group
   */
  static Shrinkage of(List<Estimate> estimates, double least) {
    if (estimates.isEmpty()) {
      return new Shrinkage(0, NOTHING);
    }
    Map<String, List<Estimate>> byGroup =
        estimates.stream()
            .collect(Collectors.groupingBy(Estimate::group, TreeMap::new, Collectors.toList()));
    double within = Math.max(least, between(byGroup.values()));
    Map<String, Mean> raw = new TreeMap<>();
    byGroup.forEach((group, of) -> raw.put(group, mean(of, within)));
    List<Estimate> means = new ArrayList<>();
    raw.forEach((group, m) -> means.add(new Estimate("", m.value(), m.variance())));
    double among = between(List.of(means));
    Shrinkage learned = new Shrinkage(within, mean(means, among));
    raw.forEach((group, m) -> learned.groups.put(group, learned.drawn(m, among)));
    return learned;
  }

  private Mean drawn(Mean m, double among) {
    double weight = among / (among + m.variance());
    return new Mean(
        weight * m.value() + (1 - weight) * all.value(),
        weight * m.variance() + (1 - weight) * (1 - weight) * all.variance());
  }

  /** Returns how much true values vary within their groups, by the scatter that is left over. */
  private static double between(Iterable<List<Estimate>> groups) {
    double scatter = 0;
    double freedom = 0;
    double scale = 0;
    for (List<Estimate> of : groups) {
      Mean mean = mean(of, 0);
      double weights = 0;
      double squares = 0;
      for (Estimate e : of) {
        double w = 1 / e.variance();
        double apart = e.value() - mean.value();
        scatter += w * apart * apart;
        weights += w;
        squares += w * w;
      }
      freedom += of.size() - 1;
      scale += weights - squares / weights;
    }
    return scale > 0 ? Math.max(0, (scatter - freedom) / scale) : 0;
  }

  private static Mean mean(List<Estimate> of, double between) {
    double weights = 0;
    double sum = 0;
    for (Estimate e : of) {
      double w = 1 / (e.variance() + between);
      weights += w;
      sum += w * e.value();
    }
    return new Mean(sum / weights, 1 / weights);
  }

  /** Returns the variance of true values within their group. */
  double within() {
    return within;
  }

  /** Returns the mean of a group; that of all where nothing is known of it. */
  Mean mean(String group) {
    return groups.getOrDefault(group, all);
  }

  /** Returns an estimate drawn to its group. */
  Drawn draw(Estimate own) {
    Mean mean = mean(own.group());
    double weight = within / (within + own.variance());
    return new Drawn(
        weight * own.value() + (1 - weight) * mean.value(),
        weight * own.variance() + (1 - weight) * (1 - weight) * mean.variance(),
        weight);
  }
}
