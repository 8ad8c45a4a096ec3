package org.demandwright.store.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demandwright.core.demand.ThirteenWeeks;
import org.demandwright.core.quality.BookedLine;
import org.demandwright.core.quality.SalesCount;
import org.demandwright.core.quality.SalesDays;
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
    return inOrder(all(from, to, SalesSumsCodec::sums, sums -> sums));
  }

  /**
   * Returns the sums of these series, of some thirteen weeks on, in order.
   *
   * @param first of the thirteen weeks
   */
  public Map<Long, List<SalesSums>> since(ThirteenWeeks first, Collection<Long> seriesIds) {
    return inOrder(since(first, seriesIds, SalesSumsCodec::sums, sums -> sums));
  }

  /**
   * Returns what the lines of these series add up to by day, of some thirteen weeks on, in order.
   *
   * @param first of the thirteen weeks
   */
  public Map<Long, List<SalesDays>> daysSince(ThirteenWeeks first, Collection<Long> seriesIds) {
    return inOrder(since(first, seriesIds, SalesSumsCodec::days, SalesSums::byDay));
  }

  private <T> Map<Long, TreeMap<ThirteenWeeks, T>> since(
      ThirteenWeeks first,
      Collection<Long> seriesIds,
      BiFunction<ThirteenWeeks, byte[], T> unpack,
      Function<SalesSums, T> part) {
    if (seriesIds.isEmpty()) {
      return Map.of();
    }
    Set<Long> ids = new TreeSet<>(seriesIds);
    Map<ThirteenWeeks, List<Change>> changes =
        changed.of(Collections.min(ids), Collections.max(ids)).stream()
            .filter(c -> c.span().compareTo(first) >= 0)
            .filter(c -> c.ofEverySeries() || ids.contains(c.seriesId()))
            .collect(Collectors.groupingBy(Change::span));
    Map<Long, TreeMap<ThirteenWeeks, T>> all = new HashMap<>();
    sql.listOf(
        row -> {
          long id = row.getLong(1);
          ThirteenWeeks span = new ThirteenWeeks(row.getInt(2));
          if (changes.getOrDefault(span, List.of()).stream().noneMatch(c -> c.concerns(id))) {
            put(all, id, span, unpack.apply(span, row.getBytes(3)));
          }
          return id;
        },
        "select s.series_id, s.span, s.content from (#) n (id) left join sales_sums s"
            + " on s.series_id = n.id and s.span >= ? where s.span is not null",
        ids,
        first.number());
    changes.forEach(
        (span, of) ->
            ids.stream()
                .filter(id -> of.stream().anyMatch(c -> c.concerns(id)))
                .forEach(
                    id ->
                        count(
                            span,
                            each -> lines.each(id, id, span.first(), span.last(), each),
                            (series, sums) -> put(all, series, span, part.apply(sums)))));
    return all;
  }

  /** Returns what the lines of the series numbered from … to add up to by day, in order. */
  public Map<Long, List<SalesDays>> days(long from, long to) {
    return inOrder(all(from, to, SalesSumsCodec::days, SalesSums::byDay));
  }

  /**
   * @param unpack makes of what is kept what is wanted
   * @param part takes what is wanted out of what was counted
   */
  private <T> Map<Long, TreeMap<ThirteenWeeks, T>> all(
      long from,
      long to,
      BiFunction<ThirteenWeeks, byte[], T> unpack,
      Function<SalesSums, T> part) {
    Map<ThirteenWeeks, List<Change>> bySpan =
        changed.of(from, to).stream().collect(Collectors.groupingBy(Change::span));
    Map<Long, TreeMap<ThirteenWeeks, T>> all = new HashMap<>();
    sql.each(
        row -> {
          long id = row.getLong(1);
          ThirteenWeeks span = new ThirteenWeeks(row.getInt(2));
          if (bySpan.getOrDefault(span, List.of()).stream().noneMatch(c -> c.concerns(id))) {
            put(all, id, span, unpack.apply(span, row.getBytes(3)));
          }
          return null;
        },
        nothing -> {},
        "select series_id, span, content from sales_sums where series_id between ? and ?",
        from,
        to);
    bySpan.forEach(
        (span, changes) ->
            counted(changes, span, from, to, (id, sums) -> put(all, id, span, part.apply(sums))));
    return all;
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
          put(all, e.getKey(), sums.span(), sums);
        }
      }
    }
    if (later) {
      all.values().forEach(ofSeries -> ofSeries.remove(cut));
      count(
          cut,
          lines -> this.lines.each(from, to, cut.first(), day.minusDays(1), lines),
          (id, sums) -> put(all, id, cut, sums));
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
    List<Object[]> rows = new ArrayList<>();
    counted(
        changes,
        span,
        from,
        to,
        (id, sums) -> rows.add(new Object[] {id, span.number(), SalesSumsCodec.of(sums)}));
    sql.insertAll("sales_sums", "series_id, span, content", rows);
    changed.forget(span, from, to);
  }

  /** Counts the lines of these weeks, of the series numbered from … to that changed. */
  private void counted(
      List<Change> changes,
      ThirteenWeeks span,
      long from,
      long to,
      BiConsumer<Long, SalesSums> consumer) {
    if (changes.stream().anyMatch(Change::ofEverySeries)) {
      count(span, each -> lines.each(from, to, span.first(), span.last(), each), consumer);
    } else if (!changes.isEmpty()) {
      count(span, each -> lines.eachChanged(from, to, span, each), consumer);
    }
  }

  /** Lines come series by series: a count is done where the next series begins. */
  private static void count(
      ThirteenWeeks span,
      Consumer<BiConsumer<Long, BookedLine>> lines,
      BiConsumer<Long, SalesSums> consumer) {
    CountOfSeries count = new CountOfSeries(span, consumer);
    lines.accept(count::add);
    count.close();
  }

  private static final class CountOfSeries {
    private final ThirteenWeeks span;
    private final BiConsumer<Long, SalesSums> consumer;
    private long series;
    private SalesCount count;

    CountOfSeries(ThirteenWeeks span, BiConsumer<Long, SalesSums> consumer) {
      this.span = span;
      this.consumer = consumer;
    }

    void add(long id, BookedLine line) {
      if (count == null || id != series) {
        close();
        series = id;
        count = new SalesCount(span);
      }
      count.add(line);
    }

    void close() {
      if (count != null) {
        consumer.accept(series, count.sums());
      }
    }
  }

  private static <T> void put(
      Map<Long, TreeMap<ThirteenWeeks, T>> all, long seriesId, ThirteenWeeks span, T sums) {
    all.computeIfAbsent(seriesId, id -> new TreeMap<>()).put(span, sums);
  }

  private static <T> Map<Long, List<T>> inOrder(Map<Long, TreeMap<ThirteenWeeks, T>> all) {
    Map<Long, List<T>> ordered = new TreeMap<>();
    all.forEach(
        (id, ofSeries) -> {
          if (!ofSeries.isEmpty()) {
            ordered.put(id, List.copyOf(ofSeries.values()));
          }
        });
    return ordered;
  }
}
