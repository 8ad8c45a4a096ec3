package org.demandwright.core.quality;

import java.util.List;

/**
 * What the lines of one series add up to by day: the part of {@link SalesSums} that a snapshot and
 * an overview need.
 *
 * @param days with lines, in order
 * @param returns lines that take back a sale of an earlier day, by both days
 */
public record SalesDays(List<SalesSums.Day> days, List<SalesSums.TakenBack> returns) {
  public SalesDays {
    days = List.copyOf(days);
    returns = List.copyOf(returns);
  }
}
