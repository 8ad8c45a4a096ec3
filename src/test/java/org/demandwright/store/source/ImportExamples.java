package org.demandwright.store.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.store.StoreExample.followed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.Words;
import org.demandwright.store.Stores;
import org.demandwright.store.source.ImportStore.Counts;
import org.demandwright.store.source.ImportStore.Entry;
import org.demandwright.store.source.ImportStore.Order;
import org.demandwright.store.source.ImportStore.RowFailure;

/** What the store of imports does. */
final class ImportExamples {
  private static final Instant NOW = Instant.parse("2026-04-01T02:00:00.123456Z");

  private ImportExamples() {}

  private static Order order(boolean dryRun) {
    return new Order(
        7,
        "orders.csv",
        "order-lines",
        dryRun,
        Optional.of(3L).filter(load -> dryRun),
        "{\"format\":{}}",
        "ann",
        NOW);
  }

  private static Entry waiting(long id, Order order) {
    return new Entry(
        id,
        order,
        ImportStatus.WAITING,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static RowFailure failure(int number) {
    return new RowFailure(
        number, 10L + number, "BAD_DATE", "order_date", "31.02.2024", "is no day", "mend it");
  }

  static void imported(ImportStore imports, Stores stores) {
    long id = imports.add(order(true));
    assertThat(imports.find(id)).contains(waiting(id, order(true)));
    assertThat(imports.unfinished()).containsExactly(waiting(id, order(true)));
    assertThat(imports.claim(waiting(id, order(true)), "one")).isTrue();
    assertThat(imports.claim(waiting(id, order(true)), "two")).as("by one alone").isFalse();
    Entry running = imports.find(id).orElseThrow();
    assertThat(running.status()).isEqualTo(ImportStatus.RUNNING);
    assertThat(imports.claim(running, "two")).as("it takes over").isTrue();
    imports.putBack(id);
    assertThat(imports.find(id)).contains(waiting(id, order(true)));

    imports.finish(id, new Counts(9, 7, 2, 1), List.of(failure(1), failure(2)), NOW);
    Entry done = imports.find(id).orElseThrow();
    assertThat(done.status()).isEqualTo(ImportStatus.DONE);
    assertThat(done.counts()).contains(new Counts(9, 7, 2, 1));
    assertThat(done.endedAt()).contains(NOW);
    assertThat(imports.failures(id, 0, 9)).containsExactly(failure(1), failure(2));
    assertThat(imports.unfinished()).isEmpty();
    imports.putBack(id);
    assertThat(imports.find(id)).as("it has ended").contains(done);
  }

  static void failed(ImportStore imports, Stores stores) {
    long id = imports.add(order(false));
    imports.fail(id, Words.literal("there is no such column"), NOW.plusSeconds(1));
    Entry failed = imports.find(id).orElseThrow();
    assertThat(failed.order()).isEqualTo(order(false));
    assertThat(failed.status()).isEqualTo(ImportStatus.FAILED);
    assertThat(failed.failedBecause()).contains(Words.literal("there is no such column"));
    assertThat(failed.counts()).isEmpty();
  }

  static void pages(ImportStore imports, Stores stores) {
    long first = imports.add(order(true));
    long second = imports.add(order(false));
    long third = imports.add(order(true));
    assertThat(followed(99L, imports::before, Entry::importId))
        .extracting(Entry::importId)
        .containsExactly(third, second, first);
    imports.finish(first, new Counts(3, 0, 3, 0), List.of(failure(1), failure(2), failure(3)), NOW);
    assertThat(
            followed(
                0, (behind, limit) -> imports.failures(first, behind, limit), RowFailure::number))
        .containsExactly(failure(1), failure(2), failure(3));
  }

  static void forgotten(ImportStore imports, Stores stores) {
    long old = imports.add(order(true));
    long young = imports.add(order(true));
    long waiting = imports.add(order(true));
    imports.finish(old, new Counts(1, 0, 1, 0), List.of(failure(1)), NOW);
    imports.fail(young, Words.literal("no"), NOW.plusSeconds(1));
    imports.forget(NOW.plusSeconds(1));
    assertThat(imports.before(99, 9)).extracting(Entry::importId).containsExactly(waiting, young);
    assertThat(imports.failures(old, 0, 9)).isEmpty();
  }
}
