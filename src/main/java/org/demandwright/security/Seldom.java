package org.demandwright.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lets the first of many alike pass, and the next one when some time has gone by. */
final class Seldom {
  private static final int CAPACITY = 10_000;

  private final InstantSource clock;
  private final Duration pause;
  private final Map<String, Instant> last =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > CAPACITY;
        }
      };

  Seldom(InstantSource clock, Duration pause) {
    this.clock = clock;
    this.pause = pause;
  }

  /** Returns whether it is time for one of this kind, and if so counts from now on. */
  synchronized boolean due(String kind) {
    Instant now = clock.instant();
    Instant before = last.get(kind);
    if (before != null && now.isBefore(before.plus(pause))) {
      return false;
    }
    last.remove(kind);
    last.put(kind, now);
    return true;
  }
}
