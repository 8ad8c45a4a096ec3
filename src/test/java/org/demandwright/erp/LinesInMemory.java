package org.demandwright.erp;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Lines in memory, answering as a database would. */
record LinesInMemory(List<ErpSalesLine> all) implements SalesLineSource {

  /** Returns a line of which nothing matters but where it stands. */
  static ErpSalesLine line(String id, long key, LocalDateTime changedAt) {
    return new ErpSalesLine(
        id, "SOL", key, null, null, null, null, null, null, null, null, "screw", null, null, null,
        null, null, null, null, null, null, null, null, changedAt);
  }

  private List<ErpSalesLine> where(Predicate<ErpSalesLine> rule, int limit) {
    return all.stream()
        .filter(rule)
        .sorted(Comparator.comparing(ErpSalesLine::watermark))
        .limit(limit)
        .toList();
  }

  @Override
  public List<ErpSalesLine> lines(LocalDateTime after, LocalDateTime upTo, int limit) {
    return where(l -> l.changedAt().isAfter(after) && !l.changedAt().isAfter(upTo), limit);
  }

  @Override
  public List<ErpSalesLine> linesAfter(Watermark position, int limit) {
    return where(
        l -> l.changedAt().equals(position.changedAt()) && l.watermark().compareTo(position) > 0,
        limit);
  }

  @Override
  public Optional<LocalDateTime> firstChange(LocalDateTime changedAfter) {
    return all.stream()
        .map(ErpSalesLine::changedAt)
        .filter(t -> t.isAfter(changedAfter))
        .min(Comparator.naturalOrder());
  }
}
