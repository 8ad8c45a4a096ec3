package org.demandwright.store.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.demandwright.core.demand.ThirteenWeeks;
import org.demandwright.core.quality.BookedLine;
import org.demandwright.core.quality.SalesCount;
import org.demandwright.core.quality.SalesSums;
import org.demandwright.store.intake.ChangedSales;
import org.demandwright.store.intake.ChangedSales.Change;
import org.demandwright.store.intake.LineStore;
import org.demandwright.store.sql.Sql;

/**
 * What the demand lines of each series add up to, by thirteen weeks. The sums are kept beside the
 * lines; those of weeks in which lines have changed since are counted from the lines, whether they
 * are kept already or not: so what is read is always true.
 */
@ApplicationScoped
public class SalesSumStore {
  private final Sql sql;
  private final LineStore lines;
  private final ChangedSales changed;

  @Inject
  public SalesSumStore(Sql sql, LineStore lines, ChangedSales changed) {
    this.sql = sql;
    this.lines = lines;
    this.changed = changed;
  }

  SalesSumStore() {
    this(null, null, null);
  }

  /** Returns the sums of the series numbered from … to that have lines, in order. */
  public Map<Long, List<SalesSums>> of(long from, long to) {
    Map<Long, TreeMap<ThirteenWeeks, SalesSums>> all = kept(from, to);
    Map<ThirteenWeeks, List<Change>> bySpan =
        changed.of(from, to).stream().collect(Collectors.groupingBy(Change::span));
    bySpan.forEach(
        (span, changes) -> {
          all.forEach(
              (id, ofSeries) -> {
                if (changes.stream().anyMatch(c -> c.ofEverySeries() || c.seriesId() == id)) {
                  ofSeries.remove(span);
                }
              });
          counted(changes, span, from, to).forEach((id, sums) -> put(all, id, sums));
        });
    return inOrder(all);
  }

  /**
   * Returns the sums of the lines before a day: of weeks that the day cuts they are counted from
   * the lines where there are later ones.
   */
  public Map<Long, List<SalesSums>> before(LocalDate day, long from, long to) {
    ThirteenWeeks cut = ThirteenWeeks.of(day);
    Map<Long, TreeMap<ThirteenWeeks, SalesSums>> all = new HashMap<>();
    boolean later = false;
    for (Map.Entry<Long, List<SalesSums>> e : of(from, to).entrySet()) {
      for (SalesSums sums : e.getValue()) {
        later |= sums.span().equals(cut) && sums.reaches(day);
        if (sums.span().compareTo(cut) <= 0) {
          put(all, e.getKey(), sums);
        }
      }
    }
    if (later) {
      all.values().forEach(ofSeries -> ofSeries.remove(cut));
      count(cut, lines -> this.lines.each(from, to, cut.first(), day.minusDays(1), lines))
          .forEach((id, sums) -> put(all, id, sums));
    }
    return inOrder(all);
  }

  /** Keeps the sums of these weeks, of those series numbered from … to that changed in them. */
  @Transactional
  public void keep(ThirteenWeeks span, long from, long to) {
    List<Change> changes = changed.in(span, from, to);
    if (changes.stream().anyMatch(Change::ofEverySeries)) {
      sql.update(
          "delete from sales_sums where series_id between ? and ? and span = ?",
          from,
          to,
          span.number());
    } else {
      sql.batch(
          "delete from sales_sums where series_id = ? and span = ?",
          changes.stream().map(c -> new Object[] {c.seriesId(), span.number()}).toList());
    }
    sql.batch(
        "insert into sales_sums (series_id, span, content) values (?, ?, ?)",
        counted(changes, span, from, to).entrySet().stream()
            .map(e -> new Object[] {e.getKey(), span.number(), SalesSumsCodec.of(e.getValue())})
            .toList());
    changed.forget(span, from, to);
  }

  private Map<Long, TreeMap<ThirteenWeeks, SalesSums>> kept(long from, long to) {
    Map<Long, TreeMap<ThirteenWeeks, SalesSums>> all = new HashMap<>();
    sql.each(
        row -> {
          ThirteenWeeks span = new ThirteenWeeks(row.getInt(2));
          put(all, row.getLong(1), SalesSumsCodec.sums(span, row.getBytes(3)));
          return null;
        },
        nothing -> {},
        "select series_id, span, content from sales_sums where series_id between ? and ?",
        from,
        to);
    return all;
  }

  /** Counts the lines of these weeks, of the series numbered from … to that changed. */
  private Map<Long, SalesSums> counted(
      List<Change> changes, ThirteenWeeks span, long from, long to) {
    if (changes.isEmpty()) {
      return Map.of();
    }
    return changes.stream().anyMatch(Change::ofEverySeries)
        ? count(span, each -> lines.each(from, to, span.first(), span.last(), each))
        : count(span, each -> lines.eachChanged(from, to, span, each));
  }

  private static Map<Long, SalesSums> count(
      ThirteenWeeks span, Consumer<BiConsumer<Long, BookedLine>> lines) {
    Map<Long, SalesCount> counts = new TreeMap<>();
    lines.accept(
        (id, line) -> counts.computeIfAbsent(id, series -> new SalesCount(span)).add(line));
    Map<Long, SalesSums> sums = new TreeMap<>();
    counts.forEach((id, count) -> sums.put(id, count.sums()));
    return sums;
  }

  private static void put(
      Map<Long, TreeMap<ThirteenWeeks, SalesSums>> all, long seriesId, SalesSums sums) {
    all.computeIfAbsent(seriesId, id -> new TreeMap<>()).put(sums.span(), sums);
  }

  private static Map<Long, List<SalesSums>> inOrder(
      Map<Long, TreeMap<ThirteenWeeks, SalesSums>> all) {
    Map<Long, List<SalesSums>> ordered = new TreeMap<>();
    all.forEach(
        (id, ofSeries) -> {
          if (!ofSeries.isEmpty()) {
            ordered.put(id, List.copyOf(ofSeries.values()));
          }
        });
    return ordered;
  }
}
