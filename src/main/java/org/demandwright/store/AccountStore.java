package org.demandwright.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Keeps the accounts. */
@ApplicationScoped
@Transactional
public class AccountStore {
  @PersistenceContext(unitName = "store")
  EntityManager entities;

  public Optional<Account> find(String name) {
    return Optional.ofNullable(entities.find(AccountRow.class, name)).map(AccountRow::toAccount);
  }

  /** Returns whether nobody can log in yet. */
  public boolean isEmpty() {
    return entities
            .createQuery("select count(a) from AccountRow a", Long.class)
            .getSingleResult()
            .longValue()
        == 0;
  }

  /** Adds an account; a name that is taken fails with a {@code PersistenceException}. */
  public void add(Account account) {
    entities.persist(AccountRow.of(account));
    entities.flush();
  }
}
