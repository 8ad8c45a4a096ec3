package org.demandwright.rest.wire;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.demandwright.app.Page;

/**
 * Puts pages of long lists into answers. Each answer is a record of its own, by which the
 * description of the API names its rows; all of them have {@code rows} and {@code next}. Cursors of
 * forecasts name their version besides ({@link PinnedCursor}).
 */
public final class Pages {
  private Pages() {}

  /**
   * Returns the answer to a question for one page.
   *
   * @param row returns the wire form of a row
   * @param answer of the rows and the cursor of the next page; on the last page that is null, which
   *     answers leave out
   */
  public static <S, T, A> A answer(
      Page<S> page, Function<? super S, T> row, BiFunction<List<T>, String, A> answer) {
    return answer.apply(page.rows().stream().map(row).toList(), page.next().orElse(null));
  }
}
