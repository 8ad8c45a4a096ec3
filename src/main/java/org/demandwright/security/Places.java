package org.demandwright.security;

import java.util.HashMap;
import java.util.Map;

/** Places that callers take and give back, a bounded number in all and for each of them. */
final class Places {
  private final int all;
  private final int ofOne;
  private final Map<String, Integer> taken = new HashMap<>();
  private int total;

  Places(int all, int ofOne) {
    this.all = all;
    this.ofOne = ofOne;
  }

  /** Takes a place where there is one, and returns whether there was. */
  synchronized boolean take(String who) {
    if (total >= all || taken.getOrDefault(who, 0) >= ofOne) {
      return false;
    }
    total++;
    taken.merge(who, 1, Integer::sum);
    return true;
  }

  /** Gives a place back that was taken. */
  synchronized void give(String who) {
    total--;
    taken.computeIfPresent(who, (w, n) -> n == 1 ? null : n - 1);
  }
}
