package org.demandwright.core.quality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.core.Quantity;
import org.demandwright.core.Words;
import org.demandwright.core.quality.SeriesProfile.Week;

/**
 * Weeks that one customer made a peak.
 *
 * <p>Among the weeks within {@value #REACH} of it (silent ones count as zero), with m and d the
 * median of demand and its spread (at least a tenth of m and √(m q), where q is the mean quantity
 * of a line, as the number of lines scatters by chance), a week is a spike of its largest customer
 * when its demand is above m + {@value #SPREADS} d, is not without that customer, and the
 * customer's share is at least one half and lies {@value #FAR} above the median of the largest
 * customers' shares. Where m is 0, a large order is nothing unusual, as to the cleaner. A customer
 * who did so in more than {@value #MOST} weeks is a large customer and no spike. Effect = demand of
 * the week − m.
 */
final class CustomerSpikes implements SeriesRule {
  /** Half a year on each side: the level and the season of the time. */
  static final int REACH = 26;

  /** The same distance from which a peak of all customers is an outlier. */
  static final double SPREADS = 6;

  /** A quarter of the demand more than the largest customer takes in an ordinary week. */
  static final double FAR = 0.25;

  /** Who comes a third time comes regularly. */
  static final int MOST = 2;

  private static final double LEAST_SHARE = 0.5;
  private static final double LEAST_SPREAD = 0.1;
  private static final int LEAST_WEEKS = 13;

  private record Spike(Week week, double usual, double usualShare) {}

  @Override
  public List<Finding> inspect(InspectedSeries s) {
    List<Week> weeks =
        s.profile().weeks().stream()
            .filter(w -> !w.monday().plusDays(7).isAfter(s.asOf()))
            .toList();
    Map<String, List<Spike>> spikes = new TreeMap<>();
    double line = s.profile().meanLine();
    int from = 0;
    int to = 0;
    for (Week week : weeks) {
      while (weeks.get(from).monday().isBefore(week.monday().minusWeeks(REACH))) {
        from++;
      }
      while (to < weeks.size() && !weeks.get(to).monday().isAfter(week.monday().plusWeeks(REACH))) {
        to++;
      }
      spike(weeks, weeks.subList(from, to), week, line)
          .ifPresent(
              spike -> spikes.computeIfAbsent(week.customer(), c -> new ArrayList<>()).add(spike));
    }
    return spikes.values().stream()
        .filter(of -> of.size() <= MOST)
        .flatMap(List::stream)
        .map(spike -> finding(s, spike))
        .sorted((a, b) -> a.first().compareTo(b.first()))
        .toList();
  }

  private static Optional<Spike> spike(List<Week> weeks, List<Week> near, Week week, double line) {
    if (week.customer().isEmpty() || week.customerShare() < LEAST_SHARE) {
      return Optional.empty();
    }
    LocalDate from = later(week.monday().minusWeeks(REACH), weeks.get(0).monday());
    LocalDate last = weeks.get(weeks.size() - 1).monday();
    LocalDate to =
        last.isBefore(week.monday().plusWeeks(REACH)) ? last : week.monday().plusWeeks(REACH);
    int span = (int) (to.toEpochDay() - from.toEpochDay()) / 7 + 1;
    if (span < LEAST_WEEKS) {
      return Optional.empty();
    }
    double[] units = near.stream().mapToDouble(Week::units).toArray();
    Typical usual = Typical.of(Arrays.copyOf(units, span));
    if (usual.middle() == 0) {
      return Optional.empty();
    }
    double spread =
        Math.max(
            usual.spread(),
            Math.max(LEAST_SPREAD * usual.middle(), Math.sqrt(usual.middle() * line)));
    double limit = usual.middle() + SPREADS * spread;
    if (week.units() <= limit || week.units() - week.customerUnits() > limit) {
      return Optional.empty();
    }
    double share = Typical.of(near.stream().mapToDouble(Week::customerShare).toArray()).middle();
    return week.customerShare() >= share + FAR
        ? Optional.of(new Spike(week, usual.middle(), share))
        : Optional.empty();
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? b : a;
  }

  private static Finding finding(InspectedSeries s, Spike spike) {
    Week week = spike.week();
    LocalDate last = week.monday().plusDays(6);
    Words what =
        Words.of(
            "quality.customer-spike",
            week.customer(),
            Quantity.words(week.customerUnits()),
            Quantity.words(week.units()),
            Words.decimal(100 * week.customerShare(), 0),
            Quantity.words(spike.usual()),
            Words.decimal(100 * spike.usualShare(), 0));
    LineSelection lines =
        new LineSelection(
            week.monday(),
            last,
            Optional.of(week.customer()),
            false,
            Optional.empty(),
            week.customerLines());
    return s.finding(
        Rule.CUSTOMER_SPIKE, week.monday(), last, lines, week.units() - spike.usual(), what);
  }
}
