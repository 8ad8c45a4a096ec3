package org.demandwright.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.demandwright.store.NewestSchema;

/**
 * The administrator and whoever else is to be in a store before its first server starts, all with
 * one password: so a test need not stop a server to let them in.
 *
 * @param store brought to the newest schema
 */
public record FirstAccounts(TestDatabase store) {
  private static final String PASSWORD = "known to all tests";

  /** Makes the administrator, whose password lies where the server would have written it. */
  public static FirstAccounts in(TestDatabase store, PayaraServer server)
      throws IOException, SQLException {
    NewestSchema.in(store.dataSource());
    Path file = Files.createDirectories(server.data()).resolve("admin.password");
    Files.writeString(file, PASSWORD);
    FirstAccounts accounts = new FirstAccounts(store);
    accounts.add("admin", "ADMIN");
    return accounts;
  }

  /** Makes an account for each of some roles, named after it. */
  public void addEach(String... roles) throws SQLException {
    for (String role : roles) {
      add(role.toLowerCase(Locale.ROOT), role);
    }
  }

  public void add(String name, String role) throws SQLException {
    try (Connection connection = store.open();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into account (account_name, password_hash, roles, created_at)"
                    + " values (?, ?, ?, current_timestamp)")) {
      insert.setString(1, name);
      insert.setString(2, quickHash());
      insert.setString(3, role);
      insert.executeUpdate();
    }
  }

  /** Adds an account in a state that SQL describes: what an update of it sets. */
  public void add(String name, String role, String state) throws SQLException {
    add(name, role);
    store.run("update account set %s where account_name = '%s'".formatted(state, name));
  }

  /**
   * Returns a hash that is made with a hundredth of the usual iterations, which it names: those who
   * are not let in are hashed at each request, and there may be hundreds of them.
   */
  private static String quickHash() {
    byte[] salt = "a salt for tests".getBytes(StandardCharsets.UTF_8);
    Base64.Encoder base64 = Base64.getEncoder();
    try {
      byte[] hash =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
              .generateSecret(new PBEKeySpec(PASSWORD.toCharArray(), salt, 2_100, 256))
              .getEncoded();
      return "PBKDF2WithHmacSHA512:2100:"
          + base64.encodeToString(salt)
          + ":"
          + base64.encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK cannot hash", e);
    }
  }
}
