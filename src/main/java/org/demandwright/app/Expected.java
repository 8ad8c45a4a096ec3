package org.demandwright.app;

/**
 * What a caller takes for granted about the thing that it changes. A use case asks it about the
 * thing as it is, under the lock that the change is made under.
 */
@FunctionalInterface
public interface Expected<T> {
  /**
   * @throws Refused STALE where the thing is another than the one that the caller saw
   */
  void check(T now);

  /** Returns the one that takes nothing for granted. */
  static <T> Expected<T> anything() {
    return now -> {};
  }
}
