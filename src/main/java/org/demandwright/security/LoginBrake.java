package org.demandwright.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down whoever guesses passwords. The first failures of a key, a name or an address, cost
 * nothing; after the n-th beyond them it is shut for 2<sup>n</sup> seconds, at most five minutes;
 * an hour of silence forgets them.
 *
 * <p>Names that do not exist are treated alike, so that the brake tells nobody which do. An attempt
 * counts as a failure from its beginning, so that a thousand guesses at once are no way around.
 * Failures are kept in this process: a restart, or another member, begins anew. The 10,000 keys
 * that tried last are known.
 */
final class LoginBrake {
  /** Failures of one name that cost nothing. */
  static final int OF_NAME = 5;

  /** Failures from one address that cost nothing, whatever names they are of. */
  static final int OF_ADDRESS = 20;

  static final Duration LONGEST = Duration.ofMinutes(5);
  static final Duration FORGET = Duration.ofHours(1);
  private static final int CAPACITY = 10_000;

  private record Failures(int count, Instant shutUntil) {}

  private final InstantSource clock;
  private final int free;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > CAPACITY;
        }
      };

  LoginBrake(InstantSource clock, int free) {
    this.clock = clock;
    this.free = free;
  }

  /** Returns whether this key may try a password now, and if so counts the attempt as failed. */
  synchronized boolean admits(String key) {
    if (!shutFor(key).isZero()) {
      return false;
    }
    Instant now = clock.instant();
    Failures before = failures.get(key);
    boolean forgotten = before == null || before.shutUntil().plus(FORGET).isBefore(now);
    int count = forgotten ? 1 : before.count() + 1;
    failures.put(key, new Failures(count, now.plus(penalty(count))));
    return true;
  }

  /** Forgets the failures of this key. */
  synchronized void forget(String key) {
    failures.remove(key);
  }

  /** Takes one attempt back, which was none, or no failure; the others stay. */
  synchronized void takeBack(String key) {
    Failures known = failures.get(key);
    if (known != null && known.count() > 1) {
      failures.put(key, new Failures(known.count() - 1, clock.instant()));
    } else {
      failures.remove(key);
    }
  }

  /** Returns how long this key has to wait before the next attempt, zero when it need not. */
  synchronized Duration shutFor(String key) {
    Failures known = failures.get(key);
    Instant now = clock.instant();
    return known == null || !now.isBefore(known.shutUntil())
        ? Duration.ZERO
        : Duration.between(now, known.shutUntil());
  }

  private Duration penalty(int count) {
    if (count < free) {
      return Duration.ZERO;
    }
    int doublings = Math.min(count - free, 20);
    Duration wait = Duration.ofSeconds(1L << doublings);
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }
}
