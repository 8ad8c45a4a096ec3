package org.demandwright.batch.demand;

import jakarta.batch.api.chunk.AbstractItemReader;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Reads what belongs to series a page at a time, in the order of the series' numbers. The
 * checkpoint is the number of the last series that was handed on; what was read ahead of it is read
 * again.
 *
 * @param <T> what is read, one for each series
 */
public abstract class PagedSeriesReader<T> extends AbstractItemReader {
  private final Deque<T> page = new ArrayDeque<>();
  private long paged;
  private long last;

  /**
   * Begins behind the series of the checkpoint.
   *
   * @param checkpoint of an earlier attempt, null without one
   * @param before the number behind which the first attempt begins
   */
  protected final void begin(Serializable checkpoint, long before) {
    last = checkpoint instanceof Long id ? id : before;
    paged = last;
  }

  /** Returns the next page behind a series, in order; empty at the end. */
  protected abstract List<T> pageAfter(long seriesId);

  /** Returns the number of the series that something belongs to. */
  protected abstract long seriesOf(T item);

  @Override
  public final T readItem() {
    if (page.isEmpty()) {
      page.addAll(pageAfter(paged));
      paged = page.isEmpty() ? paged : seriesOf(page.getLast());
    }
    T next = page.poll();
    last = next == null ? last : seriesOf(next);
    return next;
  }

  @Override
  public final Serializable checkpointInfo() {
    return last;
  }
}
