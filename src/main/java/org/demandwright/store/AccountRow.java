package org.demandwright.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;

/** One row of table {@code account}. */
@Entity
@Table(name = "account")
class AccountRow {
  @Id
  @Column(name = "account_name")
  private String name;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "roles")
  private String roles;

  @Column(name = "created_at")
  private LocalDateTime createdAt;

  protected AccountRow() {}

  static AccountRow of(Account account) {
    AccountRow row = new AccountRow();
    row.name = account.name();
    row.passwordHash = account.passwordHash();
    row.roles = String.join(",", new TreeSet<>(account.roles()));
    row.createdAt = LocalDateTime.ofInstant(account.createdAt(), ZoneOffset.UTC);
    return row;
  }

  Account toAccount() {
    Instant created = createdAt.toInstant(ZoneOffset.UTC);
    return new Account(name, passwordHash, Set.of(roles.split(",")), created);
  }
}
