package org.demandwright.app.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.app.Clock;
import org.demandwright.app.Expected;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.core.demand.DataScope;
import org.demandwright.security.RandomSecret;
import org.demandwright.store.access.Account;
import org.demandwright.store.access.AccountStore;
import org.demandwright.store.access.SecretStore;

/**
 * Systems that use the API. Each has secrets of its own, several at a time, so that one is replaced
 * without a break: add the new one, change over, remove the old one. A secret is told once. Every
 * refusal is a {@link Refused}.
 */
@ApplicationScoped
public class ApiClients {
  private static final int MOST_SECRETS = 5;

  private final AccountStore store;
  private final SecretStore secrets;
  private final AccountLife life;
  private final Clock clock;

  @Inject
  ApiClients(AccountStore store, SecretStore secrets, AccountLife life, Clock clock) {
    this.store = store;
    this.secrets = secrets;
    this.life = life;
    this.clock = clock;
  }

  ApiClients() {
    this(null, null, null, null);
  }

  /** A client and its secrets, of which nothing can be told but their age. */
  public record Client(AccountRecord account, List<Key> keys) {}

  /**
   * One secret.
   *
   * @param expiresAt empty = never
   * @param lastUsedAt to the minute, empty = never
   */
  public record Key(
      long keyId,
      Instant createdAt,
      String createdBy,
      Optional<Instant> expiresAt,
      Optional<Instant> lastUsedAt) {
    static Key of(SecretStore.Secret s) {
      return new Key(s.secretId(), s.createdAt(), s.createdBy(), s.expiresAt(), s.lastUsedAt());
    }
  }

  /** A secret that was drawn just now, and is told this once. */
  public record NewKey(Key key, String secret) {
    /** Leaves the secret out, so that it never reaches a log. */
    @Override
    public String toString() {
      return key.toString();
    }
  }

  /** Returns clients in the order of their names, retired ones too. */
  public Page<Client> all(Optional<String> after, int limit) {
    List<Client> rows =
        store.after(true, after.orElse(""), limit).stream().map(this::client).toList();
    return Page.of(rows, limit, client -> client.account().name());
  }

  public Client one(String name) {
    return client(life.find(name, true));
  }

  private Client client(Account account) {
    return new Client(
        AccountRecord.of(account, clock.now()),
        secrets.of(account.name()).stream().map(Key::of).toList());
  }

  /** Makes a client, which has no secret yet. */
  @Transactional
  public Client add(String name, Set<String> roles, DataScope scope, Optional<Instant> expiresAt) {
    AccountLife.requireName(name);
    AccountLife.requireRoles(roles);
    life.requireKnown(scope);
    life.requireFuture(expiresAt);
    return client(
        life.add(
            Account.client(name, roles, clock.now()).withScope(scope).withExpiry(expiresAt),
            "api-client"));
  }

  /**
   * Changes roles, scope, lock or expiry.
   *
   * @param seen what the caller takes for granted
   */
  @Transactional
  public Client change(String name, Accounts.Change wanted, Expected<Client> seen) {
    wanted.roles().ifPresent(AccountLife::requireRoles);
    Account account = life.find(name, true);
    seen.check(client(account));
    return client(
        life.change(
            account, Expected.anything(), "api-client.change", a -> life.changed(a, wanted)));
  }

  /** Draws a secret for a client. */
  @Transactional
  public NewKey addKey(String name, Optional<Instant> expiresAt, String by) {
    life.requireFuture(expiresAt);
    Account account = life.find(name, true);
    requireActive(account);
    if (secrets.of(name).size() >= MOST_SECRETS) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "'%s' has %d secrets already; remove one that is not used any more."
              .formatted(name, MOST_SECRETS));
    }
    String secret = RandomSecret.draw(RandomSecret.SECRET);
    SecretStore.Secret kept =
        secrets.add(
            new SecretStore.Secret(
                0, name, RandomSecret.hash(secret), clock.now(), by, expiresAt, Optional.empty()));
    Key key = Key.of(kept);
    life.record("api-client.add-key", account, Map.of(), Map.of("key", key));
    return new NewKey(key, secret);
  }

  private static void requireActive(Account account) {
    if (account.retiredAt().isPresent()) {
      throw new Refused(
          Refused.Kind.CONFLICT, "Client '" + account.name() + "' is retired for good.");
    }
  }

  /** Removes a secret; it and the tokens that were given for it are worth nothing at once. */
  @Transactional
  public void removeKey(String name, long keyId) {
    Account account = life.find(name, true);
    if (!secrets.remove(name, keyId)) {
      throw new Refused(
          Refused.Kind.NOT_FOUND, "Client '" + name + "' has no secret " + keyId + ".");
    }
    life.record("api-client.remove-key", account, Map.of("keyId", keyId), Map.of());
  }

  /** Retires a client for good and removes its secrets. */
  @Transactional
  public void retire(String name) {
    life.change(
        life.find(name, true),
        Expected.anything(),
        "api-client.retire",
        a -> a.retired(clock.now()));
    secrets.of(name).forEach(s -> secrets.remove(name, s.secretId()));
  }
}
