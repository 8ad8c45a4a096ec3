package org.demandwright.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PackedVectorTest {
  private static final int PERIODS = 1_941;

  @Property
  void givesBackEveryBit(@ForAll @Size(max = 40) double[] some, @ForAll @Size(max = 60) byte[] at) {
    double[] values = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      values[i] = some.length == 0 ? at[i] : some[Math.floorMod(at[i], some.length)];
    }
    assertGivenBack(values);
  }

  @Test
  void nanAndBothZerosAreKeptApart() {
    double[] values = {0.0, -0.0, Double.NaN, 0.0, Double.POSITIVE_INFINITY, -0.0, -0.0};
    assertGivenBack(values);
    assertGivenBack(of(i -> values[i % values.length]));
    assertGivenBack(of(i -> i % 9 == 0 ? i * Math.PI : i % 2 == 0 ? 0.0 : -0.0));
  }

  @Test
  void everyFormGivesBackWhatWasPacked() {
    SplittableRandom random = new SplittableRandom(5);
    assertGivenBack();
    assertGivenBack(of(i -> 1));
    assertGivenBack(of(i -> i < 700 ? 9.99 : 10.49));
    assertGivenBack(of(i -> random.nextInt(256) - 100));
    assertGivenBack(of(i -> random.nextInt(257)));
    assertGivenBack(of(i -> i % 3 == 0 ? random.nextDouble() : 0));
    assertGivenBack(of(i -> random.nextDouble()));
  }

  @Test
  void neverChangesWithTheArrayThatItWasMadeOf() {
    double[] values = of(i -> Math.sqrt(i));
    PackedVector packed = PackedVector.of(values);
    values[3] = 0;
    packed.unpack()[4] = 0;
    assertThat(packed.unpack()).containsExactly(of(i -> Math.sqrt(i)));
  }

  @Test
  void vectorIsFinite() {
    assertThat(PackedVector.of(DoubleVector.of(1, 2)).vector()).isEqualTo(DoubleVector.of(1, 2));
    assertThatThrownBy(() -> PackedVector.of(Double.NaN).vector())
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double[] of(IntToDoubleFunction value) {
    double[] values = new double[PERIODS];
    Arrays.setAll(values, value);
    return values;
  }

  private static void assertGivenBack(double... values) {
    assertThat(bits(PackedVector.of(values).unpack())).isEqualTo(bits(values));
  }

  private static long[] bits(double[] values) {
    return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
  }
}
