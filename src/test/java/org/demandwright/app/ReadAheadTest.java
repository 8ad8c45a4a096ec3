package org.demandwright.app;

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
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
  private final ExecutorService threads = Executors.newFixedThreadPool(1);
  private final ReadAhead ahead = new ReadAhead(threads);

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private static Supplier<List<Integer>> blocks(Integer... firsts) {
    Iterator<Integer> all = List.of(firsts).iterator();
    return () -> all.hasNext() ? pair(all.next()) : List.of();
  }

  private static List<Integer> pair(int first) {
    return List.of(first, first + 1);
  }

  @Test
  void all_rows_come_in_order() {
    List<Integer> rows = new ArrayList<>();
    ahead.each(blocks(1, 3, 5), rows::add);
    assertThat(rows).containsExactly(1, 2, 3, 4, 5, 6);
    ahead.each(blocks(), row -> rows.add(-1));
    assertThat(rows).hasSize(6);
  }

  @Test
  void the_next_block_is_read_while_one_is_looked_at() {
    CountDownLatch second = new CountDownLatch(2);
    Supplier<List<Integer>> blocks = blocks(1, 3);
    List<Boolean> there = new ArrayList<>();
    ahead.each(
        () -> {
          second.countDown();
          return blocks.get();
        },
        row -> {
          try {
            there.add(second.await(1, TimeUnit.MINUTES));
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        });
    assertThat(there).hasSize(4).containsOnly(true);
  }

  @Test
  void a_caller_that_does_not_go_on_keeps_no_thread() {
    AtomicInteger read = new AtomicInteger();
    assertThatThrownBy(
            () ->
                ahead.each(
                    () -> List.of(read.incrementAndGet()),
                    row -> {
                      throw new IllegalStateException("gone");
                    }))
        .hasMessage("gone");
    List<Integer> rows = new ArrayList<>();
    ahead.each(blocks(1), rows::add);
    assertThat(rows).as("on the only thread").containsExactly(1, 2);
    assertThat(read.get()).isLessThanOrEqualTo(2);
  }

  @Test
  void what_fails_in_reading_fails_for_the_caller() {
    assertThatThrownBy(
            () ->
                ahead.each(
                    () -> {
                      throw new IllegalStateException("no database");
                    },
                    row -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no database");
  }
}
