package org.demandwright.demo.generate;

import java.time.LocalDate;
import java.util.Objects;

/**
 * How much ERP is generated.
 *
 * @param items number of items, ≥ 8 so that every kind of demand occurs
 * @param sites number of sites, 1–4
 * @param days days of history, ≥ 120
 * @param lines order lines aimed at, about; intermittent items keep their pace whatever it is
 * @param lastDay the last day of history
 * @param seed the same seed gives the same rows
 * @param planted whether prices and promotions work in the forms of {@link PlantedEffects}, to hold
 *     estimates of them against
 */
public record DemoSize(
    int items, int sites, int days, int lines, LocalDate lastDay, long seed, boolean planted) {
  private static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);

  public DemoSize {
    Objects.requireNonNull(lastDay, "lastDay");
    if (items < 8 || sites < 1 || sites > 4 || days < 120 || lines < days) {
      throw new IllegalArgumentException(
          "a demo ERP needs 8 items, 1 to 4 sites, 120 days and a line a day at least; asked for "
              + items
              + " items, "
              + sites
              + " sites, "
              + days
              + " days, "
              + lines
              + " lines");
    }
  }

  public DemoSize(int items, int sites, int days, int lines, LocalDate lastDay, long seed) {
    this(items, sites, days, lines, lastDay, seed, false);
  }

  /** Returns the demo as delivered: three years, 300 items × 4 sites, about a million lines. */
  public static DemoSize full() {
    return new DemoSize(300, 4, 1096, 1_000_000, LAST_DAY, 20_251_231L);
  }

  /** Returns an ERP for tests: 12 items × 2 sites × 400 days, about 12,000 lines. */
  public static DemoSize small() {
    return new DemoSize(12, 2, 400, 12_000, LAST_DAY, 7L);
  }

  /** Returns the same size with another seed. */
  public DemoSize withSeed(long other) {
    return new DemoSize(items, sites, days, lines, lastDay, other, planted);
  }

  /** Returns the same size with effects of prices and promotions planted. */
  public DemoSize withPlantedEffects() {
    return new DemoSize(items, sites, days, lines, lastDay, seed, true);
  }

  public LocalDate firstDay() {
    return lastDay.minusDays(days - 1L);
  }
}
