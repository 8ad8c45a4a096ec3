package org.demandwright.store.forecast;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Failure;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Period;
import org.demandwright.core.evaluate.Backtest;
import org.demandwright.core.evaluate.Member;
import org.demandwright.core.evaluate.Score;
import org.demandwright.store.sql.Blobs;

/** Backtests and scores as bytes, exact to the bit; the first byte is the format's version. */
public final class ResultCodec {
  private static final int FORMAT = 2;

  private ResultCodec() {}

  /** Who forecasts, the scores of a contest and why some contestants have none. */
  public record Contest(List<Member> members, List<Score> scores, Map<String, Failure> failures) {}

  /** Writes the fields of one value. */
  interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  /** Reads them back in the same order. */
  interface Reading<T> {
    T from(DataInputStream in) throws IOException;
  }

  static byte[] backtests(List<Backtest> backtests) {
    return write(
        out -> {
          out.writeInt(backtests.size());
          for (Backtest b : backtests) {
            out.writeUTF(b.modelId());
            out.writeUTF(b.origin().bucket().name());
            out.writeLong(b.origin().ordinal());
            vector(out, b.forecast());
            vector(out, b.actual());
            vector(out, b.observed());
          }
        });
  }

  static List<Backtest> backtests(byte[] bytes) {
    return read(
        bytes,
        in -> {
          List<Backtest> all = new ArrayList<>();
          for (int n = in.readInt(); n > 0; n--) {
            String model = in.readUTF();
            Period origin = new Period(Bucket.valueOf(in.readUTF()), in.readLong());
            all.add(new Backtest(model, origin, vector(in), vector(in), vector(in)));
          }
          return all;
        });
  }

  public static byte[] contest(Contest contest) {
    return write(
        out -> {
          out.writeInt(contest.members().size());
          for (Member m : contest.members()) {
            out.writeUTF(m.modelId());
            out.writeDouble(m.weight());
          }
          out.writeInt(contest.scores().size());
          for (Score s : contest.scores()) {
            out.writeUTF(s.modelId());
            for (double v :
                new double[] {
                  s.rmsse(), s.mase(), s.absoluteError(), s.cumulativeError(), s.error(), s.actual()
                }) {
              out.writeDouble(v);
            }
          }
          out.writeInt(contest.failures().size());
          for (var f : new TreeMap<>(contest.failures()).entrySet()) {
            out.writeUTF(f.getKey());
            out.writeUTF(f.getValue().reason().name());
            out.writeUTF(f.getValue().words().text());
          }
        });
  }

  public static Contest contest(byte[] bytes) {
    return read(
        bytes,
        in -> {
          List<Member> members = new ArrayList<>();
          for (int n = in.readInt(); n > 0; n--) {
            members.add(new Member(in.readUTF(), in.readDouble()));
          }
          List<Score> scores = new ArrayList<>();
          for (int n = in.readInt(); n > 0; n--) {
            scores.add(
                new Score(
                    in.readUTF(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble()));
          }
          Map<String, Failure> failures = new TreeMap<>();
          for (int n = in.readInt(); n > 0; n--) {
            failures.put(in.readUTF(), Failure.parse(in.readUTF(), in.readUTF()));
          }
          return new Contest(members, scores, failures);
        });
  }

  private static void vector(DataOutputStream out, DoubleVector v) throws IOException {
    out.writeInt(v.size());
    out.write(Blobs.of(v));
  }

  private static DoubleVector vector(DataInputStream in) throws IOException {
    return Blobs.vector(in.readNBytes(in.readInt() * Double.BYTES));
  }

  /** Returns what is written, after the version of the format. */
  static byte[] write(Writing writing) {
    return write(FORMAT, writing);
  }

  static byte[] write(int format, Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(format);
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Reads what {@link #write} gave; throws on another version of the format. */
  static <T> T read(byte[] bytes, Reading<T> reading) {
    return read(FORMAT, bytes, reading);
  }

  static <T> T read(int known, byte[] bytes, Reading<T> reading) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int format = in.readByte();
      if (format != known) {
        throw new IllegalStateException(
            "stored result has format " + format + ", this version reads " + known);
      }
      return reading.from(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
