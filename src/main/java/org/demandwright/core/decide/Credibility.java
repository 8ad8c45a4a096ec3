package org.demandwright.core.decide;

import java.util.List;

/**
 * How far a group is believed rather than what it belongs to: by n ÷ (n + k), where k is the
 * variance within groups ÷ the variance between them. Both are estimated from the groups
 * themselves, so that nothing is chosen by hand.
 *
 * <p>Where groups do not differ more than chance makes them, the variance between them is 0 and a
 * group is not believed at all; the same where no group has two observations, since then nothing is
 * known of chance.
 *
 * <p>Worked: variance 4 within and 1 between give k = 4, so that 12 observations are believed with
 * 0.75.
 *
 * <p>Reference: Bühlmann &amp; Straub (1970), <i>Glaubwürdigkeit für Schadensätze</i>; Bühlmann
 * &amp; Gisler (2005), <i>A course in credibility theory and its applications</i>, ch. 4.
 *
 * @param within variance of one observation around its group's mean
 * @param between variance of the groups' means
 */
record Credibility(double within, double between) {
  static final Credibility NONE = new Credibility(0, 0);

  /**
   * What is known of a group.
   *
   * @param n observations, not necessarily whole ones
   * @param variance around their mean, divided by n
   */
  record Group(double n, double mean, double variance) {}

  /** Estimates from groups that scatter around a mean that is not known; none from fewer than 2. */
  static Credibility among(List<Group> groups) {
    double n = groups.stream().mapToDouble(Group::n).sum();
    double free = groups.stream().mapToDouble(g -> Math.max(0, g.n() - 1)).sum();
    if (groups.size() < 2 || free <= 0) {
      return NONE;
    }
    double within = groups.stream().mapToDouble(g -> g.n() * g.variance()).sum() / free;
    double mean = groups.stream().mapToDouble(g -> g.n() * g.mean()).sum() / n;
    double squares = groups.stream().mapToDouble(g -> g.n() * square(g.mean() - mean)).sum();
    double size = n - groups.stream().mapToDouble(g -> square(g.n())).sum() / n;
    return new Credibility(within, Math.max(0, (squares - (groups.size() - 1) * within) / size));
  }

  /** Estimates from groups that scatter around 0. */
  static Credibility aroundZero(List<Group> groups) {
    double n = groups.stream().mapToDouble(Group::n).sum();
    double free = groups.stream().mapToDouble(g -> Math.max(0, g.n() - 1)).sum();
    if (free <= 0) {
      return NONE;
    }
    double within = groups.stream().mapToDouble(g -> g.n() * g.variance()).sum() / free;
    double squares = groups.stream().mapToDouble(g -> g.n() * square(g.mean())).sum();
    return new Credibility(within, Math.max(0, (squares - groups.size() * within) / n));
  }

  /** Returns the weight 0–1 of a group with so many observations. */
  double weight(double n) {
    return between == 0 || n == 0 ? 0 : n / (n + within / between);
  }

  private static double square(double x) {
    return x * x;
  }
}
