package org.demandwright.erp.jpa;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.function.Function;

/**
 * The persistence unit {@code erp}, opened at its first use: the server starts while the ERP's
 * database is down, and reads it once it is there. Each read has an entity manager of its own,
 * which holds nothing afterwards.
 */
@ApplicationScoped
class ErpUnit {
  private EntityManagerFactory factory;

  /** Runs one read. */
  <T> T read(Function<EntityManager, T> query) {
    try (EntityManager em = factory().createEntityManager()) {
      return query.apply(em);
    }
  }

  private synchronized EntityManagerFactory factory() {
    if (factory == null) {
      factory = Persistence.createEntityManagerFactory("erp");
    }
    return factory;
  }

  @PreDestroy
  synchronized void close() {
    if (factory != null) {
      factory.close();
    }
  }
}
