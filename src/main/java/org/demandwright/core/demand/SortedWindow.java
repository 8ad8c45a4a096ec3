package org.demandwright.core.demand;

import java.util.Arrays;

/**
 * The values of a window that slides over a series, kept in order, so that each step costs a move
 * within the window and no sorting.
 */
final class SortedWindow {
  private final double[] values;
  private int size;

  /** Makes room for so many values. */
  SortedWindow(int capacity) {
    values = new double[capacity];
  }

  void add(double value) {
    int at = Arrays.binarySearch(values, 0, size, value);
    int place = at < 0 ? -at - 1 : at;
    System.arraycopy(values, place, values, place + 1, size - place);
    values[place] = value;
    size++;
  }

  /** Removes a value that was added, to the bit. */
  void remove(double value) {
    int at = Arrays.binarySearch(values, 0, size, value);
    System.arraycopy(values, at + 1, values, at, size - at - 1);
    size--;
  }

  /** Returns the number of values. */
  int size() {
    return size;
  }

  /** Returns the mean, 0 of nothing. */
  double mean() {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += values[i];
    }
    return size == 0 ? 0 : sum / size;
  }

  /** Returns the median, 0 of nothing. */
  double median() {
    int half = size / 2;
    if (size == 0) {
      return 0;
    }
    return size % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  }

  /** Returns the median distance of the values from a centre, 0 of nothing. */
  double medianDistance(double centre) {
    int right = 0;
    while (right < size && values[right] < centre) {
      right++;
    }
    int left = right - 1;
    double last = 0;
    double beforeLast = 0;
    for (int k = 0; k <= size / 2 && size > 0; k++) {
      beforeLast = last;
      boolean lower =
          right == size || (left >= 0 && centre - values[left] <= values[right] - centre);
      last = lower ? centre - values[left--] : values[right++] - centre;
    }
    return size % 2 == 1 ? last : (beforeLast + last) / 2;
  }
}
