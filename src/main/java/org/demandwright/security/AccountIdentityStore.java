package org.demandwright.security;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.demandwright.store.access.Account;
import org.demandwright.store.access.AccountStore;

/**
 * Checks names and passwords against the table {@code account}.
 *
 * <p>A name that does not exist costs the same hash as one that does, and after repeated failures a
 * name has to wait ({@link LoginBrake}). Credentials that were right within the last minute ({@link
 * CredentialCache}) pass at once and past the brake, so that guessing at a system's account cannot
 * lock out the system itself.
 */
@ApplicationScoped
public class AccountIdentityStore implements IdentityStore {
  @Inject AccountStore accounts;
  @Inject PasswordHashing hashing;

  private final CredentialCache cache = new CredentialCache(InstantSource.system());
  private final LoginBrake brake = new LoginBrake(InstantSource.system());
  private String hashOfNobody;

  @PostConstruct
  void prepare() {
    hashOfNobody = hashing.hash(RandomPassword.draw().toCharArray());
  }

  @Override
  public CredentialValidationResult validate(Credential credential) {
    if (!(credential instanceof UsernamePasswordCredential given)) {
      return CredentialValidationResult.NOT_VALIDATED_RESULT;
    }
    String name = given.getCaller();
    char[] password = given.getPassword().getValue();
    return cache
        .find(name, password)
        .or(() -> verified(name, password))
        .map(roles -> new CredentialValidationResult(name, roles))
        .orElse(CredentialValidationResult.INVALID_RESULT);
  }

  /** Returns how long a name has to wait before its next attempt. */
  Duration shutFor(String name) {
    return brake.shutFor(name);
  }

  private Optional<Set<String>> verified(String name, char[] password) {
    if (!brake.admits(name)) {
      return Optional.empty();
    }
    Optional<Account> account = accounts.find(name);
    String hash = account.map(Account::passwordHash).orElse(hashOfNobody);
    boolean right = hashing.matches(password, hash);
    if (!right || account.isEmpty()) {
      return Optional.empty();
    }
    brake.succeeded(name);
    Set<String> roles = account.get().roles();
    cache.remember(name, password, roles);
    return Optional.of(roles);
  }
}
