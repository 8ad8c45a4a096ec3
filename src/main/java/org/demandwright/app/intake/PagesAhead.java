package org.demandwright.app.intake;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Makes pages on a thread of its own, a few ahead of the one thread that takes them, in the same
 * order. What fails there fails here when its page is due.
 *
 * <p>Closing does not interrupt the thread, since an interrupt closes the files of an embedded
 * database: it ends after the page that it is making.
 */
public final class PagesAhead<T> implements AutoCloseable {
  private final Supplier<List<T>> source;
  private final BlockingQueue<Page<T>> ready;
  private volatile boolean closed;
  private boolean ended;

  /**
   * Begins to make pages.
   *
   * @param source of pages, empty = the end
   * @param ahead how many wait at most, beside the one that is being made
   */
  public PagesAhead(Supplier<List<T>> source, int ahead, Executor threads) {
    this.source = source;
    this.ready = new ArrayBlockingQueue<>(ahead);
    threads.execute(this::make);
  }

  private record Page<T>(List<T> rows, Throwable failure) {}

  private void make() {
    try {
      boolean more = true;
      while (more && !closed) {
        Page<T> page = page();
        more = page.failure() == null && !page.rows().isEmpty();
        ready.put(page);
      }
    } catch (InterruptedException e) {
      ready.clear();
      ready.add(new Page<>(List.of(), new IllegalStateException("the server stops", e)));
      Thread.currentThread().interrupt();
    }
  }

  private Page<T> page() {
    try {
      return new Page<>(source.get(), null);
    } catch (RuntimeException | Error e) {
      return new Page<>(List.of(), e);
    }
  }

  /** Returns the next page, empty at the end; waits for it. */
  public List<T> next() {
    if (ended) {
      return List.of();
    }
    Page<T> page;
    try {
      page = ready.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the next lines were read", e);
    }
    ended = page.rows().isEmpty();
    if (page.failure() instanceof Error error) {
      throw error;
    }
    if (page.failure() instanceof RuntimeException failure) {
      throw failure;
    }
    return page.rows();
  }

  @Override
  public void close() {
    closed = true;
    ready.clear();
  }
}
