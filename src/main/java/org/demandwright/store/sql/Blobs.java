package org.demandwright.store.sql;

import java.nio.ByteBuffer;
import org.demandwright.core.DoubleVector;

/** Vectors as big-endian bytes: exact, and the same on every database. */
public final class Blobs {
  private Blobs() {}

  public static byte[] of(DoubleVector v) {
    ByteBuffer b = ByteBuffer.allocate(v.size() * Double.BYTES);
    for (int i = 0; i < v.size(); i++) {
      b.putDouble(v.get(i));
    }
    return b.array();
  }

  public static DoubleVector vector(byte[] bytes) {
    double[] a = new double[bytes.length / Double.BYTES];
    ByteBuffer.wrap(bytes).asDoubleBuffer().get(a);
    return DoubleVector.of(a);
  }
}
