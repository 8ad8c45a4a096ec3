package org.demandwright.security;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.security.audit.Origin;
import org.demandwright.security.oidc.IdentityProvider;
import org.demandwright.security.oidc.NotVouched;
import org.demandwright.store.access.Account;
import org.demandwright.store.access.AccountStore;
import org.demandwright.store.access.SecretStore;

/**
 * Checks who somebody is by what they bring, and records that they came or were turned away.
 *
 * <p>A name that does not exist costs the same hash as one that does; after repeated failures a
 * name has to wait, and so does an address ({@link LoginBrake}). Credentials that were right within
 * the last minute ({@link CredentialCache}) pass at once and past the brake, so that guessing at a
 * system's account cannot lock out the system itself. What brings its credentials with every
 * request is recorded once an hour for each address.
 */
@ApplicationScoped
public class Logins {
  private static final System.Logger LOG = System.getLogger(Logins.class.getName());
  private static final Duration BUSY = Duration.ofSeconds(1);
  private static final Duration RECORDED = Duration.ofHours(1);
  private static final Duration TURNED_AWAY = Duration.ofMinutes(1);

  @Inject AccountStore accounts;
  @Inject SecretStore secrets;
  @Inject KnownAccounts known;
  @Inject PasswordHashing hashing;
  @Inject AuditTrail audit;
  @Inject IdentityProvider provider;
  @Inject OutsideAccounts outside;
  @Inject Clock clock;

  private final CredentialCache cache = new CredentialCache(InstantSource.system());
  private final LoginBrake names = new LoginBrake(InstantSource.system(), LoginBrake.OF_NAME);
  private final LoginBrake addresses =
      new LoginBrake(InstantSource.system(), LoginBrake.OF_ADDRESS);
  private final Seldom hourly = new Seldom(InstantSource.system(), RECORDED);
  private final Seldom tokens = new Seldom(InstantSource.system(), TURNED_AWAY);
  private final Seldom uses = new Seldom(InstantSource.system(), TURNED_AWAY);
  private String hashOfNobody;

  @PostConstruct
  void prepare() {
    hashOfNobody = hashing.hash(RandomPassword.draw().toCharArray());
  }

  /**
   * Checks a name with a password, or a system's name with one of its secrets.
   *
   * @param session whether a session is opened with it, which is recorded each time
   */
  Admission byPassword(String name, char[] password, Origin origin, boolean session) {
    Optional<Admission> system = bySecret(name, new String(password), origin, session);
    if (system.isPresent()) {
      return system.get();
    }
    Optional<Caller> before = cache.find(name, password).filter(known::stands);
    if (before.isPresent()) {
      return admitted(before.get(), session ? "PASSWORD" : "BASIC", origin, session);
    }
    String address = network(origin.address());
    if (!addresses.admits(address)) {
      return Admission.refused(Admission.Why.SHUT, addresses.shutFor(address));
    }
    if (!names.admits(name)) {
      addresses.takeBack(address);
      return Admission.refused(Admission.Why.SHUT, names.shutFor(name));
    }
    Optional<Account> account = accounts.find(name);
    Optional<Boolean> right = matches(account, password);
    if (right.isEmpty()) {
      names.takeBack(name);
      addresses.takeBack(address);
      return Admission.refused(Admission.Why.BUSY, BUSY);
    }
    if (!right.get() || account.isEmpty()) {
      return turnedAway(name, account.isEmpty() ? "UNKNOWN" : "WRONG", origin);
    }
    names.forget(name);
    addresses.takeBack(address);
    Account.State state = account.get().state(clock.now());
    if (state != Account.State.ACTIVE) {
      return turnedAway(name, state.name(), origin);
    }
    known.forget(name); // it was read just now: what is known may be older
    Caller caller = Caller.of(account.get());
    cache.remember(caller, password);
    return admitted(caller, session ? "PASSWORD" : "BASIC", origin, session);
  }

  /**
   * Lets a system in by one of its secrets, which is looked up each time, past cache and brake: so
   * one that is removed is worth nothing at once. Empty where it is none.
   */
  private Optional<Admission> bySecret(String name, String text, Origin origin, boolean session) {
    return Optional.of(text)
        .filter(t -> t.startsWith(RandomSecret.SECRET))
        .flatMap(this::secret)
        .filter(s -> s.account().equals(name))
        .flatMap(
            s ->
                known
                    .active(name)
                    .map(
                        account -> {
                          use(s);
                          return admitted(
                              Caller.of(account), session ? "SECRET" : "BASIC", origin, session);
                        }));
  }

  /** A system has no password: what it brought is none of its secrets. */
  private Optional<Boolean> matches(Optional<Account> account, char[] password) {
    if (account.isPresent() && account.get().kind() == Account.Kind.CLIENT) {
      return Optional.of(false);
    }
    return hashing.matches(password, account.flatMap(Account::passwordHash).orElse(hashOfNobody));
  }

