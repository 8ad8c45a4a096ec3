package org.demandwright.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.settings.OidcSettings;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.demand.DataScope;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.security.audit.Origin;
import org.demandwright.security.oidc.NotVouched;
import org.demandwright.security.oidc.Vouched;
import org.demandwright.store.StoreException;
import org.demandwright.store.access.Account;
import org.demandwright.store.access.AccountNames;
import org.demandwright.store.access.AccountStore;

/**
 * The accounts of those whom an identity provider vouches for: made when they come for the first
 * time, with the roles that it says at each login, and the part of the data where it says that. A
 * token is worth its own and changes none, so that two tokens of one account do not take theirs
 * from each other. The name of another account is not taken over.
 */
@ApplicationScoped
public class OutsideAccounts {
  private final AccountStore accounts;
  private final KnownAccounts known;
  private final AuditTrail audit;
  private final Clock clock;
  private final OidcSettings oidc;

  @Inject
  OutsideAccounts(
      AccountStore accounts,
      KnownAccounts known,
      AuditTrail audit,
      Clock clock,
      Settings settings) {
    this.accounts = accounts;
    this.known = known;
    this.audit = audit;
    this.clock = clock;
    this.oidc = settings == null ? null : settings.oidc();
  }

  OutsideAccounts() {
    this(null, null, null, null, null);
  }

  /** Returns their account as it is from now on. */
  @Transactional(rollbackOn = NotVouched.class)
  public Account of(Vouched who, Origin origin) throws NotVouched {
    Optional<Account> account = accounts.ofSubject(who.subject());
    return account.isPresent() ? asVouched(account.get(), who, origin) : made(who, origin);
  }

  /** Returns the account of whoever brings a token, in the roles of the token. */
  @Transactional(rollbackOn = NotVouched.class)
  public Account ofToken(Vouched who, Origin origin) throws NotVouched {
    Optional<Account> account = accounts.ofSubject(who.subject());
    return account.isPresent() ? asTold(account.get(), who) : made(who, origin);
  }

  private Account asVouched(Account account, Vouched who, Origin origin) throws NotVouched {
    Account now = asTold(account, who);
    if (account.roles().equals(now.roles()) && account.scope().equals(now.scope())) {
      return account;
    }
    if (!accounts.change(now)) {
      throw new NotVouched("Account '" + account.name() + "' was changed just now; log in again");
    }
    known.forget(account.name());
    audit.record(
        origin.as(account.name()),
        "account.change",
        "account/" + account.name(),
        Map.of("roles", account.roles(), "scope", account.scope()),
        Map.of("roles", now.roles(), "scope", now.scope(), "by", "identity provider"));
    return accounts.find(account.name()).orElseThrow();
  }

  /** The companies are the provider's word; sites and categories stay an administrator's. */
  private static Account asTold(Account account, Vouched who) {
    DataScope seen =
        who.seen()
            .map(
                told ->
                    new DataScope(
                        told.companies(), account.scope().sites(), account.scope().categories()))
            .orElse(account.scope());
    return account.withRoles(who.roles()).withScope(seen);
  }

  private Account made(Vouched who, Origin origin) throws NotVouched {
    if (!AccountNames.allow(who.name())) {
      throw new NotVouched(
          "The name '" + who.name() + "' cannot be given to an account: " + AccountNames.RULE);
    }
    if (accounts.find(who.name()).isPresent()) {
      throw new NotVouched("The name '" + who.name() + "' is taken by another account");
    }
    Account account =
        Account.outside(who.name(), who.subject(), who.roles(), clock.now()).withScope(first(who));
    try {
      accounts.add(account);
    } catch (StoreException e) {
      if (e.isDuplicateKey()) {
        throw new NotVouched("The name '" + who.name() + "' was taken just now", e);
      }
      throw e;
    }
    audit.record(
        origin.as(who.name()),
        "account.add",
        "account/" + who.name(),
        AuditTrail.NOTHING,
        Map.of("subject", who.subject(), "roles", who.roles(), "scope", account.scope()));
    return account;
  }

  private DataScope first(Vouched who) {
    return who.seen()
        .orElseGet(
            () ->
                oidc.firstCompanies().map(DataScope::ofCompanies).orElse(DataScope.unrestricted()));
  }
}
