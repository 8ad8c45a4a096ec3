package org.demandwright.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PagesAheadTest {
  private static final List<Integer> END = List.of();

  private final ExecutorService threads = Executors.newSingleThreadExecutor();

  @AfterEach
  void everyThreadEnds() throws InterruptedException {
    threads.shutdown();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).as("no thread is left").isTrue();
  }

  @Test
  void handsOnEveryPageInOrderAndThenTheEndForEver() {
    Iterator<List<Integer>> pages =
        List.of(List.of(1, 2), List.of(3), List.of(4, 5), END).iterator();
    List<Integer> seen = new ArrayList<>();
    try (PagesAhead<Integer> ahead = new PagesAhead<>(pages::next, 1, threads)) {
      for (List<Integer> page = ahead.next(); !page.isEmpty(); page = ahead.next()) {
        seen.addAll(page);
      }
      assertThat(ahead.next()).isEmpty();
    }
    assertThat(seen).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void isNeverFurtherAheadThanItMay() throws InterruptedException {
    AtomicInteger made = new AtomicInteger();
    CountDownLatch third = new CountDownLatch(3);
    try (PagesAhead<Integer> ahead =
        new PagesAhead<>(
            () -> {
              List<Integer> page = List.of(made.incrementAndGet());
              third.countDown();
              return page;
            },
            2,
            threads)) {
      assertThat(third.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(made).as("two that wait and one in hand").hasValue(3);
      assertThat(ahead.next()).containsExactly(1);
    }
  }

  @Test
  void whatFailsAheadFailsWhenItsPageIsDue() {
    Iterator<Integer> calls = List.of(1, 2).iterator();
    try (PagesAhead<Integer> ahead =
        new PagesAhead<>(
            () -> {
              int call = calls.next();
              if (call == 2) {
                throw new IllegalArgumentException("the view is gone");
              }
              return List.of(call);
            },
            2,
            threads)) {
      assertThat(ahead.next()).containsExactly(1);
      assertThatThrownBy(ahead::next)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the view is gone");
      assertThat(ahead.next()).as("nothing follows").isEmpty();
    }
  }

  @Test
  void closingEndsTheThreadThoughPagesWait() {
    new PagesAhead<>(() -> List.of(1), 2, threads).close();
  }
}
