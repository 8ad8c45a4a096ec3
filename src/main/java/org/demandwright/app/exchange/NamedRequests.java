package org.demandwright.app.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.demandwright.app.Clock;
import org.demandwright.store.exchange.NamedRequestStore;
import org.demandwright.store.exchange.NamedRequestStore.Answer;
import org.demandwright.store.exchange.NamedRequestStore.Entry;

/**
 * Does a request that its caller gave a key once, however often it is sent within a day: the first
 * to come carries it out, whoever comes later is told the same. What was refused, or failed,
 * changed nothing and may be sent again under its key.
 */
@ApplicationScoped
public class NamedRequests {
  /** How long an answer is kept. */
  public static final Duration KEPT = Duration.ofHours(24);

  /** After which an attempt without an answer counts as dead: its server was killed. */
  public static final Duration LONGEST_ATTEMPT = Duration.ofMinutes(15);

  private final NamedRequestStore store;
  private final Clock clock;
  private volatile Instant lastForgotten = Instant.EPOCH;

  @Inject
  NamedRequests(NamedRequestStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  NamedRequests() {
    this(null, null);
  }

  /** What is to be done with a request. */
  public enum Kind {
    /** Carry it out. */
    FIRST,
    /** Tell what was told. */
    ANSWERED,
    /** The first is under way. */
    UNDER_WAY,
    /** The key was used for another request. */
    OTHER
  }

  /**
   * Where a request stands.
   *
   * @param attempt to be given back with the answer, where it is the first
   * @param answer what was told, where it was answered
   */
  public record Standing(Kind kind, String attempt, Optional<Answer> answer) {}

  /**
   * Asks for leave to carry out a request.
   *
   * @param digest of all that makes it another request than others
   */
  public Standing begin(String account, String key, String digest) {
    Instant now = clock.now();
    forget(now);
    String attempt = UUID.randomUUID().toString();
    Entry stands = store.claim(new Entry(account, key, attempt, digest, now, Optional.empty()));
    if (stands.attempt().equals(attempt)) {
      return new Standing(Kind.FIRST, attempt, Optional.empty());
    }
    if (!stands.digest().equals(digest)) {
      return new Standing(Kind.OTHER, "", Optional.empty());
    }
    if (stands.answer().isPresent()) {
      return new Standing(Kind.ANSWERED, "", stands.answer());
    }
    boolean dead = stands.begunAt().isBefore(now.minus(LONGEST_ATTEMPT));
    return dead && store.takeOver(stands, attempt, now)
        ? new Standing(Kind.FIRST, attempt, Optional.empty())
        : new Standing(Kind.UNDER_WAY, "", Optional.empty());
  }

  /** Keeps what the caller is told about a request that was carried out. */
  public void answered(String account, String key, String attempt, Answer answer) {
    store.answer(account, key, attempt, answer);
  }

  /** Gives the key back of a request that was not carried out. */
  public void refused(String account, String key, String attempt) {
    store.release(account, key, attempt);
  }

  private void forget(Instant now) {
    if (lastForgotten.isBefore(now.minus(LONGEST_ATTEMPT))) {
      lastForgotten = now;
      store.forget(now.minus(KEPT));
    }
  }
}
