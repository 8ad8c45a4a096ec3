package org.demandwright.store.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.demandwright.store.sql.Sql;

/** Keeps the secrets of systems, and the tokens that they were given for them, as hashes. */
@ApplicationScoped
public class SecretStore {
  private final Sql sql;

  @Inject
  public SecretStore(Sql sql) {
    this.sql = sql;
  }

  SecretStore() {
    this(null);
  }

  /**
   * One secret of a system.
   *
   * @param secretHash SHA-256 in hexadecimal digits
   * @param expiresAt from when on it is worth nothing, empty = never
   * @param lastUsedAt to the minute, empty = never
   */
  public record Secret(
      long secretId,
      String account,
      String secretHash,
      Instant createdAt,
      String createdBy,
      Optional<Instant> expiresAt,
      Optional<Instant> lastUsedAt) {

    public boolean worthless(Instant now) {
      return expiresAt.isPresent() && !now.isBefore(expiresAt.get());
    }

    /** Leaves the hash out, so that it never reaches a log. */
    @Override
    public String toString() {
      return "Secret[" + secretId + " of " + account + "]";
    }
  }

  /** Adds a secret; its number is given here. */
  public Secret add(Secret s) {
    long id = sql.next("secret_number");
    sql.update(
        "insert into client_secret (secret_id, account_name, secret_hash, created_at, created_by,"
            + " expires_at) values (?, ?, ?, ?, ?, ?)",
        id,
        s.account(),
        s.secretHash(),
        s.createdAt(),
        s.createdBy(),
        s.expiresAt().orElse(null));
    return new Secret(
        id,
        s.account(),
        s.secretHash(),
        s.createdAt(),
        s.createdBy(),
        s.expiresAt(),
        Optional.empty());
  }

  /** Returns the secrets of a system, the oldest first. */
  public List<Secret> of(String account) {
    return sql.list(
        SecretStore::secret,
        "select * from client_secret where account_name = ? order by secret_id",
        account);
  }

  /** Returns the secret with this hash. */
  public Optional<Secret> find(String secretHash) {
    return sql.first(
        SecretStore::secret, "select * from client_secret where secret_hash = ?", secretHash);
  }

  /** Notes when a secret was used last. */
  public void used(long secretId, Instant at) {
    sql.update("update client_secret set last_used_at = ? where secret_id = ?", at, secretId);
  }

  /** Removes a secret and the tokens that were given for it; returns whether it was there. */
  public boolean remove(String account, long secretId) {
    return sql.update(
            "delete from client_secret where account_name = ? and secret_id = ?", account, secretId)
        == 1;
  }

  /** Keeps a token that was given for a secret, and forgets those that have expired by now. */
  public void give(String tokenHash, long secretId, Instant now, Instant expiresAt) {
    sql.update("delete from access_token where expires_at <= ?", now);
    sql.update(
        "insert into access_token (token_hash, secret_id, expires_at) values (?, ?, ?)",
        tokenHash,
        secretId,
        expiresAt);
  }

  /** Returns the secret for which a token was given that has not expired. */
  public Optional<Secret> given(String tokenHash, Instant now) {
    return sql.first(
        SecretStore::secret,
        "select s.* from access_token t join client_secret s on s.secret_id = t.secret_id"
            + " where t.token_hash = ? and t.expires_at > ?",
        tokenHash,
        now);
  }

  private static Secret secret(ResultSet row) throws SQLException {
    return new Secret(
        row.getLong("secret_id"),
        row.getString("account_name"),
        row.getString("secret_hash"),
        Sql.instant(row, "created_at").orElseThrow(),
        row.getString("created_by"),
        Sql.instant(row, "expires_at"),
        Sql.instant(row, "last_used_at"));
  }
}
