package org.demandwright.app.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demandwright.app.Clock;
import org.demandwright.app.Expected;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.core.demand.DataScope;
import org.demandwright.security.PasswordHashing;
import org.demandwright.security.PasswordRules;
import org.demandwright.security.RandomPassword;
import org.demandwright.store.access.Account;
import org.demandwright.store.access.AccountStore;

/**
 * Accounts of people: made, changed, locked, retired. A password that an administrator sets is
 * drawn by chance, told once, and has to be changed by its owner first. Every refusal is a {@link
 * Refused}.
 */
@ApplicationScoped
public class Accounts {
  private final AccountStore store;
  private final AccountLife life;
  private final PasswordHashing hashing;
  private final Clock clock;

  @Inject
  Accounts(AccountStore store, AccountLife life, PasswordHashing hashing, Clock clock) {
    this.store = store;
    this.life = life;
    this.hashing = hashing;
    this.clock = clock;
  }

  Accounts() {
    this(null, null, null, null);
  }

  /**
   * An account with the password that was drawn for it, which is told this once.
   *
   * @param password null-free; of no use before its owner has changed it
   */
  public record WithPassword(AccountRecord account, String password) {
    /** Leaves the password out, so that it never reaches a log. */
    @Override
    public String toString() {
      return account.toString();
    }
  }

  /**
   * What is to become of an account; what is empty stays as it is.
   *
   * @param expiresAt from when on it may not log in; empty within = never
   */
  public record Change(
      Optional<Set<String>> roles,
      Optional<Boolean> locked,
      Optional<Optional<Instant>> expiresAt,
      Optional<DataScope> scope) {}

  /** Returns accounts in the order of their names, retired ones too. */
  public Page<AccountRecord> all(Optional<String> after, int limit) {
    Instant now = clock.now();
    List<AccountRecord> rows =
        store.after(false, after.orElse(""), limit).stream()
            .map(a -> AccountRecord.of(a, now))
            .toList();
    return Page.of(rows, limit, AccountRecord::name);
  }

  public AccountRecord one(String name) {
    return AccountRecord.of(life.find(name, false), clock.now());
  }

  /** Makes an account with a password that is drawn. */
  @Transactional
  public WithPassword add(
      String name, Set<String> roles, DataScope scope, Optional<Instant> expiresAt) {
    AccountLife.requireName(name);
    AccountLife.requireRoles(roles);
    life.requireKnown(scope);
    life.requireFuture(expiresAt);
    String password = RandomPassword.draw();
    Account account =
        Account.local(name, hashing.hash(password.toCharArray()), roles, clock.now())
            .withScope(scope)
            .withExpiry(expiresAt);
    Account made =
        life.add(account.withPassword(account.passwordHash().orElseThrow(), true), "account");
    return new WithPassword(AccountRecord.of(made, clock.now()), password);
  }

  /**
   * Changes roles, scope, lock or expiry; sessions that began before end within a minute.
   *
   * @param seen what the caller takes for granted
   */
  @Transactional
  public AccountRecord change(String name, Change wanted, Expected<AccountRecord> seen) {
    Account account = life.find(name, false);
    wanted.roles().ifPresent(AccountLife::requireRoles);
    if (account.kind() == Account.Kind.OUTSIDE
        && wanted.roles().filter(roles -> !roles.equals(account.roles())).isPresent()) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "The roles of '" + name + "' come from the identity provider; change them there.");
    }
    return AccountRecord.of(
        life.change(account, seen, "account.change", a -> life.changed(a, wanted)), clock.now());
  }

  /** Draws another password, which its owner has to change. */
  @Transactional
  public WithPassword resetPassword(String name) {
    Account account = life.find(name, false);
    requirePassword(account);
    String password = RandomPassword.draw();
    String hash = hashing.hash(password.toCharArray());
    Account changed =
        life.change(
            account,
            Expected.anything(),
            "account.reset-password",
            a -> a.withPassword(hash, true));
    return new WithPassword(AccountRecord.of(changed, clock.now()), password);
  }

  /** Gives somebody the password that they choose, who proves to be it by the one they have. */
  @Transactional
  public void changeOwnPassword(String name, String current, String chosen) {
    Account account = life.find(name, false);
    requirePassword(account);
    boolean right =
        hashing
            .matches(current.toCharArray(), account.passwordHash().orElseThrow())
            .orElseThrow(
                () ->
                    Refused.unavailable(
                        "Too many logins at the same time; try again.", Duration.ofSeconds(1)));
    if (!right) {
      throw new Refused(Refused.Kind.FORBIDDEN, "The current password is another one.");
    }
    if (current.equals(chosen)) {
      throw AccountLife.invalid("The new password is the current one; choose another.");
    }
    PasswordRules.objection(name, chosen)
        .ifPresent(
            objection -> {
              throw AccountLife.invalid(objection);
            });
    String hash = hashing.hash(chosen.toCharArray());
    life.change(
        account, Expected.anything(), "account.change-password", a -> a.withPassword(hash, false));
  }

  private static void requirePassword(Account account) {
    if (account.kind() != Account.Kind.LOCAL) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "'" + account.name() + "' has no password here: an identity provider knows it.");
    }
  }

  /** Retires an account for good; what it wrote keeps its name, which is never given again. */
  @Transactional
  public void retire(String name) {
    life.change(
        life.find(name, false), Expected.anything(), "account.retire", a -> a.retired(clock.now()));
  }
}
