package org.demandwright.core.decide.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairCountsTest {
  private static final int NUMBERS = 600;

  @Test
  void a_small_table_counts_the_same_in_more_passes() {
    int[][] pairs =
        new Random(7)
            .ints(400_000, 0, NUMBERS * NUMBERS)
            .mapToObj(p -> new int[] {p / NUMBERS, p % NUMBERS})
            .toArray(int[][]::new);
    Map<Long, Integer> naive = new HashMap<>();
    for (int[] p : pairs) {
      naive.merge((long) p[0] * NUMBERS + p[1], 1, Integer::sum);
    }
    Map<Long, Integer> counted = new HashMap<>();
    int passes = 0;
    for (int from = 0; from < NUMBERS; passes++) {
      PairCounts counts = new PairCounts(from, NUMBERS, 20_000);
      for (int[] p : pairs) {
        counts.add(p[0], p[1]);
      }
      counts.each(
          (one, other, together) ->
              assertThat(counted.put((long) one * NUMBERS + other, together)).isNull());
      from = counts.to();
    }
    assertThat(passes).isBetween(4, 40);
    assertThat(counted).isEqualTo(naive);
  }

  @Test
  void one_number_with_more_pairs_than_fit_is_counted_all_the_same() {
    PairCounts counts = new PairCounts(3, 4, 10);
    for (int other = 0; other < 100_000; other++) {
      counts.add(3, other);
    }
    int[] found = {0};
    counts.each((one, other, together) -> found[0] += together);
    assertThat(found[0]).isEqualTo(100_000);
  }
}
