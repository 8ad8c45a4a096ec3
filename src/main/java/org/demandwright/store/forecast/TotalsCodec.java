package org.demandwright.store.forecast;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Period;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.evaluate.TotalLevels;
import org.demandwright.core.evaluate.TotalResolution;
import org.demandwright.core.evaluate.TotalStep;
import org.demandwright.core.pipeline.BandedStep;

/**
 * What the distribution of totals says beside the rows of the forecast, as bytes: about 1 kB for 28
 * steps. Their means and 10, 50 and 90 % quantiles stand in the rows alone, so that both always
 * agree.
 *
 * <p>First the version of the format, the exponent of the {@link TotalResolution} and the number of
 * steps (two bytes each); then, of each step, the probability of nothing and the quantiles at the
 * other {@link TotalLevels}, ascending. These are whole multiples of the resolution, each written
 * as the difference from what the level below and the step before let expect (zigzag, seven bits a
 * byte, lowest first): nearby numbers make small differences. Precision: {@link TotalResolution}.
 *
 * <p>A reader of another version of the format throws; so does a reader whose rows are not those of
 * the steps, and a writer of totals that are finer than their resolution.
 */
final class TotalsCodec {
  private static final int FORMAT = 1;
  private static final int SEVEN_BITS = 0x7f;
  private static final int MORE = 0x80;

  /** Places of the quantiles that are written. */
  private static final int[] WRITTEN =
      IntStream.range(0, TotalLevels.COUNT).filter(i -> !TotalResolution.isExact(i)).toArray();

  private TotalsCodec() {}

  static byte[] bytes(TotalDemand totals) {
    TotalResolution resolution = TotalResolution.of(totals.steps());
    if (!resolution.round(totals.steps()).equals(totals.steps())) {
      throw new IllegalArgumentException("totals that are finer than their resolution");
    }
    return ResultCodec.write(
        FORMAT,
        out -> {
          out.writeShort(resolution.exponent());
          out.writeShort(totals.steps().size());
          int[] last = new int[WRITTEN.length + 1];
          for (TotalStep step : totals.steps()) {
            int[] codes = codes(resolution, step);
            int rise = 0;
            for (int i = 0; i < codes.length; i++) {
              write(out, codes[i] - last[i] - rise);
              rise = i == 0 ? 0 : codes[i] - last[i];
            }
            last = codes;
          }
        });
  }

  private static int[] codes(TotalResolution resolution, TotalStep step) {
    int[] codes = new int[WRITTEN.length + 1];
    codes[0] = TotalResolution.nothingCode(step.nothing());
    for (int i = 1; i < codes.length; i++) {
      codes[i] = resolution.code(step.quantiles().get(WRITTEN[i - 1]));
    }
    return codes;
  }

  /**
   * Reads what {@link #bytes} gave.
   *
   * @param rows of the same series and version, by step
   */
  static TotalDemand totals(byte[] bytes, Period origin, List<BandedStep> rows) {
    return ResultCodec.read(
        FORMAT,
        bytes,
        in -> {
          TotalResolution resolution = new TotalResolution(in.readShort());
          int steps = in.readShort();
          if (steps != rows.size()) {
            throw new IllegalStateException(
                "totals of %d steps, forecast of %d".formatted(steps, rows.size()));
          }
          List<TotalStep> all = new ArrayList<>();
          int[] codes = new int[WRITTEN.length + 1];
          for (BandedStep row : rows) {
            int rise = 0;
            for (int i = 0; i < codes.length; i++) {
              int more = rise + read(in);
              codes[i] += more;
              rise = i == 0 ? 0 : more;
            }
            all.add(step(resolution, row, codes));
          }
          return new TotalDemand(origin, all);
        });
  }

  private static TotalStep step(TotalResolution resolution, BandedStep row, int... codes) {
    double[] quantiles = new double[TotalLevels.COUNT];
    quantiles[TotalLevels.P10] = row.totalP10();
    quantiles[TotalLevels.P50] = row.totalP50();
    quantiles[TotalLevels.P90] = row.totalP90();
    for (int i = 0; i < WRITTEN.length; i++) {
      int place = WRITTEN[i];
      double below = place == 0 ? 0 : quantiles[place - 1];
      quantiles[place] = Math.max(below, resolution.units(codes[i + 1]));
    }
    return new TotalStep(
        row.totalMean(), TotalResolution.nothing(codes[0]), DoubleVector.of(quantiles));
  }

  private static void write(DataOutputStream out, int number) throws IOException {
    int rest = (number << 1) ^ (number >> (Integer.SIZE - 1));
    while (rest > SEVEN_BITS) {
      out.writeByte(rest & SEVEN_BITS | MORE);
      rest >>>= Byte.SIZE - 1;
    }
    out.writeByte(rest);
  }

  private static int read(DataInputStream in) throws IOException {
    int number = 0;
    int shift = 0;
    int part = in.readUnsignedByte();
    while (part >= MORE) {
      number |= (part & SEVEN_BITS) << shift;
      shift += Byte.SIZE - 1;
      part = in.readUnsignedByte();
    }
    number |= part << shift;
    return (number >>> 1) ^ -(number & 1);
  }
}
