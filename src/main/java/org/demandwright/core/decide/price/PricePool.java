package org.demandwright.core.decide.price;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.core.decide.Band;

/**
 * Draws what items tell of their prices by themselves to what their category tells, the more so the
 * less they tell: a normal distribution of items around their category, of categories around the
 * company, and of what an item tells around what is true,
 *
 * <pre>elasticity = w · own + (1 − w) · category,  w = τ² ÷ (τ² + variance of own)</pre>
 *
 * where τ is the deviation of items within one category. It is one for all categories of a company,
 * since single ones have too few items to tell it. Items that look alike or unlike by chance must
 * not pass for alike or unlike ones, so τ is not estimated but integrated out: over a grid from
 * 0.02 to 2, by its restricted likelihood with a prior of {@value #USUAL_FREEDOM} degrees of
 * freedom around τ² = {@value #USUAL} (Gelman et al. 2013, <i>Bayesian Data Analysis</i>, ch. 5;
 * the variance between items is known for what it is: Bijmolt, van Heerde &amp; Pieters 2005, JMR
 * 42). The categories' means are drawn to that of the company by the variance between them (Paule
 * &amp; Mandel 1982, J. Res. NBS 87). So the variance of an answer has all of it: within items,
 * between them, of the category's mean and of τ.
 *
 * <p>With fewer than {@value #LEAST_ITEMS} items that tell something there is nothing to draw to,
 * and each is believed by itself.
 *
 * <p>It cannot be known where nothing is told, where the weight is below {@value #LEAST_WEIGHT} or
 * the 80 % band is wider than {@value #WIDEST}, where the answer is not negative, and where an item
 * sold significantly more the dearer it was.
 */
public final class PricePool {
  static final int LEAST_ITEMS = 5;
  static final double LEAST_WEIGHT = 0.1;
  static final double WIDEST = 3;
  static final double USUAL = 0.25;
  static final int USUAL_FREEDOM = 4;
  private static final double STEP = 0.02;
  private static final int STEPS = 100;
  private static final double DUST = 1e-6;
  private static final double MOST = 25;
  private static final int HALVINGS = 60;

  private final List<Given> given;

  /** An item of a category with what it tells. */
  public record Member(String category, PriceFit fit) {}

  private record Estimate(double mean, double variance) {}

  /** What categories tell if items differ by this variance, and how likely that is. */
  private record Given(
      double between, double share, Map<String, Estimate> categories, Estimate all) {
    Estimate of(String category) {
      return categories.getOrDefault(category, all);
    }
  }

  private PricePool(List<Given> given) {
    this.given = List.copyOf(given);
  }

