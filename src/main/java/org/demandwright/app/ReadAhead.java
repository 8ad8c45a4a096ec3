package org.demandwright.app;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads the next block of a long list while the one before it is looked at. What is being read
 * waits for nobody, however slowly a caller takes what it has: a few threads are enough for all.
 */
@ApplicationScoped
@ManagedExecutorDefinition(
    name = ReadAhead.THREADS,
    maxAsync = ReadAhead.MOST_AT_ONCE,
    hungTaskThreshold = 0)
public class ReadAhead {
  /** Blocks that are read at the same time on a member. */
  static final int MOST_AT_ONCE = 8;

  /** Its own, so that other work keeps no reader waiting. */
  static final String THREADS = "java:app/concurrent/read-ahead";

  @Resource(lookup = THREADS)
  ManagedExecutorService managed;

  private final Executor threads;

  ReadAhead() {
    this(null);
  }

  /** Returns what reads on these threads. */
  public ReadAhead(Executor threads) {
    this.threads = threads;
  }

  /**
   * Hands over all rows, in order.
   *
   * @param blocks returns the next block at each call, empty at the end; asked by one thread after
   *     the other, never by two at the same time
   * @throws RuntimeException what reading or looking at a row throws
   */
  public <T> void each(Supplier<List<T>> blocks, Consumer<? super T> consumer) {
    CompletableFuture<List<T>> next = begun(blocks);
    for (List<T> block = ended(next); !block.isEmpty(); block = ended(next)) {
      next = begun(blocks);
      block.forEach(consumer);
    }
  }

  private <T> CompletableFuture<List<T>> begun(Supplier<List<T>> blocks) {
    return CompletableFuture.supplyAsync(blocks, threads == null ? managed : threads);
  }

  private static <T> List<T> ended(CompletableFuture<List<T>> reading) {
    try {
      return reading.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }
}
