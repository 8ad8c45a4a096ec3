package org.demandwright.erp.jpa;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.demandwright.core.demand.LineSums;

/**
 * Counts and exact sums of the sales lines by day or hour of the change stamp, made by the
 * database.
 */
final class ChangeSums {
  private static final String DAY = "cast(changed_at as date)";
  private static final String HOUR = "extract(hour from changed_at)";

  /**
   * Sums as the store keeps the numbers, and 'KIT' counts: the store gives it that reason itself.
   * Stamps are written out: the plan for years is another than that for a day, and a database that
   * keeps one plan for all values would take the wrong one of them.
   */
  private static final String SUMS =
      "select %1$s, %2$s, count(*), sum(case when excluded_because is null or excluded_because ="
          + " 'KIT' then 1 else 0 end), sum(cast(quantity as decimal(19, 6))), sum(cast(net_amount"
          + " as decimal(19, 6))), sum(source_key) from dw_sales_line where changed_at >="
          + " timestamp '%4$s' and changed_at <= timestamp '%5$s' group by %3$s";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

  private final ErpUnit erp;

  ChangeSums(ErpUnit erp) {
    this.erp = erp;
  }

  /**
   * Returns the sums of the lines with stamps in [from, upTo], by day: a thousand days are few
   * groups, which the database keeps in memory.
   */
  SortedMap<LocalDateTime, LineSums> daily(LocalDateTime from, LocalDateTime upTo) {
    return byPeriod("0", DAY, from, upTo);
  }

  /** Returns the sums of the lines with stamps in [from, upTo], by hour. */
  SortedMap<LocalDateTime, LineSums> hourly(LocalDateTime from, LocalDateTime upTo) {
    return byPeriod(HOUR, DAY + ", " + HOUR, from, upTo);
  }

  private SortedMap<LocalDateTime, LineSums> byPeriod(
      String hour, String groups, LocalDateTime from, LocalDateTime upTo) {
    String query = SUMS.formatted(DAY, hour, groups, STAMP.format(from), STAMP.format(upTo));
    List<?> rows = erp.read(em -> em.createNativeQuery(query).getResultList());
    SortedMap<LocalDateTime, LineSums> sums = new TreeMap<>();
    rows.stream().map(r -> sums((Object[]) r)).forEach(s -> sums.put(s.from(), s));
    return sums;
  }

  /** Databases differ in the types of dates, hours and sums, and agree in how they are written. */
  private static LineSums sums(Object[] row) {
    return new LineSums(
        LocalDate.parse(row[0].toString()).atTime(((Number) row[1]).intValue(), 0),
        ((Number) row[2]).longValue(),
        ((Number) row[3]).longValue(),
        decimal(row[4]),
        decimal(row[5]),
        decimal(row[6]));
  }

  private static BigDecimal decimal(Object sum) {
    return sum == null ? BigDecimal.ZERO : new BigDecimal(sum.toString());
  }
}
