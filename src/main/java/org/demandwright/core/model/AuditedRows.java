package org.demandwright.core.model;

import java.util.List;
import java.util.stream.IntStream;

/** What a model that learns from rows of features offers to the leak audit. */
public interface AuditedRows {

  /**
   * Makes training rows as the training does, and each of them once more from the demand before its
   * origin alone. What the whole panel teaches about plans and seasons may be used in both: at the
   * panel's own origin it is known.
   *
   * @param panel as known at its origin
   * @param most rows at most, evenly spread over all that there are
   */
  List<RecomputedRow> recomputeRows(ModelSpec spec, TrainingPanel panel, int horizon, int most);

  /** Returns at most {@code most} of the elements, evenly spread, the first and others after it. */
  static <T> List<T> spread(List<T> all, int most) {
    int step = Math.max(1, (all.size() + most - 1) / most);
    return IntStream.range(0, all.size()).filter(i -> i % step == 0).mapToObj(all::get).toList();
  }
}
