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

/**
 * The lines of a source under identities that begin with its name, so that two sources may call
 * their lines alike. A row without an identity stays without.
 */
final class IdentifiedLines implements SalesSource {
  private final String prefix;
  private final SalesSource source;

  IdentifiedLines(String name, SalesSource source) {
    this.prefix = DemandSources.identity(name, "");
    this.source = source;
  }

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
    return ours(source.lines(after, upTo, limit));
  }

  @Override
  public List<ErpSalesLine> linesAfter(Watermark position, int limit) {
    return ours(source.linesAfter(theirs(position), limit));
  }

  @Override
  public List<ErpSalesLine> linesOf(Collection<Watermark> places) {
    return ours(source.linesOf(places.stream().map(this::theirs).toList()));
  }

  private List<ErpSalesLine> ours(List<ErpSalesLine> rows) {
    return rows.stream().map(row -> row.under(identity(row.lineId()))).toList();
  }

  private String identity(String lineId) {
    return lineId == null || lineId.isBlank() ? lineId : prefix + lineId;
  }

  private Watermark theirs(Watermark place) {
    return place.lineId().startsWith(prefix)
        ? new Watermark(
            place.changedAt(), place.sourceKey(), place.lineId().substring(prefix.length()))
        : place;
  }
}
