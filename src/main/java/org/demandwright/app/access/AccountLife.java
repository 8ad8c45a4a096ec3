package org.demandwright.app.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.demandwright.app.Clock;
import org.demandwright.app.Expected;
import org.demandwright.app.Refused;
import org.demandwright.core.demand.DataScope;
import org.demandwright.security.KnownAccounts;
import org.demandwright.security.Roles;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.StoreException;
import org.demandwright.store.access.Account;
import org.demandwright.store.access.AccountNames;
import org.demandwright.store.access.AccountStore;
import org.demandwright.store.access.ScopeNameStore;

/**
 * What accounts of people and of systems have in common: names that are given once, changes that
 * rest on what was seen, and an administrator who is always left.
 */
@ApplicationScoped
class AccountLife {

  private final AccountStore accounts;
  private final ScopeNameStore names;
  private final KnownAccounts known;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  AccountLife(
      AccountStore accounts,
      ScopeNameStore names,
      KnownAccounts known,
      AuditTrail audit,
      Clock clock) {
    this.accounts = accounts;
    this.names = names;
    this.known = known;
    this.audit = audit;
    this.clock = clock;
  }

  AccountLife() {
    this(null, null, null, null, null);
  }

  /** Returns an account; refuses where there is none of this name, or it is a system or is none. */
  Account find(String name, boolean client) {
    return accounts
        .find(name)
        .filter(a -> (a.kind() == Account.Kind.CLIENT) == client)
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.NOT_FOUND,
                    "There is no " + (client ? "client" : "account") + " '" + name + "'."));
  }

  static void requireName(String name) {
    if (!AccountNames.allow(name)) {
      throw invalid("The name '%s' cannot be given; %s.".formatted(name, AccountNames.RULE));
    }
  }

  static void requireRoles(Set<String> roles) {
    if (roles.isEmpty() || !Roles.ALL.containsAll(roles)) {
      throw invalid(
          "The roles %s cannot be given; choose at least one of %s."
              .formatted(new TreeSet<>(roles), new TreeSet<>(Roles.ALL)));
    }
  }

  /** Refuses names that the data does not know: a wrong one would hide what was to be seen. */
  void requireKnown(DataScope scope) {
    requireKnown("companies", names.unknownCompanies(scope));
    requireKnown("sites", names.unknownSites(scope));
    requireKnown("categories", names.unknownCategories(scope));
  }

  private static void requireKnown(String part, List<String> unknown) {
    if (!unknown.isEmpty()) {
      throw Refused.because(
          "scope/" + part,
          "The data knows no %s %s; give their identities as items and sites have them."
              .formatted(part, unknown));
    }
  }

  void requireFuture(Optional<Instant> expiresAt) {
    if (expiresAt.isPresent() && !expiresAt.get().isAfter(clock.now())) {
      throw invalid("expiresAt is past; give a day to come, or lock the account.");
    }
  }

  /** Adds an account whose name nobody has or had. */
  Account add(Account account, String what) {
    if (accounts.find(account.name()).isPresent()) {
      throw taken(account.name());
    }
    try {
      accounts.add(account);
    } catch (StoreException e) {
      throw e.isDuplicateKey() ? taken(account.name()) : e;
    }
    audit.record(what + ".add", subject(account), AuditTrail.NOTHING, told(account));
    return account;
  }

  /**
   * Changes an account.
   *
   * @param seen what the caller takes for granted
   * @param action for the audit
   */
  Account change(
      Account before, Expected<AccountRecord> seen, String action, UnaryOperator<Account> change) {
    seen.check(told(before));
    if (before.retiredAt().isPresent()) {
      throw new Refused(
          Refused.Kind.CONFLICT, "Account '" + before.name() + "' is retired for good.");
    }
    Account after = change.apply(before);
    requireAnAdministrator(before, after);
    if (!accounts.change(after)) {
      throw new Refused(
          Refused.Kind.STALE,
          "Account '" + before.name() + "' was changed meanwhile; read it again.");
    }
    known.forget(before.name());
    audit.record(action, subject(before), told(before), told(after));
    return accounts.find(before.name()).orElseThrow();
  }

  /**
   * Returns an account with what is wanted of it; what it is already is no change.
   *
   * @throws Refused where it is to expire at another instant that is past, or its scope becomes one
   *     that names what the data does not know
   */
  Account changed(Account account, Accounts.Change wanted) {
    wanted
        .expiresAt()
        .filter(expiry -> !expiry.equals(account.expiresAt()))
        .ifPresent(this::requireFuture);
    wanted.scope().filter(scope -> !scope.equals(account.scope())).ifPresent(this::requireKnown);
    Account roles = wanted.roles().map(account::withRoles).orElse(account);
    Account scope = wanted.scope().map(roles::withScope).orElse(roles);
    Account expiry = wanted.expiresAt().map(scope::withExpiry).orElse(scope);
    return wanted
        .locked()
        .filter(locked -> locked != expiry.lockedAt().isPresent())
        .map(locked -> expiry.withLock(locked ? Optional.of(clock.now()) : Optional.empty()))
        .orElse(expiry);
  }

  private void requireAnAdministrator(Account before, Account after) {
    if (!administers(before)
        || administers(after) && after.expiresAt().equals(before.expiresAt())) {
      return;
    }
    boolean another =
        accounts.holding(Roles.ADMIN).stream()
            .anyMatch(
                a -> !a.name().equals(before.name()) && administers(a) && a.expiresAt().isEmpty());
    if (!another && (!administers(after) || after.expiresAt().isPresent())) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "'"
              + before.name()
              + "' is the last administrator who can log in and does not expire: give the role to"
              + " somebody else first.");
    }
  }

  private boolean administers(Account account) {
    return account.kind() != Account.Kind.CLIENT
        && account.roles().contains(Roles.ADMIN)
        && account.state(clock.now()) == Account.State.ACTIVE;
  }

  private static String subject(Account account) {
    return "account/" + account.name();
  }

  private AccountRecord told(Account account) {
    return AccountRecord.of(account, clock.now());
  }

  /** Adds to the audit what is told of an account besides. */
  void record(
      String action, Account account, Map<String, Object> before, Map<String, Object> after) {
    audit.record(action, subject(account), before, after);
  }

  private static Refused taken(String name) {
    return new Refused(
        Refused.Kind.CONFLICT,
        "The name '" + name + "' is taken, or was by an account that is retired; choose another.");
  }

  static Refused invalid(String message) {
    return new Refused(Refused.Kind.INVALID, message);
  }
}
