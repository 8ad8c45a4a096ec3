package org.demandwright.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down whoever guesses passwords. The first five failures of a name cost nothing; after the
 * n-th (n ≥ 5) the name is shut for 2<sup>n − 5</sup> seconds, at most five minutes; a success
 * forgets them, and so does an hour of silence.
 *
 * <p>Names that do not exist are treated alike, so that the brake tells nobody which do. An attempt
 * counts as a failure from its beginning, so that a thousand guesses at once are no way around.
 * Failures are kept in this process: a restart, or another member, begins anew.
 */
final class LoginBrake {
  static final int FREE_FAILURES = 5;
  static final Duration LONGEST = Duration.ofMinutes(5);
  static final Duration FORGET = Duration.ofHours(1);
  private static final int CAPACITY = 10_000;

  private record Failures(int count, Instant shutUntil) {}

  private final InstantSource clock;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > CAPACITY;
        }
      };

  LoginBrake(InstantSource clock) {
    this.clock = clock;
  }

  /** Returns whether this name may try a password now, and if so counts the attempt as failed. */
  synchronized boolean admits(String name) {
    if (!shutFor(name).isZero()) {
      return false;
    }
    Instant now = clock.instant();
    Failures before = failures.get(name);
    boolean forgotten = before == null || before.shutUntil().plus(FORGET).isBefore(now);
    int count = forgotten ? 1 : before.count() + 1;
    failures.put(name, new Failures(count, now.plus(penalty(count))));
    return true;
  }

  /** Forgets the failures of this name. */
  synchronized void succeeded(String name) {
    failures.remove(name);
  }

  /** Returns how long this name has to wait before the next attempt, zero when it need not. */
  synchronized Duration shutFor(String name) {
    Failures known = failures.get(name);
    Instant now = clock.instant();
    return known == null || !now.isBefore(known.shutUntil())
        ? Duration.ZERO
        : Duration.between(now, known.shutUntil());
  }

  private static Duration penalty(int count) {
    if (count < FREE_FAILURES) {
      return Duration.ZERO;
    }
    int doublings = Math.min(count - FREE_FAILURES, 20);
    Duration wait = Duration.ofSeconds(1L << doublings);
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }
}
