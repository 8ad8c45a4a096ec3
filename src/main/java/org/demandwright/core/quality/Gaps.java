package org.demandwright.core.quality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.demandwright.core.Quantity;
import org.demandwright.core.Words;

/**
 * Silences of an item that sold regularly, while it was in stock and in its season.
 *
 * <p>Counted are days on which it could be bought. With p = the share of them with a sale in the
 * year before the silence (or in its last eight weeks, where that is less), a silence of L days is
 * a gap when
 *
 * <ul>
 *   <li>p ≥ 1/7: it sold once a week or more, on at least {@value #LEAST_DAYS} days to judge by;
 *   <li>L ≥ {@value #LEAST_SILENCE} and L &gt; {@value #LONGER} × the longest silence of that year;
 *   <li>(1 − p)^L ≤ {@value #CHANCE}: by chance it would happen to one series in a million;
 *   <li>a year ago it sold at this time, or there is no year ago.
 * </ul>
 *
 * <p>The last silence of an item that the master data call inactive is none: it was ended. Effect =
 * L × mean units of a day in stock in the eight weeks before. Worked example: 10 units every day
 * for a year, then 30 days nothing: p = 1, effect 300 units.
 */
final class Gaps implements SeriesRule {
  /** A season of observation; with less, what is regular is not known. */
  static final int LEAST_DAYS = 90;

  /** Shorter silences are noticed by the forecast itself before anybody could act on them. */
  static final int LEAST_SILENCE = 14;

  /** The longest silence doubles in a bad month, it does not treble. */
  static final double LONGER = 2;

  /** One in a million: an ERP of a hundred thousand series shows one by chance in ten years. */
  static final double CHANCE = 1e-6;

  /** Once a week. */
  private static final double REGULAR = 1.0 / 7;

  /** Out of season: it sold on less than a quarter of the usual days at this time a year ago. */
  private static final double OFF_SEASON = 0.25;

  private static final int YEAR = 364;
  private static final int RECENT = 56;

  @Override
  public List<Finding> inspect(InspectedSeries s) {
    SaleDays days = SaleDays.of(s);
    List<Finding> found = new ArrayList<>();
    int from = 0;
    while (from < days.size()) {
      int to = days.endOfSilence(from);
      if (to > from) {
        boolean ended = to == days.size() && !(s.item().known() && s.item().active());
        if (!ended && isGap(days, from, to)) {
          found.add(finding(s, days, from, to));
        }
      }
      from = to + 1;
    }
    return found;
  }

  private static boolean isGap(SaleDays days, int from, int to) {
    int silence = days.available(from, to);
    int before = Math.max(0, from - YEAR);
    int judged = days.available(before, from);
    if (silence < LEAST_SILENCE || judged < LEAST_DAYS) {
      return false;
    }
    double usual = Math.min(days.soldShare(before, from), days.soldShare(from - RECENT, from));
    return usual >= REGULAR
        && silence > LONGER * days.longestSilence(before, from)
        && Math.pow(1 - usual, silence) <= CHANCE
        && !outOfSeason(days, from, to, usual);
  }

  private static boolean outOfSeason(SaleDays days, int from, int to, double usual) {
    int then = from - YEAR;
    int length = Math.min(to - from, YEAR);
    return then >= 0
        && days.available(then, then + length) > 0
        && days.soldShare(then, then + length) <= OFF_SEASON * usual;
  }

  private static Finding finding(InspectedSeries s, SaleDays days, int from, int to) {
    LocalDate first = days.day(from);
    LocalDate last = days.day(to - 1);
    int silence = days.available(from, to);
    double pace = days.unitsPerDay(from - RECENT, from);
    LocalDate sold = first.minusDays(1);
    Words what =
        Words.of(
            to == days.size() ? "quality.gap.open" : "quality.gap",
            silence,
            Words.decimal(100 * days.soldShare(from - YEAR, from), 0),
            Quantity.words(pace),
            days.longestSilence(Math.max(0, from - YEAR), from));
    LineSelection lines = LineSelection.ofDays(sold, sold, s.profile().lines(sold, sold));
    return s.finding(Rule.GAP, first, last, lines, silence * pace, what);
  }
}
