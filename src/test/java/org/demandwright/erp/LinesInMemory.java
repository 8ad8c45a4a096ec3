package org.demandwright.erp;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.demandwright.core.demand.Lines;

/** Lines in memory, answering as a database would. */
record LinesInMemory(List<ErpSalesLine> all) implements SalesLineSource {

  /** Returns a line of which nothing matters but where it stands. */
  static ErpSalesLine line(String id, long key, LocalDateTime changedAt) {
    return Lines.record(
        ErpSalesLine.class,
        "lineId",
        id,
        "sourceKind",
        "SOL",
        "sourceKey",
        key,
        "itemId",
        "screw",
        "changedAt",
        changedAt);
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
  public Extent extent(LocalDateTime after, Optional<LocalDateTime> upTo) {
    List<LocalDateTime> stamps =
        all.stream()
            .map(ErpSalesLine::changedAt)
            .filter(t -> t.isAfter(after) && upTo.map(end -> !t.isAfter(end)).orElse(true))
            .toList();
    return new Extent(
        stamps.size(),
        stamps.stream().min(Comparator.naturalOrder()),
        stamps.stream().max(Comparator.naturalOrder()));
  }
}
