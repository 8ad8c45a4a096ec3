package org.demandwright.store.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.demand.DataScope;

/**
 * Somebody, or some system, that may log in.
 *
 * @param name the login name, compared exactly, not blank; never given twice
 * @param kind how it says who it is
 * @param passwordHash salted hash with its algorithm and parameters in front, never the password;
 *     only of a {@link Kind#LOCAL} account
 * @param subject issuer and subject by which an identity provider knows it; only of a {@link
 *     Kind#OUTSIDE} account
 * @param roles names of the roles, at least one
 * @param mustChange whether the password was chosen by somebody else and has to be changed first
 * @param expiresAt from when on it may not log in, empty = never
 * @param scope what part of the data it may see
 * @param changes how often it was changed: what was granted under another number has ended
 */
public record Account(
    String name,
    Kind kind,
    Optional<String> passwordHash,
    Optional<String> subject,
    Set<String> roles,
    boolean mustChange,
    Instant createdAt,
    Optional<Instant> lockedAt,
    Optional<Instant> expiresAt,
    Optional<Instant> retiredAt,
    Optional<Instant> lastLogin,
    DataScope scope,
    int changes) {

  /** How an account says who it is. */
  public enum Kind {
    /** By a password that is kept here, as a hash. */
    LOCAL,
    /** By the word of an identity provider. */
    OUTSIDE,
    /** A system, by one of its secrets. */
    CLIENT
  }

  /** Whether it may log in, and if not, why. */
  public enum State {
    ACTIVE,
    LOCKED,
    EXPIRED,
    /** For good; what it wrote keeps its name. */
    RETIRED
  }

  public Account {
    if (name.isBlank()) {
      throw new IllegalArgumentException("An account needs a name");
    }
    if (passwordHash.isPresent() != (kind == Kind.LOCAL)) {
      throw new IllegalArgumentException(
          "Account " + name + " is " + kind + ": LOCAL ones, and no others, have a password");
    }
    if (subject.isPresent() != (kind == Kind.OUTSIDE)) {
      throw new IllegalArgumentException(
          "Account " + name + " is " + kind + ": OUTSIDE ones, and no others, have a subject");
    }
    roles = Set.copyOf(roles);
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("Account " + name + " has no role");
    }
  }

  /** A new account of a person with a password. */
  public static Account local(String name, String passwordHash, Set<String> roles, Instant now) {
    return made(name, Kind.LOCAL, Optional.of(passwordHash), Optional.empty(), roles, now);
  }

  /** A new account of a person whom an identity provider knows. */
  public static Account outside(String name, String subject, Set<String> roles, Instant now) {
    return made(name, Kind.OUTSIDE, Optional.empty(), Optional.of(subject), roles, now);
  }

  /** A new account of a system. */
  public static Account client(String name, Set<String> roles, Instant now) {
    return made(name, Kind.CLIENT, Optional.empty(), Optional.empty(), roles, now);
  }

  private static Account made(
      String name,
      Kind kind,
      Optional<String> passwordHash,
      Optional<String> subject,
      Set<String> roles,
      Instant now) {
    return new Account(
        name,
        kind,
        passwordHash,
        subject,
        roles,
        false,
        now,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        DataScope.unrestricted(),
        0);
  }

  /** Returns whether it may log in at an instant. */
  public State state(Instant now) {
    if (retiredAt.isPresent()) {
      return State.RETIRED;
    } else if (lockedAt.isPresent()) {
      return State.LOCKED;
    }
    return expiresAt.isPresent() && !now.isBefore(expiresAt.get()) ? State.EXPIRED : State.ACTIVE;
  }

  public Account withRoles(Set<String> others) {
    return with(passwordHash, others, mustChange, lockedAt, expiresAt, retiredAt, scope);
  }

  /** Returns it with another password. */
  public Account withPassword(String hash, boolean mustBeChanged) {
    return with(Optional.of(hash), roles, mustBeChanged, lockedAt, expiresAt, retiredAt, scope);
  }

  /** Returns it locked since an instant, or unlocked. */
  public Account withLock(Optional<Instant> since) {
    return with(passwordHash, roles, mustChange, since, expiresAt, retiredAt, scope);
  }

  public Account withExpiry(Optional<Instant> at) {
    return with(passwordHash, roles, mustChange, lockedAt, at, retiredAt, scope);
  }

  public Account withScope(DataScope other) {
    return with(passwordHash, roles, mustChange, lockedAt, expiresAt, retiredAt, other);
  }

  public Account retired(Instant at) {
    return with(passwordHash, roles, mustChange, lockedAt, expiresAt, Optional.of(at), scope);
  }

  private Account with(
      Optional<String> hash,
      Set<String> others,
      boolean mustBeChanged,
      Optional<Instant> locked,
      Optional<Instant> expires,
      Optional<Instant> retired,
      DataScope seen) {
    return new Account(
        name,
        kind,
        hash,
        subject,
        others,
        mustBeChanged,
        createdAt,
        locked,
        expires,
        retired,
        lastLogin,
        seen,
        changes);
  }

  /** Leaves the hash out, so that it never reaches a log. */
  @Override
  public String toString() {
    return "Account[" + name + ", " + kind + ", " + roles + "]";
  }
}
