package org.demandwright.core.decide.risk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.demandwright.core.Words;
import org.demandwright.core.decide.DayDistribution;

/**
 * With what probability what is awaited of an order comes after its promised day, by what was
 * learned of the vendor and by the days that have gone by without it; 1 where that day is past.
 *
 * <p>Worked: promised for the day after tomorrow; orders of this age come in 1, 2, 3 or 4 days,
 * evenly often: 0.5, and after 2.5 days on average.
 *
 * @param probability 0–1
 * @param days calendar days from today after which it is there, on average
 */
public record LatenessRisk(double probability, double days) {
  /**
   * Returns the risk.
   *
   * @param still calendar days from today until it is there, of what is still awaited
   */
  public static LatenessRisk of(DayDistribution still, LocalDate today, LocalDate promised) {
    long left = ChronoUnit.DAYS.between(today, promised);
    if (left < 0) {
      return new LatenessRisk(1, still.mean());
    }
    double late = 0;
    for (int day = still.first(); day <= still.last(); day++) {
      late += day > left ? still.share(day) : 0;
    }
    return new LatenessRisk(Math.min(1, late), still.mean());
  }

  /**
   * Returns what is to be said of it.
   *
   * @param line the order's
   * @param rest base units that are awaited
   * @param lost base units that are expected to be wanted and not there because it comes late
   */
  public Risk risk(
      String line,
      String vendor,
      BigDecimal rest,
      double lost,
      LocalDate today,
      LocalDate promised) {
    long left = ChronoUnit.DAYS.between(today, promised);
    List<Risk.Figure> evidence =
        List.of(
            Risk.Figure.of("probability", probability),
            Risk.Figure.of("awaitedUnits", rest.doubleValue()),
            Risk.Figure.of("daysToPromise", left),
            Risk.Figure.of("daysToArrival", days),
            Risk.Figure.of("lostUnits", lost));
    Words said =
        left < 0
            ? Words.of(
                "risk.overdue",
                Risk.told(rest.doubleValue()),
                vendor,
                promised.toString(),
                -left,
                today.plusDays(Math.round(days)).toString())
            : Words.of(
                "risk.late",
                Risk.told(rest.doubleValue()),
                vendor,
                promised.toString(),
                Risk.percent(probability),
                today.plusDays(Math.round(days)).toString());
    return new Risk(
        RiskKind.SUPPLIER_LATE,
        line,
        vendor,
        probability,
        BigDecimal.valueOf(lost),
        Risk.Worth.MARGIN,
        evidence,
        said);
  }
}
