package org.demandwright.erp.jpa;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.demandwright.erp.ErpDatabase;
import org.demandwright.erp.ErpSource;
import org.demandwright.erp.ErpSources;

/** A persistence unit for each database, made when it is first asked for. */
@ApplicationScoped
class JpaErpSources implements ErpSources {
  private final Map<ErpDatabase, OtherErpUnit> units = new ConcurrentHashMap<>();

  JpaErpSources() {}

  @Override
  public ErpSource of(ErpDatabase database) {
    return new JpaErpSource(units.computeIfAbsent(database, OtherErpUnit::new));
  }

  @PreDestroy
  void close() {
    units.values().forEach(ErpUnit::close);
  }
}
