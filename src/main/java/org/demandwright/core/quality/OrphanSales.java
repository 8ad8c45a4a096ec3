package org.demandwright.core.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.demandwright.core.Words;
import org.demandwright.core.quality.SeriesProfile.Day;

/**
 * Sales of an item that the master data do not know any more, or that were booked after the day on
 * which the record of an inactive item last changed: it was inactive by then, so no threshold is
 * needed. An inactive item of which the ERP tells no such day is passed over: its sales may all be
 * older. Effect = the units sold.
 */
final class OrphanSales implements SeriesRule {

  @Override
  public List<Finding> inspect(InspectedSeries s) {
    ItemState item = s.item();
    if (item.known() && (item.active() || item.changedOn().isEmpty())) {
      return List.of();
    }
    LocalDate ended = item.known() ? item.changedOn().orElseThrow() : LocalDate.MIN;
    List<Day> after =
        s.profile().days().stream()
            .filter(d -> d.gross().signum() > 0 && d.day().isAfter(ended))
            .toList();
    if (after.isEmpty()) {
      return List.of();
    }
    LocalDate first = after.get(0).day();
    LocalDate last = after.get(after.size() - 1).day();
    double units =
        after.stream().map(Day::gross).reduce(BigDecimal.ZERO, BigDecimal::add).doubleValue();
    Words what =
        item.known()
            ? Words.of("quality.orphan.inactive", ended, after.size())
            : Words.of("quality.orphan.gone", after.size());
    LineSelection lines = LineSelection.ofDays(first, last, s.profile().lines(first, last));
    return List.of(s.finding(Rule.ORPHAN_ITEM, first, last, lines, units, what));
  }
}
