package org.demandwright.core.decide.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.decide.DemandOverTime;
import org.demandwright.core.decide.OpenDays;
import org.demandwright.core.decide.OpenSupply;
import org.demandwright.core.decide.Projection;
import org.demandwright.core.decide.StockPosition;

/**
 * What another demand at another price would do to an item at a site on some days: to units,
 * revenue, profit and stock, beside what is forecast.
 *
 * <p>Expected units are those of the forecast on these days times the {@link PriceResponse.Factor};
 * an effect that is not a price, such as that of a promotion, is a factor, too. Their 80 % band has
 * two parts that do not depend on each other: that of the forecast, by which the squared distances
 * of the totals' quantiles grow on these days, and that of the factor; their distances add up as
 * the root of the squares. What is gained against the forecast has the band of the factor alone,
 * since the forecast errs on both sides alike.
 *
 * <p>Stock is what is available and on its way by its due day, or the next day of delivery where it
 * is late; it runs out on the first day by whose end the expected demand is more, and is out with
 * the highest probability that any day up to the last one has, of demand scaled by as much as its
 * mean is.
 */
public final class WhatIf {
  private static final int DECIMALS = 6;
  private static final double LOW = 0.1;
  private static final double HIGH = 0.9;

  private WhatIf() {}

  /**
   * A question.
   *
   * @param demand from today on
   * @param from first day, today or later
   * @param to last day, within what the version tells
   * @param factor on demand on these days
   * @param before price that is planned
   * @param price that is asked about
   * @param cost of a unit in the same currency; empty = not known
   * @param stock of this morning; empty where the ERP tells none
   * @param delivery days on which one can receive
   */
  public record Question(
      DemandOverTime demand,
      LocalDate today,
      LocalDate from,
      LocalDate to,
      PriceResponse.Factor factor,
      BigDecimal before,
      BigDecimal price,
      Optional<BigDecimal> cost,
      Optional<StockPosition> stock,
      OpenDays delivery) {
    public Question {
      if (from.isBefore(today) || to.isBefore(from)) {
        throw new IllegalArgumentException("from %s to %s, today is %s".formatted(from, to, today));
      }
      if (before.signum() <= 0 || price.signum() <= 0) {
        throw new IllegalArgumentException("price %s instead of %s".formatted(price, before));
      }
    }

    /** Days from today to the day before the first, and to the last. */
    private int first() {
      return (int) ChronoUnit.DAYS.between(today, from);
    }

    private int last() {
      return (int) ChronoUnit.DAYS.between(today, to) + 1;
    }
  }

  /**
   * An amount with its 80 % band.
   *
   * @param low passed with 90 %
   * @param expected mean
   * @param high passed with 10 %
   */
  public record Band(BigDecimal low, BigDecimal expected, BigDecimal high) {
    static Band of(double low, double expected, double high) {
      return new Band(rounded(low), rounded(expected), rounded(high));
    }

    /** Returns each unit worth so much; what is lost by each is the more the more there are. */
    Band times(BigDecimal worth) {
      BigDecimal one = rounded(low.multiply(worth));
      BigDecimal other = rounded(high.multiply(worth));
      return new Band(one.min(other), rounded(expected.multiply(worth)), one.max(other));
    }
  }

  /**
   * How stock goes.
   *
   * @param available this morning
   * @param arriving by the last day
   * @param runsOutOn by whose end more is expected to be wanted than was there; empty = it lasts
   * @param stockOut probability 0–1 that it does not last
   * @param missing expected units that are not there by the last day
   * @param runsOutBefore the day on which it would without the change; empty = it would last
   * @param stockOutBefore probability without the change
   */
  public record Stock(
      BigDecimal available,
      BigDecimal arriving,
      Optional<LocalDate> runsOutOn,
      double stockOut,
      BigDecimal missing,
      Optional<LocalDate> runsOutBefore,
      double stockOutBefore) {}

