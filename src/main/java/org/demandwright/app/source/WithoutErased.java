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

/** The lines of a source, in which customers that are erased keep their pseudonym. */
record WithoutErased(SalesSource source, ErasedCodes erased) implements SalesSource {
  @Override
  public List<String> problems() {
    return source.problems();
  }

  @Override
  public long countWithoutStamp() {
    return source.countWithoutStamp();
  }

  @Override
  public Extent extent(LocalDateTime after, Optional<LocalDateTime> upTo) {
    return source.extent(after, upTo);
  }

  @Override
  public SortedMap<LocalDateTime, LineSums> dailySums(LocalDateTime from, LocalDateTime upTo) {
    return source.dailySums(from, upTo);
  }

  @Override
  public SortedMap<LocalDateTime, LineSums> hourlySums(LocalDateTime from, LocalDateTime upTo) {
    return source.hourlySums(from, upTo);
  }

  @Override
  public List<ErpSalesLine> lines(LocalDateTime after, LocalDateTime upTo, int limit) {
    return without(source.lines(after, upTo, limit));
  }

  @Override
  public List<ErpSalesLine> linesAfter(Watermark position, int limit) {
    return without(source.linesAfter(position, limit));
  }

  @Override
  public List<ErpSalesLine> linesOf(Collection<Watermark> places) {
    return without(source.linesOf(places));
  }

  private List<ErpSalesLine> without(List<ErpSalesLine> rows) {
    return rows.stream().map(erased::without).toList();
  }
}
