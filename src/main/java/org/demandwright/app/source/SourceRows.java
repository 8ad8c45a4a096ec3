package org.demandwright.app.source;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.demandwright.core.demand.LineSums;
import org.demandwright.core.intake.SourceCode;
import org.demandwright.core.intake.SourceTerms;
import org.demandwright.erp.ErpSalesLine;
import org.demandwright.erp.Extent;
import org.demandwright.erp.SalesSource;
import org.demandwright.erp.Watermark;

/**
 * The lines of a source as they are kept here: under identities that begin with its name, so that
 * two sources may call their lines alike; with the codes that are used here; and with a reason
 * where they are wanted on days on which the source does not count. Sums are those of the source,
 * which none of this changes.
 */
final class SourceRows implements SalesSource {
  private final SalesSource source;
  private final String prefix;
  private final SourceTerms terms;

  /**
   * @param prefix what stands before identities, empty for the first source
   */
  SourceRows(SalesSource source, String prefix, SourceTerms terms) {
    this.source = source;
    this.prefix = prefix;
    this.terms = terms;
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
    return prefix.isEmpty() && terms.areNone() ? rows : rows.stream().map(this::ours).toList();
  }

  /** A row without an identity stays without; what its source excludes keeps that reason. */
  private ErpSalesLine ours(ErpSalesLine row) {
    String identity =
        row.lineId() == null || row.lineId().isBlank() ? row.lineId() : prefix + row.lineId();
    boolean counts = row.excludedBecause() != null || terms.countsOn(row.demandDate());
    return row.as(
        identity,
        terms.ours(SourceCode.Kind.ITEM, row.itemId(), row.demandDate()),
        terms.ours(SourceCode.Kind.SITE, row.siteId(), row.demandDate()),
        terms.ours(SourceCode.Kind.CHANNEL, row.channelId(), row.demandDate()),
        counts ? row.excludedBecause() : SourceTerms.OUTSIDE_DAYS);
  }

  private Watermark theirs(Watermark place) {
    return place.lineId().startsWith(prefix)
        ? new Watermark(
            place.changedAt(), place.sourceKey(), place.lineId().substring(prefix.length()))
        : place;
  }
}
