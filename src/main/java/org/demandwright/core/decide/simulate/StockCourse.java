package org.demandwright.core.decide.simulate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.demandwright.core.decide.CostTerms;

/** How the stock of one item at one site went on, day by day. */
public final class StockCourse {
  private final LocalDate first;
  private final BigDecimal unit;
  private final CostTerms costs;
  private final List<Units> days;

  /**
   * One day in smallest units.
   *
   * @param opening in the house when the day begins
   * @param owing to those who wait when it begins
   * @param received that arrived
   * @param ordered from the vendor
   * @param demand of the day
   * @param served of it on the same day
   * @param late that those got who had waited
   * @param closing in the house in the evening
   * @param owed to those who wait in the evening
   */
  public record Units(
      long opening,
      long owing,
      long received,
      long ordered,
      long demand,
      long served,
      long late,
      long closing,
      long owed) {
    /** Returns what was wanted and not there. */
    public long shortage() {
      return demand - served;
    }
  }

  StockCourse(LocalDate first, int length, BigDecimal unit, CostTerms costs) {
    this.first = first;
    this.unit = unit;
    this.costs = costs;
    this.days = new ArrayList<>(length);
  }

  void add(Units day) {
    days.add(day);
  }

  /** Returns one day. */
  public Units on(LocalDate day) {
    return days.get((int) ChronoUnit.DAYS.between(first, day));
  }

  /** Returns all days in their order. */
  public List<Units> days() {
    return List.copyOf(days);
  }

  /** Returns the days on which something was ordered. */
  public List<LocalDate> orderDays(LocalDate from, LocalDate to) {
    List<LocalDate> ordered = new ArrayList<>();
    for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
      if (on(day).ordered() > 0) {
        ordered.add(day);
      }
    }
    return ordered;
  }

  /**
   * Returns what came of some of its days.
   *
   * <p>A cycle lasts from a delivery to the evening before the next; it counts where it ends, and
   * is served if nothing was short in it since the first day that is looked at.
   *
   * @param from the first day that counts
   * @param to the day after the last one
   */
  public Outcome outcome(LocalDate from, LocalDate to) {
    int begin = (int) ChronoUnit.DAYS.between(first, from);
    int end = (int) ChronoUnit.DAYS.between(first, to);
    long demand = 0;
    long served = 0;
    long stockDays = 0;
    int lines = 0;
    int cycles = 0;
    int servedCycles = 0;
    long shortInCycle = 0;
    for (int d = begin; d < end; d++) {
      Units day = days.get(d);
      if (day.received() > 0 && d > begin) {
        cycles++;
        servedCycles += shortInCycle == 0 ? 1 : 0;
        shortInCycle = 0;
      }
      demand += day.demand();
      served += day.served();
      shortInCycle += day.shortage();
      stockDays += day.closing();
      lines += day.ordered() > 0 ? 1 : 0;
    }
    BigDecimal heldDays = base(stockDays);
    BigDecimal shortage = base(demand - served);
    return new Outcome(
        end - begin,
        1,
        cycles,
        servedCycles,
        base(demand),
        base(served),
        heldDays,
        BigDecimal.valueOf(costs.price()).multiply(heldDays),
        lines,
        StockMoney.of(costs, heldDays, lines, shortage));
  }

  private BigDecimal base(long units) {
    return unit.multiply(BigDecimal.valueOf(units));
  }
}
