package org.demandwright.erp;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Cuts the sales lines into pages by windows of change stamps that adapt to how densely the lines
 * lie.
 *
 * <p>Why not keyset paging with a limit alone: some databases push a range condition into a view
 * but not a limit, so that every page would read the whole remainder. A window bounds the work on
 * every database. A single stamp that holds more lines than a page (a bulk change) is paged by key
 * and identity.
 */
public final class SalesLinePages {
  private static final Duration ONE_TICK = Duration.ofNanos(1_000);
  private static final int FULL = 4;

  private final SalesLineSource source;
  private final int pageSize;
  private final LocalDateTime end;
  private final long expected;
  private Watermark position;
  private Duration window;
  private boolean insideStamp;

  /**
   * Starts to read.
   *
   * @param from exclusive
   * @param upTo inclusive, empty = up to the newest line; lines that change later are left to the
   *     next run
   * @param pageSize wished number of lines a page; a page holds at most four times as many
   */
  public SalesLinePages(
      SalesLineSource source, Watermark from, Optional<LocalDateTime> upTo, int pageSize) {
    this.source = source;
    this.pageSize = pageSize;
    this.position = from;
    this.insideStamp = from.insideStamp();
    LocalDateTime before = insideStamp ? minusTick(from.changedAt()) : from.changedAt();
    Extent extent = source.extent(before, upTo);
    this.expected = extent.lines();
    this.end = upTo.or(extent::last).orElse(from.changedAt());
    LocalDateTime first = extent.first().orElse(end);
    if (first.isAfter(from.changedAt())) {
      position = Watermark.of(minusTick(first));
      insideStamp = false;
    }
    long pages = Math.max(1, expected / Math.max(1, pageSize));
    window = atLeastOneTick(Duration.between(position.changedAt(), end).dividedBy(pages));
  }

  /** Returns about how many lines there were to read when reading began. */
  public long expected() {
    return expected;
  }

  /** Returns the next page, empty when there is nothing more. */
  public List<ErpSalesLine> next() {
    while (insideStamp || position.changedAt().isBefore(end)) {
      List<ErpSalesLine> page = insideStamp ? restOfStamp() : nextWindow();
      if (!page.isEmpty()) {
        return page;
      }
    }
    return List.of();
  }

  private List<ErpSalesLine> restOfStamp() {
    List<ErpSalesLine> page = source.linesAfter(position, FULL * pageSize);
    if (page.size() < FULL * pageSize) {
      insideStamp = false;
      position = Watermark.of(position.changedAt());
    } else {
      position = page.get(page.size() - 1).watermark();
    }
    return page;
  }

  private List<ErpSalesLine> nextWindow() {
    LocalDateTime after = position.changedAt();
    LocalDateTime upTo = earlier(after.plus(window), end);
    List<ErpSalesLine> page = source.lines(after, upTo, FULL * pageSize);
    if (page.size() == FULL * pageSize) {
      return overflowing(after, upTo, page);
    }
    if (page.size() < pageSize / 2) {
      window = window.multipliedBy(2);
    } else if (page.size() > 2 * pageSize) {
      window = atLeastOneTick(window.dividedBy(2));
    }
    position = Watermark.of(upTo);
    return page;
  }

  /** The window held more than a page: keep what surely is whole and go on after it. */
  private List<ErpSalesLine> overflowing(
      LocalDateTime after, LocalDateTime upTo, List<ErpSalesLine> page) {
    window = atLeastOneTick(Duration.between(after, upTo).dividedBy(FULL));
    position = page.get(page.size() - 1).watermark();
    insideStamp = true;
    return page;
  }

  private static Duration atLeastOneTick(Duration d) {
    return d.compareTo(ONE_TICK) < 0 ? ONE_TICK : d;
  }

  private static LocalDateTime minusTick(LocalDateTime t) {
    return t.getYear() <= 1 ? t : t.minus(ONE_TICK);
  }

  private static LocalDateTime earlier(LocalDateTime a, LocalDateTime b) {
    return a.isBefore(b) ? a : b;
  }
}