  /**
   * The answer.
   *
   * @param before price that is planned
   * @param cost of a unit; empty = not known, and profit neither
   * @param unitsBefore that are forecast
   * @param gain of profit, of revenue where no cost is known, against what is forecast
   * @param stock empty where the ERP tells none
   */
  public record Outcome(
      BigDecimal before,
      BigDecimal price,
      Optional<BigDecimal> cost,
      Band unitsBefore,
      Band units,
      Band gain,
      Optional<Stock> stock) {
    public BigDecimal revenueBefore() {
      return unitsBefore.times(before).expected();
    }

    public Band revenue() {
      return units.times(price);
    }

    public Optional<BigDecimal> profitBefore() {
      return cost.map(c -> unitsBefore.times(before.subtract(c)).expected());
    }

    public Optional<Band> profit() {
      return cost.map(c -> units.times(price.subtract(c)));
    }
  }

  /** Answers. */
  public static Outcome of(Question q) {
    double mean = q.demand().mean(q.last()) - q.demand().mean(q.first());
    double below = Math.min(mean, spread(q, LOW));
    double above = spread(q, HIGH);
    PriceResponse.Factor f = q.factor();
    double units = mean * f.middle();
    double low = Math.hypot(below * f.middle(), mean * (f.middle() - f.low()));
    double high = Math.hypot(above * f.middle(), mean * (f.high() - f.middle()));
    Band before = Band.of(mean - below, mean, mean + above);
    return new Outcome(
        q.before(),
        q.price(),
        q.cost(),
        before,
        Band.of(Math.max(0, units - low), units, units + high),
        gain(q, mean),
        q.stock().map(s -> stock(q, s)));
  }

  /** How far a quantile of the total of these days lies from its mean. */
  private static double spread(Question q, double level) {
    double last = distance(q.demand(), q.last(), level);
    double first = q.first() == 0 ? 0 : distance(q.demand(), q.first(), level);
    return Math.sqrt(Math.max(0, last * last - first * first));
  }

  private static double distance(DemandOverTime demand, int days, double level) {
    return Math.abs(demand.over(days).quantile(level) - demand.mean(days));
  }

  private static Band gain(Question q, double mean) {
    double was = q.before().subtract(q.cost().orElse(BigDecimal.ZERO)).doubleValue();
    double is = q.price().subtract(q.cost().orElse(BigDecimal.ZERO)).doubleValue();
    double one = mean * (q.factor().low() * is - was);
    double other = mean * (q.factor().high() * is - was);
    return Band.of(
        Math.min(one, other), mean * (q.factor().middle() * is - was), Math.max(one, other));
  }

  private static Stock stock(Question q, StockPosition position) {
    Course before = Course.of(q, position, 1);
    Course after = Course.of(q, position, q.factor().middle());
    return new Stock(
        position.available(),
        rounded(arrived(position.supply(), q, q.last() - 1)),
        after.out(),
        after.probability(),
        rounded(after.missing()),
        before.out(),
        before.probability());
  }

  /** What has arrived by the end of a day. */
  private static double arrived(List<OpenSupply> supply, Question q, int day) {
    double sum = 0;
    for (OpenSupply s : supply) {
      LocalDate arrival = Projection.arrival(s, q.today(), q.delivery());
      sum += arrival.isAfter(q.today().plusDays(day)) ? 0 : s.quantity().doubleValue();
    }
    return sum;
  }

  private record Course(Optional<LocalDate> out, double probability, double missing) {
    static Course of(Question q, StockPosition position, double factor) {
      Optional<LocalDate> out = Optional.empty();
      double probability = 0;
      double missing = 0;
      double earlier = q.demand().mean(q.first());
      for (int d = 0; d < q.last(); d++) {
        double mean = q.demand().mean(d + 1);
        double scaled = d < q.first() ? mean : earlier + factor * (mean - earlier);
        double there =
            position.serving(q.today(), q.today().plusDays(d)).doubleValue()
                + arrived(position.supply(), q, d);
        double times = mean > 0 ? scaled / mean : 1;
        probability = Math.max(probability, q.demand().stockOut(d + 1, there / times));
        if (out.isEmpty() && scaled > there) {
          out = Optional.of(q.today().plusDays(d));
        }
        if (d == q.last() - 1) {
          missing = times * q.demand().over(d + 1).expectedShortage(there / times);
        }
      }
      return new Course(out, probability, missing);
    }
  }

  private static BigDecimal rounded(double amount) {
    return rounded(BigDecimal.valueOf(amount));
  }

  private static BigDecimal rounded(BigDecimal amount) {
    return amount.setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }
}
