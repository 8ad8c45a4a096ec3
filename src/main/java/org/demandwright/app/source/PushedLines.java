package org.demandwright.app.source;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.demandwright.core.demand.LineSums;
import org.demandwright.erp.ErpSalesLine;
import org.demandwright.erp.Extent;
import org.demandwright.erp.SalesSource;
import org.demandwright.erp.Watermark;
import org.demandwright.store.source.PushedLine;
import org.demandwright.store.source.PushedLineStore;

/** Lines that another system pushed, as a view of them would give them: by their numbers. */
final class PushedLines implements SalesSource {
  private static final String KIND = "PUSH";
  private static final LocalDateTime BEFORE_ALL = LocalDateTime.of(1, 1, 1, 0, 0);

  private final String source;
  private final PushedLineStore lines;

  PushedLines(String source, PushedLineStore lines) {
    this.source = source;
    this.lines = lines;
  }

  @Override
  public List<String> problems() {
    return List.of();
  }

  @Override
  public long countWithoutStamp() {
    return 0;
  }

  @Override
  public Extent extent(LocalDateTime after, Optional<LocalDateTime> upTo) {
    PushedLineStore.Received received = lines.received(source, after, upTo);
    return new Extent(received.lines(), received.first(), received.last());
  }

  @Override
  public SortedMap<LocalDateTime, LineSums> dailySums(LocalDateTime from, LocalDateTime upTo) {
    return lines.sums(source, from == null ? BEFORE_ALL : from, upTo, false);
  }

  @Override
  public SortedMap<LocalDateTime, LineSums> hourlySums(LocalDateTime from, LocalDateTime upTo) {
    return lines.sums(source, from, upTo, true);
  }

  @Override
  public List<ErpSalesLine> lines(LocalDateTime after, LocalDateTime upTo, int limit) {
    return rows(lines.between(source, after, upTo, limit));
  }

  @Override
  public List<ErpSalesLine> linesAfter(Watermark position, int limit) {
    return rows(lines.at(source, position.changedAt(), position.sourceKey(), limit));
  }

  @Override
  public List<ErpSalesLine> linesOf(Collection<Watermark> places) {
    return rows(
        lines.numbered(source, places.stream().map(Watermark::sourceKey).distinct().toList()));
  }

  private static List<ErpSalesLine> rows(List<PushedLine> lines) {
    return lines.stream().map(PushedLines::row).toList();
  }

  static ErpSalesLine row(PushedLine line) {
    return new ErpSalesLine(
        Long.toString(line.pushKey()),
        KIND,
        line.pushKey(),
        line.excludedBecause(),
        line.flags(),
        line.orgId(),
        line.documentNo(),
        line.lineKind(),
        line.orderDate(),
        line.demandDate(),
        line.originalDate(),
        line.itemId(),
        line.siteId(),
        line.customerId(),
        line.channelId(),
        line.quantity(),
        line.uomId(),
        line.unitPriceNet(),
        line.netAmount(),
        line.currency(),
        line.onPromotion(),
        line.dropShip(),
        line.isKit(),
        line.changedAt());
  }
}
