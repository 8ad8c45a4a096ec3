package org.demandwright.app.source;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.demandwright.core.demand.LineSums;
import org.demandwright.erp.ErpSalesLine;
import org.demandwright.erp.Extent;
import org.demandwright.erp.SalesSource;
import org.demandwright.erp.Watermark;

/** A source whose lines are to go: it has none, so that the comparison takes away what is kept. */
final class NoLines implements SalesSource {
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
    return new Extent(0, Optional.empty(), Optional.empty());
  }

  @Override
  public SortedMap<LocalDateTime, LineSums> dailySums(LocalDateTime from, LocalDateTime upTo) {
    return new TreeMap<>();
  }

  @Override
  public SortedMap<LocalDateTime, LineSums> hourlySums(LocalDateTime from, LocalDateTime upTo) {
    return new TreeMap<>();
  }

  @Override
  public List<ErpSalesLine> lines(LocalDateTime after, LocalDateTime upTo, int limit) {
    return List.of();
  }

  @Override
  public List<ErpSalesLine> linesAfter(Watermark position, int limit) {
    return List.of();
  }

  @Override
  public List<ErpSalesLine> linesOf(Collection<Watermark> places) {
    return List.of();
  }
}
