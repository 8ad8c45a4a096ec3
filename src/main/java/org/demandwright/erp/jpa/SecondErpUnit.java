package org.demandwright.erp.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import org.demandwright.erp.SecondErp;

/** The persistence unit over the second data source. */
@ApplicationScoped
@SecondErp
class SecondErpUnit extends ErpUnit {
  private static final String DATA_SOURCE = "java:app/jdbc/erp2";

  @Override
  EntityManagerFactory open() {
    return Persistence.createEntityManagerFactory(
        "erp", Map.of("jakarta.persistence.nonJtaDataSource", DATA_SOURCE));
  }
}
