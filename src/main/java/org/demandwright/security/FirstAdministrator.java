package org.demandwright.security;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.demandwright.store.access.Account;
import org.demandwright.store.access.AccountStore;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * On a start without any account, makes {@code admin} with a random password and writes that to
 * {@code admin.password} in the data folder ({@code dw.data.dir}). The file comes first: a crash in
 * between leaves a file without account, which the next start overwrites, and never an account
 * whose password nobody knows.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class FirstAdministrator {
  private static final System.Logger LOG = System.getLogger(FirstAdministrator.class.getName());
  private static final String NAME = "admin";

  @Inject AccountStore accounts;
  @Inject PasswordHashing hashing;

  @Inject
  @ConfigProperty(name = "dw.data.dir", defaultValue = "./demandwright-data")
  String dataDir;

  @PostConstruct
  void createIfNobodyCanLogIn() {
    if (accounts.isEmpty()) {
      create(Path.of(dataDir).resolve("admin.password"));
    }
  }

  private void create(Path file) {
    String password = RandomPassword.draw();
    String hash = hashing.hash(password.toCharArray());
    try {
      new PasswordFile(file).write(password);
      add(Account.local(NAME, hash, Set.of(Roles.ADMIN), Instant.now()), file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write "
              + file.toAbsolutePath()
              + ": set dw.data.dir to a folder that can be"
              + " written, then start again",
          e);
    }
  }

  private void add(Account account, Path file) throws IOException {
    try {
      accounts.add(account);
      LOG.log(
          Level.INFO, "Account {0} created; its password is in {1}", NAME, file.toAbsolutePath());
    } catch (RuntimeException e) {
      Files.deleteIfExists(file);
      if (accounts.find(NAME).isEmpty()) {
        throw e;
      }
      LOG.log(Level.INFO, "Another member created account {0} at the same moment", NAME);
    }
  }
}
