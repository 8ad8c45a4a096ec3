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
 * @param sourceKey the ERP's key of that row, which orders rows of one stamp; {@link
 *     Long#MIN_VALUE} = no row, a stamp alone
 * @param lineId identity of that row, which orders rows of one stamp and key: an ERP whose keys are
 *     texts gives every row the key 0
 */
public record Watermark(LocalDateTime changedAt, long sourceKey, String lineId)
    implements Comparable<Watermark>, Serializable {
  private static final long serialVersionUID = 2L;

  private static final Comparator<Watermark> ORDER =
      Comparator.comparing(Watermark::changedAt)
          .thenComparingLong(Watermark::sourceKey)
          .thenComparing(Watermark::lineId);

  /** Before every row. */
  public static final Watermark START = of(LocalDateTime.of(1, 1, 1, 0, 0));

  public Watermark {
    Objects.requireNonNull(changedAt, "changedAt");
    Objects.requireNonNull(lineId, "lineId");
  }

  /** Returns the watermark of a stamp alone: reading from it begins with the next stamp. */
  public static Watermark of(LocalDateTime stamp) {
    return new Watermark(stamp, Long.MIN_VALUE, "");
  }

  /** Returns the watermark so many days earlier: what a late change may have slipped behind. */
  public Watermark minusDays(int days) {
    return equals(START) ? START : of(changedAt.minusDays(days));
  }

  /** Returns whether it stands at a row, and not at a stamp alone. */
  boolean insideStamp() {
    return sourceKey != Long.MIN_VALUE;
  }

  @Override
  public int compareTo(Watermark other) {
    return ORDER.compare(this, other);
  }
}
