package org.demandwright.store.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.demandwright.store.StoreException;
import org.demandwright.store.sql.Sql;

/** Keeps the accounts. */
@ApplicationScoped
public class AccountStore {
  private final Sql sql;

  @Inject
  AccountStore(Sql sql) {
    this.sql = sql;
  }

  AccountStore() {
    this(null);
  }

  public Optional<Account> find(String name) {
    return sql.first(
        row ->
            new Account(
                row.getString("account_name"),
                row.getString("password_hash"),
                Set.of(row.getString("roles").split(",")),
                Sql.instant(row, "created_at").orElseThrow()),
        "select account_name, password_hash, roles, created_at from account"
            + " where account_name = ?",
        name);
  }

  /** Returns whether nobody can log in yet. */
  public boolean isEmpty() {
    return sql.number("select count(*) from account") == 0;
  }

  /** Adds an account; a name that is taken fails with a {@link StoreException}. */
  public void add(Account account) {
    sql.update(
        "insert into account (account_name, password_hash, roles, created_at)"
            + " values (?, ?, ?, ?)",
        account.name(),
        account.passwordHash(),
        String.join(",", new TreeSet<>(account.roles())),
        account.createdAt());
  }
}