  /** Learns from the items of one company. */
  public static PricePool of(List<Member> members) {
    Map<String, List<Estimate>> told = told(members);
    if (told.values().stream().mapToInt(List::size).sum() < LEAST_ITEMS) {
      return new PricePool(List.of());
    }
    double[] likely = new double[STEPS];
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < STEPS; i++) {
      likely[i] = likelihood(told, deviation(i));
      most = Math.max(most, likely[i]);
    }
    double sum = 0;
    for (int i = 0; i < STEPS; i++) {
      likely[i] = Math.exp(likely[i] - most);
      sum += likely[i];
    }
    List<Given> given = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      if (likely[i] > DUST * sum) {
        given.add(given(told, deviation(i) * deviation(i), likely[i] / sum));
      }
    }
    return new PricePool(given);
  }

  /** Learns as if it were known by which variance items differ. */
  static PricePool of(List<Member> members, double between) {
    return new PricePool(List.of(given(told(members), between, 1)));
  }

  private static double deviation(int step) {
    return STEP * (step + 1);
  }

  private static Map<String, List<Estimate>> told(List<Member> members) {
    Map<String, List<Estimate>> told = new TreeMap<>();
    for (Member m : members) {
      if (m.fit().unknown().isEmpty()) {
        told.computeIfAbsent(m.category(), c -> new ArrayList<>())
            .add(new Estimate(m.fit().elasticity(), m.fit().variance()));
      }
    }
    return told;
  }

  /** The logarithm of the restricted likelihood of τ times its prior, up to a constant. */
  private static double likelihood(Map<String, List<Estimate>> told, double deviation) {
    double between = deviation * deviation;
    double sum =
        -(USUAL_FREEDOM / 2.0 + 1) * Math.log(between)
            - USUAL_FREEDOM * USUAL / (2 * between)
            + Math.log(deviation);
    for (List<Estimate> group : told.values()) {
      Estimate mean = mean(group, between);
      sum += Math.log(mean.variance()) / 2;
      for (Estimate e : group) {
        double variance = e.variance() + between;
        sum -= (Math.log(variance) + square(e.mean() - mean.mean()) / variance) / 2;
      }
    }
    return sum;
  }

  private static Given given(Map<String, List<Estimate>> told, double between, double share) {
    Map<String, Estimate> categories = new TreeMap<>();
    told.forEach((category, of) -> categories.put(category, mean(of, between)));
    List<Estimate> means = List.copyOf(categories.values());
    double apart = apart(means);
    Estimate all = mean(means, apart);
    categories.replaceAll((category, of) -> drawn(of, all, apart));
    return new Given(between, share, categories, all);
  }

  /** Returns the variance between categories; few tell none. */
  private static double apart(List<Estimate> means) {
    int free = means.size() - 1;
    if (free < 2 || distance(means, 0) <= free) {
      return 0;
    }
    double low = 0;
    double high = MOST;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (distance(means, middle) > free) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double distance(List<Estimate> of, double between) {
    double mean = mean(of, between).mean();
    return of.stream().mapToDouble(e -> square(e.mean() - mean) / (e.variance() + between)).sum();
  }

  private static double square(double v) {
    return v * v;
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
        w * own.mean() + (1 - w) * to.mean(), w * own.variance() + square(1 - w) * to.variance());
  }

  private static double weight(Estimate own, double between) {
    return between == 0 ? 0 : between / (between + own.variance());
  }

  /** Returns the variance between items of one category, as it is expected to be. */
  public double between() {
    return given.stream().mapToDouble(g -> g.share() * g.between()).sum();
  }

  /** Returns how demand of an item answers its price. */
  public PriceResponse of(Member member) {
    PriceFit fit = member.fit();
    if (fit.unknown().isPresent()) {
      return PriceResponse.unknown(fit, fit.unknown().get());
    }
    Estimate own = new Estimate(fit.elasticity(), fit.variance());
    if (given.isEmpty()) {
      return told(fit, own, 1, own.mean());
    }
    double weight = 0;
    double mean = 0;
    double squares = 0;
    double category = 0;
    for (Given g : given) {
      Estimate drawn = drawn(own, g.of(member.category()), g.between());
      weight += g.share() * weight(own, g.between());
      mean += g.share() * drawn.mean();
      squares += g.share() * (drawn.variance() + square(drawn.mean()));
      category += g.share() * (1 - weight(own, g.between())) * g.of(member.category()).mean();
    }
    weight = Math.min(1, weight);
    return told(
        fit,
        new Estimate(mean, Math.max(0, squares - square(mean))),
        weight,
        weight < 1 ? category / (1 - weight) : own.mean());
  }

  private static PriceResponse told(PriceFit fit, Estimate drawn, double weight, double category) {
    double deviation = Math.sqrt(drawn.variance());
    boolean dearerSellsMore = fit.elasticity() - Band.DEVIATIONS * Math.sqrt(fit.variance()) > 0;
    Optional<PriceUnknown> unknown =
        dearerSellsMore
            ? Optional.of(PriceUnknown.WRONG_SIGN)
            : drawn.mean() >= 0 || weight < LEAST_WEIGHT || 2 * Band.DEVIATIONS * deviation > WIDEST
                ? Optional.of(PriceUnknown.TOO_UNCERTAIN)
                : Optional.empty();
    return new PriceResponse(fit, weight, category, drawn.mean(), deviation, unknown);
  }
}
