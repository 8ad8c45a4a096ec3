package org.demandwright.core.decide.neighbour;

import java.util.Arrays;

/**
 * How often two numbers came together, for first numbers from one up to another: an open table of
 * bounded size. Where it gets too full it gives up the upper half of its first numbers, which are
 * counted in a later pass; so memory is bounded by the table, and what is counted is the same.
 */
final class PairCounts {
  private static final int SMALLEST = 1 << 16;

  /** Pairs at most, unless one number alone has more: 48 MB. */
  static final int MOST = 1 << 21;

  private static final long NONE = -1;

  private final int from;
  private final int most;
  private int to;
  private long[] keys = empty(SMALLEST);
  private int[] counts = new int[SMALLEST];
  private int size;

  /**
   * @param from the smallest first number
   * @param to behind the largest
   * @param most pairs
   */
  PairCounts(int from, int to, int most) {
    this.from = from;
    this.to = to;
    this.most = most;
  }

  /** What is done with each pair. */
  interface Visitor {
    void pair(int first, int second, int together);
  }

  /** Returns the number behind the largest first number that is counted. */
  int to() {
    return to;
  }

  /** Counts a pair; one whose first number is out of the range does not count. */
  void add(int first, int second) {
    if (first < from || first >= to) {
      return;
    }
    int at = place(keys, key(first, second));
    if (keys[at] == NONE) {
      if (2 * (size + 1) > keys.length) {
        makeRoom();
        add(first, second);
        return;
      }
      keys[at] = key(first, second);
      size++;
    }
    counts[at]++;
  }

  private static long key(int first, int second) {
    return (long) first << Integer.SIZE | second;
  }

  private void makeRoom() {
    if (size >= most && to - from > 1) {
      to = from + (to - from) / 2;
      rebuilt(keys.length);
    } else {
      rebuilt(2 * keys.length);
    }
  }

  private void rebuilt(int length) {
    long[] oldKeys = keys;
    int[] oldCounts = counts;
    keys = empty(length);
    counts = new int[length];
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != NONE && (int) (oldKeys[i] >> Integer.SIZE) < to) {
        int at = place(keys, oldKeys[i]);
        keys[at] = oldKeys[i];
        counts[at] = oldCounts[i];
        size++;
      }
    }
  }

  private static long[] empty(int length) {
    long[] keys = new long[length];
    Arrays.fill(keys, NONE);
    return keys;
  }

  private static int place(long[] keys, long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    int at = (int) (mixed >>> Integer.SIZE) & keys.length - 1;
    while (keys[at] != NONE && keys[at] != key) {
      at = at + 1 & keys.length - 1;
    }
    return at;
  }

  void each(Visitor visitor) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != NONE) {
        visitor.pair((int) (keys[i] >> Integer.SIZE), (int) keys[i], counts[i]);
      }
    }
  }
}
