package org.demandwright.core.decide.price;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Draws what items tell of their prices by themselves to what their category tells, the more so the
 * less they tell: empirical Bayes with normal distributions,
 *
 * <pre>elasticity = w · own + (1 − w) · category,  w = τ² ÷ (τ² + variance of own)</pre>
 *
 * where τ² is the variance between items of one category. It is one for all categories of a
 * company, since single ones have too few items to tell it, and is found by Paule &amp; Mandel
 * (1982, <i>Consensus values and weighting factors</i>, J. Res. NBS 87): the τ² at which the
 * squared distances to the categories' means are as large as they should be. A few items may look
 * alike or unlike by chance, so it is moderated by {@value #USUAL_FREEDOM} degrees of freedom of
 * {@value #USUAL} (Smyth 2004, <i>Linear models and empirical Bayes methods</i>, Stat. Appl. Genet.
 * Mol. Biol. 3), a deviation of 0.5 between items. The categories' means are drawn to that of the
 * company in the same way. The variance of the answer has both in it, that within and what is not
 * known of the category.
 *
 * <p>With fewer than {@value #LEAST_ITEMS} items that tell something there is nothing to draw to,
 * and each is believed by itself.
 *
 * <p>It cannot be known where nothing is told, where the weight is below {@value #LEAST_WEIGHT} or
 * the 80 % band is wider than {@value #WIDEST}, and where an item sold significantly more the
 * dearer it was.
 */
public final class PricePool {
  static final int LEAST_ITEMS = 5;
  static final double LEAST_WEIGHT = 0.1;
  static final double WIDEST = 3;
  static final double USUAL = 0.25;
  static final int USUAL_FREEDOM = 4;
  private static final double MOST = 25;
  private static final int HALVINGS = 60;

  private final double between;
  private final Map<String, Estimate> categories = new TreeMap<>();
  private final Estimate all;
  private final boolean pools;

  /** An item of a category with what it tells. */
  public record Member(String category, PriceFit fit) {}

  private record Estimate(double mean, double variance) {}

  private PricePool(Map<String, List<Estimate>> told) {
    int items = told.values().stream().mapToInt(List::size).sum();
    pools = items >= LEAST_ITEMS;
    int free = items - told.size();
    between =
        pools
            ? (free * between(List.copyOf(told.values())) + USUAL_FREEDOM * USUAL)
                / (free + USUAL_FREEDOM)
            : 0;
    told.forEach((category, of) -> categories.put(category, mean(of, between)));
    List<Estimate> means = List.copyOf(categories.values());
    double apart = means.size() < 3 ? 0 : between(List.of(means));
    all = means.isEmpty() ? new Estimate(0, 0) : mean(means, apart);
    categories.replaceAll((category, of) -> drawn(of, all, apart));
  }

  /** Learns from the items of one company. */
  public static PricePool of(List<Member> members) {
    Map<String, List<Estimate>> told = new TreeMap<>();
    for (Member m : members) {
      if (m.fit().unknown().isEmpty()) {
        told.computeIfAbsent(m.category(), c -> new ArrayList<>())
            .add(new Estimate(m.fit().elasticity(), m.fit().variance()));
      }
    }
    return new PricePool(told);
  }

  /** Returns the τ² of groups, each around a mean of its own. */
  private static double between(List<List<Estimate>> groups) {
    int free = groups.stream().mapToInt(g -> g.size() - 1).sum();
    if (free < 1 || distance(groups, 0) <= free) {
      return 0;
    }
    double low = 0;
    double high = MOST;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (distance(groups, middle) > free) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double distance(List<List<Estimate>> groups, double between) {
    double sum = 0;
    for (List<Estimate> group : groups) {
      double mean = mean(group, between).mean();
      for (Estimate e : group) {
        sum += (e.mean() - mean) * (e.mean() - mean) / (e.variance() + between);
      }
    }
    return sum;
  }

  private static Estimate mean(List<Estimate> of, double between) {
    double weights = 0;
    double sum = 0;
    for (Estimate e : of) {
      double w = 1 / (e.variance() + between);
      weights += w;
      sum += w * e.mean();
    }
    return new Estimate(sum / weights, 1 / weights);
  }

  private static Estimate drawn(Estimate own, Estimate to, double between) {
    double w = weight(own, between);
    return new Estimate(
        w * own.mean() + (1 - w) * to.mean(),
        w * own.variance() + (1 - w) * (1 - w) * to.variance());
  }

  private static double weight(Estimate own, double between) {
    return between == 0 ? 0 : between / (between + own.variance());
  }

  /** Returns the variance between items of one category. */
  public double between() {
    return between;
  }

  /** Returns the elasticity of a category, of the company where the category tells nothing. */
  public Optional<Double> mean(String category) {
    return pools ? Optional.of(categories.getOrDefault(category, all).mean()) : Optional.empty();
  }

  /** Returns how demand of an item answers its price. */
  public PriceResponse of(Member member) {
    PriceFit fit = member.fit();
    if (fit.unknown().isPresent()) {
      return PriceResponse.unknown(fit, fit.unknown().get());
    }
    Estimate own = new Estimate(fit.elasticity(), fit.variance());
    Estimate group = pools ? categories.getOrDefault(member.category(), all) : own;
    double weight = pools ? weight(own, between) : 1;
    Estimate drawn = pools ? drawn(own, group, between) : own;
    double deviation = Math.sqrt(drawn.variance());
    Optional<PriceUnknown> unknown =
        own.mean() - PriceResponse.BAND * Math.sqrt(own.variance()) > 0 || drawn.mean() >= 0
            ? Optional.of(PriceUnknown.WRONG_SIGN)
            : weight < LEAST_WEIGHT || 2 * PriceResponse.BAND * deviation > WIDEST
                ? Optional.of(PriceUnknown.TOO_UNCERTAIN)
                : Optional.empty();
    return new PriceResponse(fit, weight, group.mean(), drawn.mean(), deviation, unknown);
  }
}