  /** Checks a secret of a system, or a token that it was given for one. */
  Admission byToken(String token, Origin origin) {
    if (token.indexOf('.') > 0) {
      return byTokenOfProvider(token, origin);
    }
    Optional<SecretStore.Secret> secret = behind(token);
    Optional<Account> account = secret.flatMap(s -> known.active(s.account()));
    if (account.isEmpty()) {
      return refusedToken(secret.map(SecretStore.Secret::account).orElse(Origin.NOBODY), origin);
    }
    secret.ifPresent(this::use);
    return admitted(Caller.of(account.get()), "TOKEN", origin, false);
  }

  /** Returns the secret that a token was given for, or is; empty where it does not count. */
  private Optional<SecretStore.Secret> behind(String token) {
    return token.startsWith(RandomSecret.TOKEN)
        ? secrets
            .given(RandomSecret.hash(token), clock.now())
            .filter(s -> !s.worthless(clock.now()))
        : token.startsWith(RandomSecret.SECRET) ? secret(token) : Optional.empty();
  }

  /** Returns whether a token or a secret, with which somebody was let in, still counts. */
  boolean counts(String token) {
    if (token.indexOf('.') < 0) {
      return behind(token).isPresent();
    }
    try {
      provider.ofAccessToken(token);
      return true;
    } catch (NotVouched e) {
      return false;
    }
  }

  private Admission byTokenOfProvider(String token, Origin origin) {
    try {
      Account account = outside.ofToken(provider.ofAccessToken(token), origin);
      return account.state(clock.now()) == Account.State.ACTIVE
          ? admitted(Caller.of(account), "JWT", origin, false)
          : refusedToken(account.name(), origin);
    } catch (NotVouched e) {
      LOG.log(Level.INFO, "A token from {0} does not count: {1}", origin.address(), e.getMessage());
      return refusedToken(Origin.NOBODY, origin);
    }
  }

  private Admission refusedToken(String name, Origin origin) {
    if (tokens.due(origin.address() + " " + name)) {
      audit.record(
          origin.as(name),
          "login.fail",
          "account/" + name,
          AuditTrail.NOTHING,
          Map.of("by", "TOKEN"));
    }
    return Admission.refused(Admission.Why.WRONG, Duration.ZERO);
  }

  private Optional<SecretStore.Secret> secret(String text) {
    return secrets.find(RandomSecret.hash(text)).filter(s -> !s.worthless(clock.now()));
  }

  private void use(SecretStore.Secret secret) {
    if (uses.due(Long.toString(secret.secretId()))) {
      secrets.used(secret.secretId(), clock.now());
    }
  }

  /**
   * Lets somebody in whom an identity provider vouches for.
   *
   * @param by how they came, for the audit
   */
  Admission vouched(Account account, String by, Origin origin, boolean session) {
    Account.State state = account.state(clock.now());
    return state == Account.State.ACTIVE
        ? admitted(Caller.of(account), by, origin, session)
        : turnedAway(account.name(), state.name(), origin);
  }

  private Admission admitted(Caller caller, String by, Origin origin, boolean session) {
    if (session || hourly.due(by + " " + origin.address() + " " + caller.name())) {
      Instant now = clock.now();
      accounts.cameIn(caller.name(), now);
      audit.record(
          origin.as(caller.name()),
          "login.succeed",
          "account/" + caller.name(),
          AuditTrail.NOTHING,
          Map.of("by", by, "roles", caller.roles()));
    }
    return Admission.of(caller);
  }

  /** What a name that does not exist fails with is not kept as a name: it may be a password. */
  private Admission turnedAway(String name, String reason, Origin origin) {
    Duration wait = shutFor(name, origin);
    boolean exists = !reason.equals("UNKNOWN");
    String who = exists ? name : Origin.NOBODY;
    audit.record(
        origin.as(who),
        "login.fail",
        "account/" + who,
        AuditTrail.NOTHING,
        Map.of("reason", reason, "shutForSeconds", wait.toSeconds()));
    return Admission.refused(wait.isZero() ? Admission.Why.WRONG : Admission.Why.SHUT, wait);
  }

  private Duration shutFor(String name, Origin origin) {
    Duration ofName = names.shutFor(name);
    Duration ofAddress = addresses.shutFor(network(origin.address()));
    return ofName.compareTo(ofAddress) > 0 ? ofName : ofAddress;
  }

  /** Whoever has an address of IPv6 has 2<sup>64</sup> of them: these count as one. */
  static String network(String address) {
    int groups = 0;
    for (int i = 0; i < address.length(); i++) {
      if (address.charAt(i) == ':' && ++groups == 4) {
        return address.substring(0, i);
      }
    }
    return address;
  }
}
