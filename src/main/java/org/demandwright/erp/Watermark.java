package org.demandwright.erp;

import java.io.Serializable;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Objects;

/**
 * How far the sales lines have been read: the incremental cursor and the batch checkpoint. Writers
 * upsert, so reading a row twice is harmless.
 *
 * @param changedAt change stamp of the last row read, UTC
 * @param sourceKey the ERP's key of that row, which orders rows of one stamp
 */
public record Watermark(LocalDateTime changedAt, long sourceKey)
    implements Comparable<Watermark>, Serializable {
  private static final long serialVersionUID = 1L;

  private static final Comparator<Watermark> ORDER =
      Comparator.comparing(Watermark::changedAt).thenComparingLong(Watermark::sourceKey);

  /** Before every row. */
  public static final Watermark START =
      new Watermark(LocalDateTime.of(1, 1, 1, 0, 0), Long.MIN_VALUE);

  public Watermark {
    Objects.requireNonNull(changedAt, "changedAt");
  }

  /** Returns the watermark so many days earlier: what a late change may have slipped behind. */
  public Watermark minusDays(int days) {
    return equals(START) ? START : new Watermark(changedAt.minusDays(days), Long.MIN_VALUE);
  }

  @Override
  public int compareTo(Watermark other) {
    return ORDER.compare(this, other);
  }
}
