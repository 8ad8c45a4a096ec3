package org.demandwright.core.demand;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One aligned bucket of time. All time arithmetic of the product is in periods.
 *
 * @param bucket the width
 * @param ordinal the count of buckets since 1970, see {@link Bucket}
 */
public record Period(Bucket bucket, long ordinal) implements Comparable<Period> {

  public Period {
    Objects.requireNonNull(bucket, "bucket");
  }

  /** Returns the period of this width that holds {@code day}. */
  public static Period of(Bucket bucket, LocalDate day) {
    return new Period(bucket, bucket.ordinalOf(day));
  }

  /** Returns the first day. */
  public LocalDate start() {
    return bucket.startOf(ordinal);
  }

  /** Returns the first day after this period. */
  public LocalDate end() {
    return bucket.startOf(ordinal + 1);
  }

  public Period plus(long periods) {
    return new Period(bucket, ordinal + periods);
  }

  /** Returns the number of periods from this one to {@code other}, negative if it lies before. */
  public int until(Period other) {
    requireSameBucket(other);
    return Math.toIntExact(other.ordinal - ordinal);
  }

  /** Returns the number of days of this period. */
  public int days() {
    return Math.toIntExact(end().toEpochDay() - start().toEpochDay());
  }

  @Override
  public int compareTo(Period other) {
    requireSameBucket(other);
    return Long.compare(ordinal, other.ordinal);
  }

  private void requireSameBucket(Period other) {
    if (other.bucket != bucket) {
      throw new IllegalArgumentException("periods of " + bucket + " and " + other.bucket);
    }
  }

  /** Returns the bucket and the first day, such as {@code WEEK 2024-01-01}. */
  @Override
  public String toString() {
    return bucket + " " + start();
  }
}
