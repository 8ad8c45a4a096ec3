package org.demandwright.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One thing that a store does.
 *
 * @param test is given the store, and the other stores of the same empty database
 */
public record StoreExample<S>(Class<S> store, Does does, BiConsumer<S, Stores> test) {
  private static final int PAGE = 2;

  /** What is shown of a store. */
  public enum Does {
    /** What was written is read again, whole and alone. */
    RETURN_WHAT_WAS_WRITTEN,
    /** Pages follow each other in order, end where they are cut, and none is left out. */
    PAGE_IN_ORDER,
    /** What is deleted, and nothing else, is gone. */
    FORGET
  }

  /**
   * Follows pages to the end and returns all their rows; none is longer than two.
   *
   * @param page the rows after a position, at most so many
   * @param position that of a row
   */
  public static <T, P> List<T> followed(
      P start, BiFunction<P, Integer, List<T>> page, Function<T, P> position) {
    List<T> all = new ArrayList<>();
    List<T> rows = page.apply(start, PAGE);
    while (!rows.isEmpty()) {
      assertThat(rows).hasSizeLessThanOrEqualTo(PAGE);
      all.addAll(rows);
      rows = page.apply(position.apply(rows.get(rows.size() - 1)), PAGE);
    }
    assertThat(page.apply(start, all.size() + 1)).isEqualTo(all);
    return all;
  }

  @Override
  public String toString() {
    return store.getSimpleName() + " " + does;
  }
}
