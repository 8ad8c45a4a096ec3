package org.demandwright.store.demand;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.demandwright.core.demand.Signals;

/** Signals of one series as bytes: exact, null for none. */
public final class SignalBlob {
  private SignalBlob() {}

  public static byte[] of(Signals signals) {
    List<byte[]> parts = new ArrayList<>();
    signals.copyTo((name, values, knownAt) -> parts.add(part(name, values, knownAt)));
    if (parts.isEmpty()) {
      return null;
    }
    ByteBuffer all = ByteBuffer.allocate(parts.stream().mapToInt(p -> p.length).sum());
    parts.forEach(all::put);
    return all.array();
  }

  private static byte[] part(String name, double[] values, int[] knownAt) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    int each = Double.BYTES + Integer.BYTES;
    ByteBuffer part =
        ByteBuffer.allocate(2 * Integer.BYTES + text.length + each * values.length)
            .putInt(text.length)
            .put(text)
            .putInt(values.length);
    for (int i = 0; i < values.length; i++) {
      part.putDouble(values[i]).putInt(knownAt[i]);
    }
    return part.array();
  }

  public static Signals signals(byte[] bytes) {
    Signals signals = Signals.none();
    ByteBuffer all = ByteBuffer.wrap(bytes == null ? new byte[0] : bytes);
    while (all.hasRemaining()) {
      byte[] text = new byte[all.getInt()];
      all.get(text);
      int size = all.getInt();
      double[] values = new double[size];
      int[] knownAt = new int[size];
      for (int i = 0; i < size; i++) {
        values[i] = all.getDouble();
        knownAt[i] = all.getInt();
      }
      signals = signals.and(new String(text, StandardCharsets.UTF_8), values, knownAt);
    }
    return signals;
  }
}
