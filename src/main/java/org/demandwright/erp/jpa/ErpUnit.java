package org.demandwright.erp.jpa;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceException;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demandwright.erp.DatabaseFailure;
import org.demandwright.erp.UnreachableErp;

/**
 * The persistence unit {@code erp}, opened at its first use: the server starts while the ERP's
 * database is down, and reads it once it is there. Each read has an entity manager of its own,
 * which holds nothing afterwards.
 */
@ApplicationScoped
class ErpUnit {
  private static final Pattern VIEW = Pattern.compile("(?i)\\bfrom\\s+(dw_[a-z_]+)");

  private EntityManagerFactory factory;

  /**
   * Runs one read.
   *
   * @throws UnreachableErp if the database does not answer, or a view does not; says which one
   */
  <T> T read(Function<EntityManager, T> query) {
    try (EntityManager em = factory().createEntityManager()) {
      return query.apply(em);
    } catch (PersistenceException e) {
      throw new UnreachableErp(
          "%s could not be read: %s. Mend it, then restart this run; the page ERP checks the connection and the views."
              .formatted(asked(e), DatabaseFailure.words(e)),
          e);
    }
  }

  /** The view that a failed query names. */
  private static String asked(Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      Matcher view = VIEW.matcher(String.valueOf(t.getMessage()));
      if (view.find()) {
        return "The ERP's view " + view.group(1).toLowerCase(Locale.ROOT);
      }
    }
    return "The ERP's database";
  }

  private synchronized EntityManagerFactory factory() {
    if (factory == null) {
      factory = open();
    }
    return factory;
  }

  EntityManagerFactory open() {
    return Persistence.createEntityManagerFactory("erp");
  }

  @PreDestroy
  synchronized void close() {
    if (factory != null) {
      factory.close();
    }
  }
}
