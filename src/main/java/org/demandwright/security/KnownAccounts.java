package org.demandwright.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.store.access.Account;
import org.demandwright.store.access.AccountStore;

/**
 * The accounts behind sessions and credentials that were right before, as they are now: each is
 * read again after half a minute, and at once after this member changed it. So a session ends at
 * most that long after its account was locked or changed anywhere.
 */
@ApplicationScoped
public class KnownAccounts {
  static final Duration LIFE = Duration.ofSeconds(30);
  private static final int CAPACITY = 1_000;

  private record Entry(Account account, Instant readAt) {}

  private final AccountStore store;
  private final Clock clock;
  private final Map<String, Entry> entries =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
          return size() > CAPACITY;
        }
      };

  @Inject
  public KnownAccounts(AccountStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  KnownAccounts() {
    this(null, null);
  }

  /** Returns whether what was granted to a caller still counts. */
  boolean stands(Caller caller) {
    return unchanged(caller.name(), caller.changes()).isPresent();
  }

  /** Returns the account, empty where it was changed since, or may not log in any more. */
  Optional<Account> unchanged(String name, int changes) {
    return active(name).filter(account -> account.changes() == changes);
  }

  /** Returns the account, empty where there is none that may log in. */
  Optional<Account> active(String name) {
    return find(name).filter(account -> account.state(clock.now()) == Account.State.ACTIVE);
  }

  private Optional<Account> find(String name) {
    Instant now = clock.now();
    synchronized (entries) {
      Entry known = entries.get(name);
      if (known != null && now.isBefore(known.readAt().plus(LIFE))) {
        return Optional.of(known.account());
      }
    }
    Optional<Account> read = store.find(name);
    synchronized (entries) {
      read.ifPresentOrElse(
          account -> entries.put(name, new Entry(account, now)), () -> entries.remove(name));
    }
    return read;
  }

  /** Forgets an account that was changed. */
  public void forget(String name) {
    synchronized (entries) {
      entries.remove(name);
    }
  }
}
