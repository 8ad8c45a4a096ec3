package org.demandwright.core.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.core.demand.ThirteenWeeks;

/**
 * What the lines of one series in {@link ThirteenWeeks} add up to, exactly: all that a profile of
 * the series and its demand by day need. Counted by {@link SalesCount}.
 *
 * @param span the thirteen weeks
 * @param days with lines, in order
 * @param returns lines that take back a sale of an earlier day, by both days
 * @param weeks with sales, in order
 * @param repeats lines that repeat another
 */
public record SalesSums(
    ThirteenWeeks span,
    List<Day> days,
    List<TakenBack> returns,
    List<Week> weeks,
    RepeatSums repeats) {

  /**
   * One day.
   *
   * @param gross base units demanded
   * @param returned base units taken back, ≥ 0
   * @param promoted base units of the demand that the ERP says were sold under a promotion
   * @param lines all lines
   * @param sales the lines with demand
   */
  public record Day(
      LocalDate day,
      BigDecimal gross,
      BigDecimal returned,
      BigDecimal promoted,
      int lines,
      int sales) {
    public Day {
      gross = shortest(gross);
      returned = shortest(returned);
      promoted = shortest(promoted);
    }
  }

  /**
   * Returns of one day that name the day of the sale which they take back, an earlier one.
   *
   * @param day of the return
   * @param saleDay of the sale
   * @param units base units, &gt; 0
   */
  public record TakenBack(LocalDate day, LocalDate saleDay, BigDecimal units, int lines) {
    public TakenBack {
      units = shortest(units);
    }
  }

  /**
   * One week from Monday on.
   *
   * @param customer who took most of it, empty where no line names a customer
   * @param ofCustomer what that customer took
   * @param prices what was sold in each currency
   */
  public record Week(
      LocalDate monday, String customer, Amount ofCustomer, Map<String, Amount> prices) {
    public Week {
      prices = new TreeMap<>(prices);
    }
  }

  /** Lines, their base units, and money without tax. */
  public record Amount(long lines, BigDecimal units, BigDecimal money) {
    static final Amount NOTHING = new Amount(0, BigDecimal.ZERO, BigDecimal.ZERO);

    public Amount {
      units = shortest(units);
      money = shortest(money);
    }

    Amount plus(Amount more) {
      return new Amount(lines + more.lines, units.add(more.units), money.add(more.money));
    }

    SeriesProfile.Sold rounded() {
      return new SeriesProfile.Sold(lines, units.doubleValue(), money.doubleValue());
    }
  }

  public SalesSums {
    days = List.copyOf(days);
    returns = List.copyOf(returns);
    weeks = List.copyOf(weeks);
  }

  /** Returns the number without the zeros behind its decimals, so that equal sums are equal. */
  private static BigDecimal shortest(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** Returns what the lines add up to by day alone. */
  public SalesDays byDay() {
    return new SalesDays(days, returns);
  }

  /** Returns whether there are lines of this day or of a later one. */
  public boolean reaches(LocalDate day) {
    return !days.isEmpty() && !days.get(days.size() - 1).day().isBefore(day);
  }
}
