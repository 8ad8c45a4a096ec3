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
import org.demandwright.app.decide.SimulationRuns;

/** Asks every two seconds whether a simulation is to be worked on. */
@Singleton
@Startup
@DependsOn({"SchemaMigration", "OrphanSweep"})
@TransactionManagement(TransactionManagementType.BEAN)
public class SimulationTimer {
  private static final Logger LOG = System.getLogger(SimulationTimer.class.getName());

  @Inject private SimulationRuns simulations;

  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
  void tick() {
    try {
      simulations.beat();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Simulations could not be looked at; trying again", e);
    }
  }

  @PreDestroy
  void close() {
    simulations.close();
  }
}
