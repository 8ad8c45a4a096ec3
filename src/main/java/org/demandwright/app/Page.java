package org.demandwright.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a long list.
 *
 * @param rows at most as many as asked for
 * @param next the cursor of the next page, empty on the last one
 */
public record Page<T>(List<T> rows, Optional<String> next) {
  public Page {
    rows = List.copyOf(rows);
  }

  /**
   * Returns the page that a store read with this limit.
   *
   * @param cursor of the place behind a row
   */
  public static <T> Page<T> of(List<T> rows, int limit, Function<? super T, String> cursor) {
    return new Page<>(
        rows,
        rows.size() < limit
            ? Optional.empty()
            : Optional.of(cursor.apply(rows.get(rows.size() - 1))));
  }

  /**
   * Returns a page of a list that is there whole.
   *
   * @param cursor as a page before gave it, empty for the first
   */
  public static <T> Page<T> within(List<T> all, Optional<String> cursor, int limit) {
    int from = (int) Math.min(all.size(), Math.max(0, cursor.map(Cursors::number).orElse(0L)));
    int to = Math.min(all.size(), from + limit);
    return new Page<>(
        all.subList(from, to), to < all.size() ? Optional.of(Cursors.of(to)) : Optional.empty());
  }

  /** Returns the page with another form of each row. */
  public <S> Page<S> map(Function<? super T, ? extends S> form) {
    return new Page<>(rows.stream().<S>map(form).toList(), next);
  }
}
