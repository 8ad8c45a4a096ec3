package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Moves an item from sites that have too much of it to those that need it, before any is bought.
 *
 * <p>Needs are served in the order of their days. Each is served first over the lane that is
 * fastest, then from the site that has most; not over lanes that are slower than buying would be.
 * No site gives what it needs itself.
 */
public final class Transfers {
  private Transfers() {}

  /**
   * A way from one site to another.
   *
   * @param sent the next occasion
   * @param arrival the day on which something arrives that is sent then
   * @param minimum less is not sent, base units, 0 = any
   * @param multiple of which is sent, base units, above 0
   */
  public record Lane(
      String from,
      String to,
      LocalDate sent,
      LocalDate arrival,
      BigDecimal minimum,
      BigDecimal multiple) {
    public Lane {
      Objects.requireNonNull(arrival, "arrival");
      if (from.equals(to) || multiple.signum() <= 0) {
        throw new IllegalArgumentException(
            "a lane from %s to %s in multiples of %s".formatted(from, to, multiple));
      }
    }
  }

  /**
   * What a site needs.
   *
   * @param quantity base units, above 0
   * @param by when it is needed
   * @param bought the day on which it would arrive if it were bought
   */
  public record Need(String site, BigDecimal quantity, LocalDate by, LocalDate bought) {
    /** Returns what a site needs that would have to buy it. */
    public static Need of(String site, Suggestion bought) {
      return new Need(
          site,
          bought.quantity(),
          bought.receiptBy().orElse(bought.lookedUpTo()),
          bought.expectedOn());
    }
  }

  /** What is sent. */
  public record Transfer(Lane lane, BigDecimal quantity) {}

  /**
   * Returns what a site can give: what is available, not owed, and not needed there up to its own
   * order-up-to level, or to what customers have ordered where that is more; never below 0.
   */
  public static BigDecimal surplus(Replenishment site) {
    StockPosition position = site.situation().position();
    BigDecimal needed = site.situation().plan().orderUpTo().max(site.ordered());
    return site.position()
        .subtract(needed)
        .min(position.available().subtract(position.owed(site.situation().today())))
        .max(BigDecimal.ZERO);
  }

  /**
   * Returns what to send.
   *
   * @param needs one a site at most
   * @param surplus by site, base units, at least 0
   */
  public static List<Transfer> of(
      List<Need> needs, Map<String, BigDecimal> surplus, List<Lane> lanes) {
    Map<String, BigDecimal> left = new HashMap<>(surplus);
    List<Transfer> transfers = new ArrayList<>();
    for (Need need :
        needs.stream().sorted(Comparator.comparing(Need::by).thenComparing(Need::site)).toList()) {
      BigDecimal open = need.quantity();
      for (Lane lane : lanes(need, left, lanes)) {
        BigDecimal there = left.getOrDefault(lane.from(), BigDecimal.ZERO);
        BigDecimal sent =
            OrderQuantity.ceiling(open.max(lane.minimum()), lane.multiple())
                .min(OrderQuantity.floor(there, lane.multiple()));
        if (open.signum() > 0 && sent.signum() > 0 && sent.compareTo(lane.minimum()) >= 0) {
          transfers.add(new Transfer(lane, sent));
          left.put(lane.from(), there.subtract(sent));
          open = open.subtract(sent);
        }
      }
    }
    return transfers;
  }

  private static List<Lane> lanes(Need need, Map<String, BigDecimal> left, List<Lane> lanes) {
    return lanes.stream()
        .filter(l -> l.to().equals(need.site()) && !l.arrival().isAfter(need.bought()))
        .sorted(
            Comparator.comparing(Lane::arrival)
                .thenComparing(
                    l -> left.getOrDefault(l.from(), BigDecimal.ZERO), Comparator.reverseOrder())
                .thenComparing(Lane::from))
        .toList();
  }
}
