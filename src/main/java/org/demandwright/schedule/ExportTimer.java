package org.demandwright.schedule;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.demandwright.app.exchange.ExportRuns;

/** Asks every two seconds whether an export is to be written. */
@Singleton
@Startup
@DependsOn({"SchemaMigration", "OrphanSweep"})
@TransactionManagement(TransactionManagementType.BEAN)
public class ExportTimer {
  private static final Logger LOG = System.getLogger(ExportTimer.class.getName());

  @Inject private ExportRuns exports;

  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
  void tick() {
    try {
      exports.beat();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Exports could not be looked at; trying again", e);
    }
  }

  @PreDestroy
  void close() {
    exports.close();
  }
}
