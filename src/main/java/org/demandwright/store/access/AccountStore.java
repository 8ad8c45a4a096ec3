package org.demandwright.store.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.StoreException;
import org.demandwright.store.sql.Sql;

/** Keeps the accounts of people and systems. */
@ApplicationScoped
public class AccountStore {
  private final Sql sql;
  private final AccountScopes scopes;

  @Inject
  public AccountStore(Sql sql) {
    this.sql = sql;
    scopes = new AccountScopes(sql);
  }

  AccountStore() {
    this(null);
  }

  public Optional<Account> find(String name) {
    return one("select * from account where account_name = ?", name);
  }

  /** Returns the account that an identity provider knows by this issuer and subject. */
  public Optional<Account> ofSubject(String subject) {
    return one("select * from account where subject = ?", subject);
  }

  /**
   * Returns accounts in the order of their names.
   *
   * @param clients whether of systems, or else of people
   * @param name behind which they stand
   */
  public List<Account> after(boolean clients, String name, int limit) {
    return all(
        "select * from account where account_name > ? and kind "
            + (clients ? "=" : "<>")
            + " 'CLIENT' order by account_name limit ?",
        name,
        limit);
  }

  /** Returns the accounts of a role and keeps others from changing them within the transaction. */
  public List<Account> holding(String role) {
    return all(
        "select * from account where concat(',', roles, ',') like ? order by account_name for update",
        "%," + role + ",%");
  }

  /** Returns whether nobody can log in yet. */
  public boolean isEmpty() {
    return sql.number("select count(*) from account") == 0;
  }

  private Optional<Account> one(String query, Object... parameters) {
    return all(query, parameters).stream().findFirst();
  }

  private List<Account> all(String query, Object... parameters) {
    List<Account> read = sql.list(AccountStore::account, query, parameters);
    Map<String, DataScope> of = scopes.of(read.stream().map(Account::name).toList());
    return read.stream().map(a -> a.withScope(of.get(a.name()))).toList();
  }

  /** Adds an account; a name or a subject that is taken fails with a {@link StoreException}. */
  @Transactional
  public void add(Account a) {
    sql.update(
        "insert into account (account_name, kind, password_hash, subject, roles, must_change,"
            + " created_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
        a.name(),
        a.kind(),
        a.passwordHash().orElse(null),
        a.subject().orElse(null),
        joined(a.roles()),
        a.mustChange(),
        a.createdAt(),
        a.expiresAt().orElse(null));
    scopes.replace(a.name(), a.scope());
  }

  /**
   * Writes what became of an account, unless somebody changed it meanwhile, and counts the change.
   *
   * @return whether it was written
   */
  @Transactional
  public boolean change(Account a) {
    boolean written =
        sql.update(
                "update account set password_hash = ?, roles = ?, must_change = ?, locked_at = ?,"
                    + " expires_at = ?, retired_at = ?, changes = changes + 1"
                    + " where account_name = ? and changes = ?",
                a.passwordHash().orElse(null),
                joined(a.roles()),
                a.mustChange(),
                a.lockedAt().orElse(null),
                a.expiresAt().orElse(null),
                a.retiredAt().orElse(null),
                a.name(),
                a.changes())
            == 1;
    if (written) {
      scopes.replace(a.name(), a.scope());
    }
    return written;
  }

  /** Notes when somebody came in; that is no change. */
  public void cameIn(String name, Instant at) {
    sql.update("update account set last_login = ? where account_name = ?", at, name);
  }

  private static String joined(Set<String> roles) {
    return String.join(",", new TreeSet<>(roles));
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getString("account_name"),
        Account.Kind.valueOf(row.getString("kind")),
        Optional.ofNullable(row.getString("password_hash")),
        Optional.ofNullable(row.getString("subject")),
        Set.of(row.getString("roles").split(",")),
        row.getBoolean("must_change"),
        Sql.instant(row, "created_at").orElseThrow(),
        Sql.instant(row, "locked_at"),
        Sql.instant(row, "expires_at"),
        Sql.instant(row, "retired_at"),
        Sql.instant(row, "last_login"),
        DataScope.unrestricted(), // until its own is read
        row.getInt("changes"));
  }
}
