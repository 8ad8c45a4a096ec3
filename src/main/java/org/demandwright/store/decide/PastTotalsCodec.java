package org.demandwright.store.decide;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Period;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.evaluate.TotalLevels;
import org.demandwright.core.evaluate.TotalStep;

/**
 * Totals of several origins as bytes. Means and quantiles are rounded to seven digits, which keeps
 * their order; they are kept for as long as a simulation is worked on, so that no later build has
 * to read them.
 */
final class PastTotalsCodec {
  private static final int STEP = Double.BYTES + Float.BYTES * (1 + TotalLevels.COUNT);

  private PastTotalsCodec() {}

  static byte[] bytes(List<TotalDemand> versions) {
    int length = Integer.BYTES;
    for (TotalDemand v : versions) {
      length += Integer.BYTES + Long.BYTES + Integer.BYTES + v.steps().size() * STEP;
    }
    ByteBuffer out = ByteBuffer.allocate(length);
    out.putInt(versions.size());
    for (TotalDemand v : versions) {
      out.putInt(v.origin().bucket().ordinal());
      out.putLong(v.origin().ordinal());
      out.putInt(v.steps().size());
      for (TotalStep step : v.steps()) {
        out.putDouble(step.nothing());
        out.putFloat((float) step.mean());
        step.quantiles().stream().forEach(q -> out.putFloat((float) q));
      }
    }
    return out.array();
  }

  static List<TotalDemand> totals(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    List<TotalDemand> versions = new ArrayList<>();
    for (int v = in.getInt(); v > 0; v--) {
      Period origin = new Period(Bucket.values()[in.getInt()], in.getLong());
      List<TotalStep> steps = new ArrayList<>();
      for (int h = in.getInt(); h > 0; h--) {
        double nothing = in.getDouble();
        double mean = in.getFloat();
        double[] quantiles = new double[TotalLevels.COUNT];
        for (int i = 0; i < quantiles.length; i++) {
          quantiles[i] = in.getFloat();
        }
        TotalStep step = new TotalStep(mean, nothing, DoubleVector.of(quantiles));
        steps.add(steps.isEmpty() ? step : step.notBelow(steps.get(steps.size() - 1)));
      }
      versions.add(new TotalDemand(origin, steps));
    }
    return versions;
  }
}
