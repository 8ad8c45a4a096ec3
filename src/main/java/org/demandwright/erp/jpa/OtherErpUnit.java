package org.demandwright.erp.jpa;

import jakarta.enterprise.inject.Vetoed;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.Map;
import org.demandwright.erp.Drivers;
import org.demandwright.erp.ErpDatabase;

/**
 * The persistence unit over the views of an ERP beside the first: by a data source of the server,
 * or by a pool of its own, so that settings alone connect any number of them. That pool keeps one
 * connection open and opens up to 16; a read that comes upon a dead one is asked anew.
 */
@Vetoed
class OtherErpUnit extends ErpUnit {
  private static final String KEPT_OPEN = "1";
  private static final String MOST = "16";

  private final ErpDatabase database;

  OtherErpUnit(ErpDatabase database) {
    this.database = database;
  }

  @Override
  EntityManagerFactory open() {
    Map<String, Object> properties = new HashMap<>();
    properties.put("eclipselink.session-name", "erp-" + database.name());
    properties.put("jakarta.persistence.nonJtaDataSource", database.dataSource().orElse(""));
    if (database.dataSource().isEmpty()) {
      properties.put("jakarta.persistence.jdbc.driver", Drivers.className(database.url()));
      properties.put("jakarta.persistence.jdbc.url", database.url());
      properties.put("jakarta.persistence.jdbc.user", database.user().orElse(""));
      properties.put("jakarta.persistence.jdbc.password", database.password().orElse(""));
      properties.put("eclipselink.connection-pool.default.initial", "0");
      properties.put("eclipselink.connection-pool.default.min", KEPT_OPEN);
      properties.put("eclipselink.connection-pool.default.max", MOST);
    }
    return Persistence.createEntityManagerFactory("erp", properties);
  }
}
