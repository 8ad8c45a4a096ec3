package org.demandwright.rest.wire;

/** Reads bodies as the API does, for tests of other packages. */
public final class ReadBody {
  private ReadBody() {}

  public static <R> R of(Class<R> type, String text) {
    return RecordBody.read(type, text);
  }

  /** Returns whether values of this type can stand in a parameter or a body. */
  public static boolean isScalar(Class<?> type) {
    return Scalar.of(type).isPresent();
  }
}
