package org.demandwright.schedule;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.demandwright.app.source.ImportRuns;

/** Asks every two seconds whether a file is to be imported, and waits until it is. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ImportTimer {
  private static final Logger LOG = System.getLogger(ImportTimer.class.getName());

  @Inject private ImportRuns imports;

  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
  void tick() {
    try {
      imports.beat();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Imports could not be looked at; trying again", e);
    }
  }
}
