package org.demandwright.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Spreads work over threads.
 *
 * @param threads that work at the same time, at least 1
 */
record Workers(int threads) {

  /** Returns the results in the order of the elements; the first failure ends it. */
  <T, R> List<R> each(List<T> elements, Function<T, R> work)
      throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<R>> tasks = new ArrayList<>();
      elements.forEach(e -> tasks.add(() -> work.apply(e)));
      List<R> results = new ArrayList<>();
      for (Future<R> done : pool.invokeAll(tasks)) {
        results.add(done.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}
