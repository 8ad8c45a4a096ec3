package org.demandwright.erp.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.demandwright.erp.ErpSource;
import org.demandwright.server.TestDatabase;

/** The product's own persistence unit {@code erp} and its queries, opened without a server. */
public final class StandaloneErp implements AutoCloseable {
  private final EntityManagerFactory factory;

  public StandaloneErp(TestDatabase database) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
    properties.put("jakarta.persistence.jtaDataSource", "");
    properties.put("jakarta.persistence.nonJtaDataSource", "");
    properties.put("jakarta.persistence.jdbc.url", database.url());
    properties.put("jakarta.persistence.jdbc.user", database.user());
    properties.put("jakarta.persistence.jdbc.password", database.password());
    properties.put("eclipselink.target-server", "None");
    factory = Persistence.createEntityManagerFactory("erp", properties);
  }

  public ErpSource source() {
    return new JpaErpSource(new Unit());
  }

  @Override
  public void close() {
    factory.close();
  }

  private final class Unit extends ErpUnit {
    @Override
    <T> T read(Function<EntityManager, T> query) {
      try (EntityManager em = factory.createEntityManager()) {
        return query.apply(em);
      }
    }
  }
}
