package org.demandwright.demo.generate;

import java.time.LocalDate;

/**
 * One item of the demo and how its demand behaves.
 *
 * @param number 0 … items − 1
 * @param step base units of the smallest amount sold, 1 or 0.5
 * @param listPrice first list price, without tax, per base unit
 * @param pace relative pace of order lines; absolute lines a day where {@code paced} is false
 * @param paced whether the pace is scaled to the number of lines that is aimed at
 * @param stepsPerLine mean number of steps on a line, ≥ 1
 * @param trend factor by which demand grows in a year
 * @param amplitude share 0–1 by which the yearly season swings
 * @param peakDay day of the year of the yearly peak
 * @param weekend factor of Saturdays and Sundays
 * @param elasticity exponent of relative list price, negative
 * @param promotionPower uplift of a promotion is 1 + power × discount
 * @param introduced first day on sale
 * @param discontinued first day no longer on sale, null while on sale
 * @param shelfLifeDays days from receipt on which it may be sold, null = it keeps
 */
public record DemoItem(
    int number,
    String id,
    String name,
    Category category,
    String uom,
    double step,
    Vendor vendor,
    int leadTimeDays,
    int minimumSteps,
    int multipleSteps,
    double purchasePrice,
    double listPrice,
    Pattern pattern,
    double pace,
    double stepsPerLine,
    double trend,
    double amplitude,
    int peakDay,
    double weekend,
    double elasticity,
    double promotionPower,
    LocalDate introduced,
    LocalDate discontinued,
    Integer shelfLifeDays) {

  /** Kinds of demand. */
  public enum Pattern {
    /** Sold every day. */
    FAST(true),
    /** Sold on many days. */
    SLOW(true),
    /** Sold now and then in small quantities. */
    INTERMITTENT(false),
    /** Sold rarely and then by the case. */
    LUMPY(false);

    private final boolean paced;

    Pattern(boolean paced) {
      this.paced = paced;
    }
  }

  /** Who delivers. */
  public record Vendor(String id, String name, int leadTimeDays) {}

  /**
   * A product group.
   *
   * @param eventPower exponent on the factor of a calendar event; 0 = untouched
   */
  public record Category(String name, String noun, double eventPower, double typicalPrice) {}

  public boolean paced() {
    return pattern.paced;
  }

  public boolean onSale(LocalDate day) {
    return !day.isBefore(introduced) && (discontinued == null || day.isBefore(discontinued));
  }
}
