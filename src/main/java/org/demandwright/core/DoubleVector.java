package org.demandwright.core;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * An immutable vector of finite doubles.
 *
 * <p>The gate against NaN: a vector that exists holds only finite numbers. Equality is bitwise, so
 * that {@code -0.0} and {@code 0.0} differ, as they do in a content hash.
 */
public final class DoubleVector {
  private static final DoubleVector EMPTY = new DoubleVector(new double[0]);

  private final double[] values;

  private DoubleVector(double[] values) {
    this.values = values;
  }

  /** Returns a vector of these values, which are copied. Throws if one is not finite. */
  public static DoubleVector of(double... values) {
    return owning(values.clone());
  }

  private static DoubleVector owning(double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "value " + i + " of " + values.length + " is " + values[i] + "; it must be finite");
      }
    }
    return values.length == 0 ? EMPTY : new DoubleVector(values);
  }

  /** Returns the empty vector. */
  public static DoubleVector empty() {
    return EMPTY;
  }

  /** Returns a vector of {@code size} times {@code value}. */
  public static DoubleVector filled(int size, double value) {
    double[] a = new double[size];
    Arrays.fill(a, value);
    return owning(a);
  }

  public int size() {
    return values.length;
  }

  public boolean isEmpty() {
    return values.length == 0;
  }

  public double get(int index) {
    return values[index];
  }

  /** Returns the last value; the vector must not be empty. */
  public double last() {
    return values[values.length - 1];
  }

  /** Returns the values {@code from} (inclusive) to {@code to} (exclusive). */
  public DoubleVector slice(int from, int to) {
    return from == 0 && to == values.length
        ? this
        : new DoubleVector(Arrays.copyOfRange(values, from, to));
  }

  /** Returns the first {@code n} values. */
  public DoubleVector head(int n) {
    return slice(0, n);
  }

  /** Returns the last {@code n} values, or all of them where there are fewer. */
  public DoubleVector tail(int n) {
    return slice(Math.max(0, values.length - n), values.length);
  }

  /** Returns this vector with {@code f} applied to each value. */
  public DoubleVector map(DoubleUnaryOperator f) {
    double[] mapped = new double[values.length];
    for (int i = 0; i < mapped.length; i++) {
      mapped[i] = f.applyAsDouble(values[i]);
    }
    return owning(mapped);
  }

  /** Returns the sum, added from the first value to the last. */
  public double sum() {
    double s = 0;
    for (double v : values) {
      s += v;
    }
    return s;
  }

  /** Returns the arithmetic mean, 0 for the empty vector. */
  public double mean() {
    return values.length == 0 ? 0 : sum() / values.length;
  }

  public DoubleStream stream() {
    return Arrays.stream(values);
  }

  /** Returns a copy of the values. */
  public double[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DoubleVector v && Arrays.equals(values, v.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
