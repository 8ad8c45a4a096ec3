package org.demandwright.store.forecast;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.explain.Contribution;
import org.demandwright.core.explain.ExplainedMember;
import org.demandwright.core.explain.Explanation;
import org.demandwright.core.explain.ForecastExplanation;

/**
 * Explanations as bytes, exact to the bit; the first byte is the format's version. Amounts are
 * written as runs of equal values, for most drivers contribute the same over a whole block of
 * steps.
 */
final class ExplanationCodec {
  private ExplanationCodec() {}

  static byte[] bytes(ForecastExplanation explanation) {
    return ResultCodec.write(
        out -> {
          out.writeInt(explanation.horizon());
          out.writeInt(explanation.members().size());
          for (ExplainedMember member : explanation.members()) {
            out.writeUTF(member.modelId());
            out.writeDouble(member.weight());
            runs(out, member.explanation().forecast());
            out.writeInt(member.explanation().contributions().size());
            for (Contribution c : member.explanation().contributions()) {
              out.writeUTF(c.driver());
              runs(out, c.amounts());
            }
          }
        });
  }

  static ForecastExplanation explanation(byte[] bytes) {
    return ResultCodec.read(
        bytes,
        in -> {
          int horizon = in.readInt();
          List<ExplainedMember> members = new ArrayList<>();
          for (int n = in.readInt(); n > 0; n--) {
            members.add(
                new ExplainedMember(in.readUTF(), in.readDouble(), explanation(in, horizon)));
          }
          return new ForecastExplanation(members);
        });
  }

  private static Explanation explanation(DataInputStream in, int horizon) throws IOException {
    DoubleVector forecast = runs(in, horizon);
    List<Contribution> contributions = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      contributions.add(new Contribution(in.readUTF(), runs(in, horizon)));
    }
    return new Explanation(forecast, contributions);
  }

  private static void runs(DataOutputStream out, DoubleVector v) throws IOException {
    for (int from = 0; from < v.size(); ) {
      int to = from + 1;
      while (to < v.size() && sameBits(v.get(to), v.get(from)) && to - from < Short.MAX_VALUE) {
        to++;
      }
      out.writeShort(to - from);
      out.writeDouble(v.get(from));
      from = to;
    }
  }

  private static DoubleVector runs(DataInputStream in, int size) throws IOException {
    double[] values = new double[size];
    for (int from = 0; from < size; ) {
      int to = from + in.readShort();
      Arrays.fill(values, from, to, in.readDouble());
      from = to;
    }
    return DoubleVector.of(values);
  }

  private static boolean sameBits(double a, double b) {
    return Double.doubleToRawLongBits(a) == Double.doubleToRawLongBits(b);
  }
}
