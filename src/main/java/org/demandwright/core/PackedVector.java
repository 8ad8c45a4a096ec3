package org.demandwright.core;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * An immutable vector of doubles that is kept in little room and gives back every bit, NaN too.
 *
 * <p>Of three forms the smallest is taken: runs of equal values (prices, availability), one byte
 * for each value and a table of at most 256 different ones (units), or a bit for each value and all
 * that are not zero (units of which something was divided out). Where none of them saves anything,
 * the values are kept as they are.
 */
public final class PackedVector {
  private static final int MOST_DIFFERENT = 256;
  private static final int RUN = Integer.BYTES + Double.BYTES;

  private final Form form;

  /** One way to keep values. */
  private interface Form {
    double[] unpack();
  }

  private PackedVector(Form form) {
    this.form = form;
  }

  /** Packs values, which are copied. */
  public static PackedVector of(double... values) {
    int runs = 0;
    int others = 0;
    for (int i = 0; i < values.length; i++) {
      runs += i == 0 || differ(values[i], values[i - 1]) ? 1 : 0;
      others += differ(values[i], 0) ? 1 : 0;
    }
    int least = Math.min(RUN * runs, values.length / Byte.SIZE + Double.BYTES * others);
    if (least > values.length) {
      Table table = Table.of(values);
      if (table != null && table.bytes() < least) {
        return new PackedVector(table);
      }
    }
    if (least >= Double.BYTES * values.length) {
      return new PackedVector(values.clone()::clone);
    }
    return new PackedVector(
        least == RUN * runs ? Runs.of(values, runs) : Sparse.of(values, others));
  }

  /** Packs a vector. */
  public static PackedVector of(DoubleVector vector) {
    return of(vector.toArray());
  }

  /** Returns the values in a new array. */
  public double[] unpack() {
    return form.unpack();
  }

  /** Returns the values, which must be finite. */
  public DoubleVector vector() {
    return DoubleVector.of(unpack());
  }

  private static boolean differ(double a, double b) {
    return Double.doubleToRawLongBits(a) != Double.doubleToRawLongBits(b);
  }

  /** Each run's value, and where it ends. */
  private record Runs(double[] value, int[] end) implements Form {
    static Runs of(double[] values, int runs) {
      Runs packed = new Runs(new double[runs], new int[runs]);
      int run = -1;
      for (int i = 0; i < values.length; i++) {
        run += i == 0 || differ(values[i], values[i - 1]) ? 1 : 0;
        packed.value[run] = values[i];
        packed.end[run] = i + 1;
      }
      return packed;
    }

    @Override
    public double[] unpack() {
      double[] values = new double[end.length == 0 ? 0 : end[end.length - 1]];
      int from = 0;
      for (int run = 0; run < end.length; run++) {
        Arrays.fill(values, from, end[run], value[run]);
        from = end[run];
      }
      return values;
    }
  }

  /** The number of each value in a table. */
  private record Table(double[] values, byte[] number) implements Form {
    /** Returns null where too many values differ. */
    static Table of(double[] values) {
      Map<Long, Integer> numbers = new HashMap<>();
      double[] table = new double[MOST_DIFFERENT];
      byte[] number = new byte[values.length];
      for (int i = 0; i < values.length; i++) {
        if (i > 0 && !differ(values[i], values[i - 1])) {
          number[i] = number[i - 1];
          continue;
        }
        int next = numbers.size();
        Integer known = numbers.putIfAbsent(Double.doubleToRawLongBits(values[i]), next);
        if (known == null && next == MOST_DIFFERENT) {
          return null;
        }
        if (known == null) {
          table[next] = values[i];
        }
        number[i] = (byte) (known == null ? next : known);
      }
      return new Table(Arrays.copyOf(table, numbers.size()), number);
    }

    int bytes() {
      return number.length + Double.BYTES * values.length;
    }

    @Override
    public double[] unpack() {
      double[] unpacked = new double[number.length];
      for (int i = 0; i < unpacked.length; i++) {
        unpacked[i] = values[Byte.toUnsignedInt(number[i])];
      }
      return unpacked;
    }
  }

  /** Which values are not zero, and these. */
  private record Sparse(int size, long[] set, double[] others) implements Form {
    static Sparse of(double[] values, int others) {
      Sparse packed =
          new Sparse(values.length, new long[values.length / Long.SIZE + 1], new double[others]);
      int next = 0;
      for (int i = 0; i < values.length; i++) {
        if (differ(values[i], 0)) {
          packed.set[i / Long.SIZE] |= 1L << i;
          packed.others[next++] = values[i];
        }
      }
      return packed;
    }

    @Override
    public double[] unpack() {
      double[] values = new double[size];
      int next = 0;
      for (int i = 0; i < size; i++) {
        if ((set[i / Long.SIZE] & 1L << i) != 0) {
          values[i] = others[next++];
        }
      }
      return values;
    }
  }
}
